import Catalog
import JSON
import Planning

/// What a command of the demonstration printed with `--json`.
struct DemoReport {
    private let json: JSONValue

    init(_ json: JSONValue) { self.json = json }

    struct Count {
        let phase: Phase
        let expected: Int
        let done: Int
        let adopted: Int
        let failed: Int
    }

    struct Failure {
        let subject: String
        let reason: String
    }

    var isComplete: Bool { json["complete"].bool == true }
    var hasPhases: Bool { !json["phases"].elements.isEmpty }
    /// Requests of the plan.
    var planned: Int { json["plan"]["requests"].int ?? 0 }

    var stages: [(name: String, requests: Int)] {
        json["plan"]["stages"].elements.compactMap { stage in
            guard let name = stage["stage"].string.flatMap(Plan.Name.init) else { return nil }
            return (name.title, stage["requests"].int ?? 0)
        }
    }

    var counts: [Count] {
        json["phases"].elements.compactMap { count in
            guard let phase = count["phase"].string.flatMap(Phase.init) else { return nil }
            return Count(
                phase: phase, expected: count["expected"].int ?? 0, done: count["done"].int ?? 0,
                adopted: count["adopted"].int ?? 0, failed: count["failed"].int ?? 0)
        }
    }

    /// What waits or is in doubt.
    var open: Int {
        json["phases"].elements.reduce(0) {
            $0 + ($1["pending"].int ?? 0) + ($1["in_doubt"].int ?? 0)
        }
    }

    var failures: [Failure] {
        json["failures"].elements.map {
            Failure(subject: $0["subject"].string ?? "", reason: $0["reason"].string ?? "")
        }
    }

    func expected(_ phase: Phase) -> Int { counts.first { $0.phase == phase }?.expected ?? 0 }
}
