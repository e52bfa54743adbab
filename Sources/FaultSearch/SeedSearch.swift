package import Delivery
import Synchronization

/// Trials of a range of seeds, on so many threads.
package struct SeedSearch: Sendable {
    package let seeds: ClosedRange<UInt64>
    package let threads: Int
    package let sabotage: Sabotage
    /// Stops at the first seed that breaks something.
    package let stopsAtFirst: Bool
    /// Larger catalogues are cut.
    package let itemsMax: Int

    package init(
        seeds: ClosedRange<UInt64>, threads: Int, sabotage: Sabotage = [],
        stopsAtFirst: Bool = false, itemsMax: Int = 40
    ) {
        self.seeds = seeds
        self.threads = threads
        self.sabotage = sabotage
        self.stopsAtFirst = stopsAtFirst
        self.itemsMax = itemsMax
    }

    /// Carries the trials out; `each` is told of each one, in the order in which they end.
    ///
    /// - Returns: those that break something, by seed.
    @discardableResult
    package func run(each: @escaping @Sendable (TrialRun) -> Void = { _ in }) async -> [TrialRun] {
        let queue = SeedQueue(seeds)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<max(1, threads) {
                group.addTask { [self] in
                    while let seed = queue.next() {
                        let run = TrialRun(
                            Trial(seed: seed, itemsMax: itemsMax), sabotage: sabotage)
                        if !run.findings.isEmpty {
                            queue.fail(run)
                            if stopsAtFirst { queue.stop() }
                        }
                        each(run)
                    }
                }
            }
        }
        return queue.failed
    }
}

/// The seeds that are left, and the trials that broke something.
private final class SeedQueue: Sendable {
    private struct State {
        var rest: ClosedRange<UInt64>?
        var failed: [TrialRun] = []
    }
    private let state: Mutex<State>

    init(_ seeds: ClosedRange<UInt64>) { state = Mutex(State(rest: seeds)) }

    func next() -> UInt64? {
        state.withLock { state in
            guard let rest = state.rest else { return nil }
            let seed = rest.lowerBound
            state.rest = seed < rest.upperBound ? seed + 1...rest.upperBound : nil
            return seed
        }
    }
    func fail(_ run: TrialRun) { state.withLock { $0.failed.append(run) } }
    func stop() { state.withLock { $0.rest = nil } }
    var failed: [TrialRun] {
        state.withLock { $0.failed }.sorted { $0.trial.seed < $1.trial.seed }
    }
}
