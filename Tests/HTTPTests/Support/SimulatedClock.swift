import Catalog
import HTTP
import Synchronization

/// A clock that stands still until it is told to go on to the next sleeper.
final class SimulatedClock: WallClock {
    private struct Sleeper {
        let until: Instant
        let continuation: CheckedContinuation<Bool, Never>
    }
    private struct State {
        var now: Instant
        var next = 0
        var sleepers: [Int: Sleeper] = [:]
        var cancelled: Set<Int> = []
    }
    private let state: Mutex<State>
    /// Where tasks of their own have to run to belong to the simulation; child tasks do by themselves.
    let executor = SimulatedExecutor()

    init(_ start: Instant = Instant(seconds: 1_772_352_000)) {
        state = Mutex(State(now: start))
    }

    var now: Instant { state.withLock { $0.now } }

    func sleep(until instant: Instant) async throws(CancellationError) {
        let id = state.withLock { state in
            state.next += 1
            return state.next
        }
        let isWhole = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer: Bool? = state.withLock { state in
                    if state.cancelled.remove(id) != nil { return false }
                    if instant <= state.now { return true }
                    state.sleepers[id] = Sleeper(until: instant, continuation: continuation)
                    return nil
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                let sleeper = state.sleepers.removeValue(forKey: id)
                if sleeper == nil { state.cancelled.insert(id) }
                return sleeper
            }
            sleeper?.continuation.resume(returning: false)
        }
        guard isWhole, !Task.isCancelled else { throw CancellationError() }
    }

    /// Goes on to the first instant that a task sleeps until; false when none sleeps.
    func advance() -> Bool {
        let due: [Sleeper]? = state.withLock { state in
            guard let instant = state.sleepers.values.map(\.until).min() else { return nil }
            state.now = max(state.now, instant)
            let due = state.sleepers.filter { $0.value.until <= state.now }.sorted {
                ($0.value.until, $0.key) < ($1.value.until, $1.key)
            }
            for (id, _) in due { state.sleepers[id] = nil }
            return due.map(\.value)
        }
        guard let due else { return false }
        for sleeper in due { sleeper.continuation.resume(returning: true) }
        return true
    }

    /// Sets the clock, as a person would.
    func set(by step: Duration) {
        state.withLock { $0.now = $0.now + step }
    }
}
