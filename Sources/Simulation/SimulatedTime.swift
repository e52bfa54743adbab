package import Catalog
import HTTP
import Synchronization

/// Time that passes only when everybody waits: tasks run one at a time on the thread that calls
/// `run`, in the order in which they became ready, and when none is ready the clock moves to the
/// earliest instant that somebody sleeps for.
///
/// So a sync with hours of waiting takes milliseconds, and the same run takes the same steps in the
/// same order every time.
package final class SimulatedTime: TaskExecutor, WallClock {
    private let state: Mutex<State>

    private struct State {
        var now: Instant
        var ready: [UnownedJob] = []
        var sleepers: [Sleeper] = []
        var nextSleeper = 0
        /// Cancels what `run` runs.
        var interruption: (@Sendable () -> Void)?
    }

    private struct Sleeper {
        let id: Int
        let until: Instant
        let continuation: CheckedContinuation<Bool, Never>
    }

    package init(start: Instant) { state = Mutex(State(now: start)) }

    package var now: Instant { state.withLock(\.now) }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.ready.append(job) }
    }

    package func sleep(until instant: Instant) async throws(CancellationError) {
        let id = state.withLock { state in
            state.nextSleeper += 1
            return state.nextSleeper
        }
        let isAwake = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let refused = state.withLock { state in
                    // A task that was cancelled before it lay down must not sleep for ever.
                    if Task.isCancelled { return true }
                    state.sleepers.append(
                        Sleeper(id: id, until: instant, continuation: continuation))
                    return false
                }
                if refused { continuation.resume(returning: false) }
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                state.sleepers.firstIndex { $0.id == id }.map { state.sleepers.remove(at: $0) }
            }
            sleeper?.continuation.resume(returning: false)
        }
        if !isAwake { throw CancellationError() }
    }

    /// Runs a task, and all that it starts, to its end.
    ///
    /// - `betweenSteps`: called when one step is done and the next has not begun, while time stands
    ///   still.
    package func run<Value: Sendable>(
        betweenSteps: () throws -> Void = {},
        _ body: @escaping @Sendable () async throws -> Value
    ) throws -> Value {
        let outcome = Outcome<Value>()
        let task = Task(executorPreference: self) {
            do {
                outcome.set(.success(try await body()))
            } catch {
                outcome.set(.failure(error))
            }
        }
        state.withLock { $0.interruption = { task.cancel() } }
        defer { state.withLock { $0.interruption = nil } }
        while true {
            if let result = outcome.result { return try result.get() }
            guard step() else { throw Standstill() }
            try betweenSteps()
        }
    }

    /// Cancels the task that `run` runs, as Ctrl-C does a program.
    package func interrupt() { state.withLock(\.interruption)?() }

    /// Lets time pass with nobody there but what is under way.
    package func pass(_ duration: Duration) throws {
        try run { [self] in try await sleep(for: duration) }
    }

    /// Runs the next ready job, or wakes the next sleeper; false when there is neither.
    private func step() -> Bool {
        let ready = state.withLock { $0.ready.isEmpty ? nil : $0.ready.removeFirst() }
        if let ready {
            ready.runSynchronously(on: asUnownedTaskExecutor())
            return true
        }
        let sleeper: Sleeper? = state.withLock { state in
            guard
                let next = state.sleepers.indices.min(by: { a, b in
                    (state.sleepers[a].until, state.sleepers[a].id)
                        < (state.sleepers[b].until, state.sleepers[b].id)
                })
            else { return nil }
            let sleeper = state.sleepers.remove(at: next)
            state.now = max(state.now, sleeper.until)
            return sleeper
        }
        sleeper?.continuation.resume(returning: true)
        return sleeper != nil
    }
}

/// Every task waits for something that no simulated time brings.
package struct Standstill: Error {}

private final class Outcome<Value: Sendable>: Sendable {
    private let value = Mutex<Result<Value, any Error>?>(nil)
    var result: Result<Value, any Error>? { value.withLock { $0 } }
    func set(_ result: Result<Value, any Error>) { value.withLock { $0 = result } }
}
