internal import HTTP
internal import SandboxFaults
internal import Synchronization

/// Where the fault plan in force lies, with how far it has come and what it did.
final class FaultDesk: Sendable {
    private let state: Mutex<State>

    private struct State: Sendable {
        var plan: FaultPlan
        var progress: FaultPlan.Progress
        var counts: [FaultCount.Key: Int] = [:]

        init(_ plan: FaultPlan) {
            self.plan = plan
            progress = FaultPlan.Progress(plan)
        }
    }

    init(_ plan: FaultPlan) { state = Mutex(State(plan)) }

    /// Puts another plan in force, from its beginning; the counts go on.
    func replace(with plan: FaultPlan) {
        state.withLock { state in
            let counts = state.counts
            state = State(plan)
            state.counts = counts
        }
    }

    var current: (plan: FaultPlan, progress: FaultPlan.Progress) {
        state.withLock { ($0.plan, $0.progress) }
    }

    var counts: [FaultCount] {
        state.withLock { $0.counts }.map { FaultCount($0.key, count: $0.value) }.sorted()
    }

    /// The fault of the next request, counted.
    func decide(_ request: Request) -> Fault? {
        // Telling the operation costs something, and most sandboxes have no plan.
        guard state.withLock({ !$0.plan.rules.isEmpty }) else { return nil }
        let name = OperationName(of: request)
        guard SandboxSystem.faultable.contains(name.system) else { return nil }
        let subject = FaultSubject(
            system: name.system.rawValue, operation: name.operation, method: request.method,
            path: Self.pathAndQuery(request.url), body: request.body)
        return state.withLock { state in
            guard let fault = state.plan.decide(subject, &state.progress) else { return nil }
            state.counts[FaultCount.Key(name, fault.kind), default: 0] += 1
            return fault
        }
    }

    private static func pathAndQuery(_ url: String) -> String {
        guard let mark = url.firstRange(of: "://") else { return url }
        return String(url[mark.upperBound...].drop { $0 != "/" })
    }
}
