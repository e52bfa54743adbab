import Catalog
import Events
import JSON
import SandboxWorld

/// A history like that of a real catalogue, made of the real events: a first sync, then weeks in
/// which every page is read again and some products change.
///
/// Equal seeds give equal histories. The mix of kinds is that of real runs: about 15 events and
/// 10 kB of bodies for each product of a first sync.
struct Workload {
    /// Products of the catalogue.
    let products: Int
    /// The history ends with its first append that reaches so many events.
    let events: Int
    /// Products of a thousand that change in a week.
    let changesAWeek: Int
    var seed: UInt64 = 1

    /// Calls `append` with the drafts of one append after another, as a run makes them.
    func write(_ append: @escaping ([RecordDraft], RunID) async throws -> Void) async throws {
        var writer = WorkloadWriter(workload: self, commit: append)
        do {
            try await writer.firstSync()
            while true { try await writer.week() }
        } catch is WorkloadWriter.End {}
    }

    func product(_ number: Int, revision: Int = 0) -> WorkloadProduct {
        WorkloadProduct(number: number, revision: revision, seed: seed)
    }
}

/// Writes a workload from its first event on, and knows what causes what.
struct WorkloadWriter {
    /// Thrown when the history is long enough.
    struct End: Error {}

    static let amazon = System.amazon(seller: "A2EXAMPLE", marketplace: .us)
    static let plytix = System.plytix(account: "5c4ed8002f0985001d233274")
    static let pageSize = (amazon: 20, plytix: 100)

    let workload: Workload
    private let commit: ([RecordDraft], RunID) async throws -> Void
    /// Events that wait for others, so that the history does not take a sync for each append.
    private var pending: [RecordDraft] = []
    private static let pendingMax = 1000
    /// The number of the last event.
    private(set) var position = 0
    private var weeks = 0
    var run = RunID(text: "")
    var chance: SplitMix64
    /// By product number: how often it changed, and the event that told so last.
    var revisions: [Int]
    var exported: [Int]
    /// By source: what its last reading gave.
    var seen: [String: [SeenItem]] = [:]

    init(workload: Workload, commit: @escaping ([RecordDraft], RunID) async throws -> Void) {
        self.workload = workload
        self.commit = commit
        chance = SplitMix64(seed: workload.seed)
        revisions = Array(repeating: 0, count: workload.products)
        exported = revisions
    }

    func product(_ number: Int) -> WorkloadProduct {
        workload.product(number, revision: revisions[number])
    }

    // MARK: Appending

    mutating func append(_ drafts: [RecordDraft]) async throws {
        guard !drafts.isEmpty else { return }
        let first = position + 1
        for var draft in drafts {
            // Numbers hold also when the append becomes a part of a larger one.
            draft.cause = draft.cause.map { cause in
                if case .earlier(let place) = cause { .sequence(first + place) } else { cause }
            }
            pending.append(draft)
        }
        position += drafts.count
        let isWhole = position >= workload.events
        if isWhole || pending.count >= Self.pendingMax { try await flush() }
        if isWhole { throw End() }
    }

    private mutating func flush() async throws {
        guard !pending.isEmpty else { return }
        try await commit(pending, run)
        pending = []
    }

    /// A request that changes Plytix: its intent, then its outcomes.
    mutating func request(
        _ effects: [Effect], _ method: String = "POST", path: String, cause: Int,
        outcomes: [any Event]
    ) async throws {
        let intent = EffectIntended(
            effects: effects, attempt: 1, method: method, path: path, bodyHash: digest(position),
            believed: JSONObject())
        try await append([intent.draft(system: Self.plytix, cause: [.sequence(cause)])])
        let sequence = position
        try await append(
            outcomes.map { $0.draft(system: Self.plytix, cause: [.sequence(sequence)]) })
    }

    /// A digest of nothing in particular.
    func digest(_ salt: Int) -> Digest {
        let words = (0..<4).map { SplitMix64.mixed(UInt64(bitPattern: Int64(salt)) &* 4 &+ $0) }
        return words.withUnsafeBytes { Digest(bytes: $0) }
    }

    var answer: Answer { Answer(status: 201, date: "Sun, 01 Mar 2026 08:31:12 GMT") }

    // MARK: Runs

    mutating func beginRun() async throws {
        try await flush()
        run = RunID(
            start: Instant(seconds: 1_772_438_400 + weeks * 604_800), random: UInt32(weeks))
        weeks += 1
        let started = RunStarted(
            run: run, program: "1.0.0", normaliser: 1, rules: 1, settingsHash: digest(1),
            settings: ["plytix": ["family": "Amazon"]], command: ["sync", "--execute"],
            execute: true)
        let scope = ScopeFixed(
            run: run,
            scope: Scope(source: .brand("Sandbox Brand"), marketplaces: [.us]),
            fingerprint: digest(2))
        try await append([
            started.draft(system: .plysync),
            scope.draft(system: .plysync, cause: [.earlier(0)]),
        ])
    }

    mutating func finishRun() async throws {
        let counts = Phase.allCases.map {
            PhaseCount(phase: $0, expected: workload.products, done: workload.products)
        }
        let finished = RunFinished(
            run: run, outcome: .complete, phases: counts,
            requests: RequestCount(amazon: 900, plytix: 1000, plytixWrites: 100))
        try await append([finished.draft(system: .plysync)])
    }
}
