// Sentences of events about runs, targets and limits.

import Catalog
import Events
import JSON

extension RunStarted: Told {
    var sentence: String {
        "began: \(command.joined(separator: " ")) (plysync \(program), rules \(rules))"
    }
}

extension ScopeFixed: Told {
    var sentence: String {
        let places = scope.marketplaces.map(\.code).joined(separator: ", ")
        let parents = scope.includesParents ? "with parents" : "without parents"
        return "is about \(scope.source.title) in \(places), \(parents)"
    }
}

extension RunFinished: Told {
    var sentence: String {
        let counts =
            phases.isEmpty ? "" : "; \(phases.map(\.sentence).joined(separator: ", "))"
        let asked =
            "\(Telling.count(requests.amazon, "request")) to Amazon, "
            + "\(requests.plytix) to Plytix, \(Telling.count(requests.plytixWrites, "write"))"
        return "ended \(outcome.rawValue)\(counts); \(asked)" + (error.map { ": \($0)" } ?? "")
    }
}

extension TargetBound: Told {
    var sentence: String { "is the Plytix account \(account), by its \(how.rawValue)" }
}

extension TargetLearned: Told {
    var sentence: String { "learned \(topic) = \(Telling.value(value)): \(evidence)" }
}

extension LimitObserved: Told {
    var sentence: String {
        let limits = observation.limits.map { limit in
            switch limit {
            case .bucket(let perSecond, let burst): "\(perSecond) a second, \(burst) at once"
            case .window(let requests, let length):
                "\(Telling.count(requests, "request")) in \(Int(length.inSeconds)) s"
            }
        }
        return "\(observation.bucket) allows \(limits.joined(separator: "; ")), "
            + "by its \(observation.evidence.rawValue)"
    }
}
