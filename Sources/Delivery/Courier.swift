package import Catalog
package import HTTP
package import Planning
package import PlytixAPI
package import Projections
import Events
import JSON
import Synchronization

/// Carries out plans: for each request it intends, calls and records.
///
/// One product's failure never stops the others; what stops everything is a `DeliveryStop`.
package struct Courier: Sendable {
    let client: PlytixClient
    let chronicle: any Chronicle
    /// The account that is written to.
    let system: System
    let planning: PlanningSettings
    let settings: DeliverySettings
    let clock: any WallClock
    let tries = TryCounter()
    let late: LateWrites
    private let progress: @Sendable (DeliveryProgress) -> Void
    /// Told until when doubts are waited for, and how many there are.
    let onWait: @Sendable (Instant, Int) -> Void
    /// Where the tasks of requests run; nil for the default.
    let executor: (any TaskExecutor)?
    let pictures: PictureSources

    /// - `late`: requests of earlier runs that may still arrive.
    package init(
        client: PlytixClient, chronicle: any Chronicle, system: System,
        planning: PlanningSettings, settings: DeliverySettings, clock: any WallClock,
        executor: (any TaskExecutor)? = nil, pictures: PictureSources = PictureSources(),
        late: [LateRequest] = [],
        onWait: @escaping @Sendable (Instant, Int) -> Void = { _, _ in },
        progress: @escaping @Sendable (DeliveryProgress) -> Void = { _ in }
    ) {
        self.client = client
        self.chronicle = chronicle
        self.system = system
        self.planning = planning
        self.settings = settings
        self.clock = clock
        self.progress = progress
        self.onWait = onWait
        self.executor = executor
        self.pictures = pictures
        self.late = LateWrites(late)
    }

    /// A copy of what is known of the account.
    ///
    /// Kept across an append it would make the append copy what it changes, so that single
    /// questions go through `look`.
    var account: AccountState { look { $0 } }

    /// Looks into what is known of the account; `body` must be short.
    func look<Value: Sendable>(_ body: @Sendable (AccountState) -> Value) -> Value {
        chronicle.read { [system] in body($0.account(system)) }
    }

    /// The date for `last_written` fields, in the configured zone.
    var today: String { (clock.now + planning.zoneOffset).date }

    /// Carries out the stages of a plan, one after the other.
    ///
    /// Requests of a stage are under way together, but those about one product never.
    ///
    /// Products are not written while a definition that they need is in doubt or was refused: they
    /// would be refused for it, and not for a fault of their own.
    ///
    /// - Returns: the number of requests that changed something or found it changed.
    package func deliver(_ plan: Plan) async throws(DeliveryStop) -> Int {
        var done = 0
        for stage in plan.stages {
            let open = stage.requests.filter {
                !tries.areUsedUp(for: $0, triesMax: settings.triesMax)
            }
            let left = Mutex(stage.requests.count - open.count)
            let queues = Self.queues(open)
            let counter = Mutex(0)
            let total = stage.requests.count
            try await inParallel(queues) { queue throws(DeliveryStop) in
                for request in queue {
                    let outcome = try await deliver(request)
                    let finished = counter.withLock { count in
                        count += 1
                        return count
                    }
                    progress(DeliveryProgress(stage: stage.name, finished: finished, total: total))
                    if outcome == .done { self.tries.succeeded() }
                    if outcome == .left { left.withLock { $0 += 1 } }
                }
            }
            done += tries.takeSucceeded()
            let isFoundation = [.schema, .family, .stubs].contains(stage.name)
            if isFoundation, left.withLock({ $0 }) > 0 { return done }
        }
        return done
    }

    /// Records as failed for passing reasons what was tried in this run and is still left; later
    /// runs try it again, a bounded number of times.
    package func giveUp(_ left: Plan) async throws(DeliveryStop) {
        let drafts = left.requests.compactMap { request -> RecordDraft? in
            let culprit = Errand.culprit(of: request.effects)
            guard let reason = tries.reason(culprit.key) else { return nil }
            return failed(culprit, reason: reason, permanence: .transient)
        }
        if !drafts.isEmpty { try await append(drafts) }
    }

    /// Records of failures that nothing is left of them to do.
    ///
    /// - `failures`: by effect key.
    package func close(_ failures: [String: KnownFailure]) async throws(DeliveryStop) {
        let drafts = failures.sorted { $0.key < $1.key }.map { key, failure in
            EffectSettled(
                intent: failure.sequence, keys: [key], result: .adopted, how: .read,
                evidence: "nothing is left of it to do", about: [failure.subject]
            ).draft(system: system, cause: [.sequence(failure.sequence)])
        }
        if !drafts.isEmpty { try await append(drafts) }
    }

    /// Requests about one product in a row, since Plytix has a race on the assets of a product
    /// (`plytix-api.md` 10).
    private static func queues(_ requests: [PlannedRequest]) -> [[PlannedRequest]] {
        var order: [Subject] = []
        var queues: [Subject: [PlannedRequest]] = [:]
        for request in requests {
            guard let subject = request.effects.first?.subject else { continue }
            if queues[subject] == nil { order.append(subject) }
            queues[subject, default: []].append(request)
        }
        return order.compactMap { queues[$0] }
    }

    /// Calls `body` with each element, at most `concurrency` of them at once; the first stop ends
    /// the others.
    private func inParallel<Element: Sendable>(
        _ elements: [Element],
        _ body: @escaping @Sendable (Element) async throws(DeliveryStop) -> Void
    ) async throws(DeliveryStop) {
        let concurrency = settings.concurrency
        let stop: DeliveryStop? = await withTaskGroup(of: DeliveryStop?.self) { group in
            var stop: DeliveryStop?
            var next = elements.startIndex
            func start() {
                guard next < elements.endIndex, stop == nil else { return }
                let element = elements[next]
                next += 1
                group.addTask {
                    do throws(DeliveryStop) {
                        try await body(element)
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            for _ in 0..<concurrency { start() }
            for await result in group {
                // What is under way is waited for and recorded; nothing new starts, and nobody goes
                // on waiting for a quota.
                if let result, stop == nil {
                    stop = result
                    group.cancelAll()
                }
                start()
            }
            return stop
        }
        if let stop { throw stop }
    }
}

/// How far a stage has come.
package struct DeliveryProgress: Sendable {
    package let stage: Plan.Name
    package let finished: Int
    package let total: Int
}

/// What was tried in this run, by effect key: an effect is not tried for ever within one run.
final class TryCounter: Sendable {
    private let state = Mutex(State())

    private struct State {
        var tries: [String: Int] = [:]
        var reasons: [String: String] = [:]
        var succeeded = 0
        /// Runs that tried in vain before this one, where what succeeded meanwhile made them forgotten.
        var runsBefore: [String: Int] = [:]
        /// What was left as it is in this run.
        var left: Set<String> = []
    }

    /// Counts a try that came to nothing, and tells how many there were.
    func count(_ key: String, _ reason: String) -> Int {
        state.withLock { state in
            state.tries[key, default: 0] += 1
            state.reasons[key] = reason
            return state.tries[key] ?? 1
        }
    }
    /// How many tries came to nothing in this run.
    func count(_ key: String) -> Int { state.withLock { $0.tries[key, default: 0] } }
    /// Why the last try came to nothing; nil when that is recorded, or there was none.
    func reason(_ key: String) -> String? { state.withLock { $0.reasons[key] } }
    /// What became of the last try is recorded: it succeeded, or failed for a reason of its own.
    func settle(_ key: String) { state.withLock { $0.reasons[key] = nil } }
    /// Whether a request was tried as often as one run may.
    func areUsedUp(for request: PlannedRequest, triesMax: Int) -> Bool {
        state.withLock { state in
            request.effects.contains { state.tries[$0.key, default: 0] >= triesMax }
        }
    }
    /// Remembers how many runs tried in vain before this one.
    func remember(runs: Int, of key: String) {
        state.withLock { $0.runsBefore[key] = max(runs, $0.runsBefore[key] ?? 0) }
    }
    func runsBefore(_ key: String) -> Int { state.withLock { $0.runsBefore[key] ?? 0 } }
    /// Leaves something as it is for the rest of this run.
    func leave(_ key: String) { _ = state.withLock { $0.left.insert(key) } }
    func isLeft(_ key: String) -> Bool { state.withLock { $0.left.contains(key) } }
    func succeeded() { state.withLock { $0.succeeded += 1 } }
    func takeSucceeded() -> Int {
        state.withLock { state in
            defer { state.succeeded = 0 }
            return state.succeeded
        }
    }
}
