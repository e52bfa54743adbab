import Synchronization

/// What the announcer of one attempt leaves behind.
final class IntentBox: Sendable {
    private struct State {
        var sequence: Int?
        var attempts = 0
        var stop: DeliveryStop?
        var isUnderWay = false
        var isStopped = false
        var cancel: @Sendable () -> Void = {}
    }
    private let state = Mutex(State())

    /// Sets what ends the attempt when the run is being stopped.
    func whenStopped(_ cancel: @escaping @Sendable () -> Void) {
        state.withLock { $0.cancel = cancel }
        cancelIfStopped()
    }
    /// Says that the run is being stopped: nothing leaves any more, and what is under way is waited
    /// for.
    func interrupt() {
        state.withLock { $0.isStopped = true }
        cancelIfStopped()
    }
    /// Whether the request may leave now; from then on it is waited for.
    func mayLeave() -> Bool {
        state.withLock { state in
            guard !state.isStopped else { return false }
            state.isUnderWay = true
            return true
        }
    }
    /// Says that the request is under way no more.
    func answered() {
        state.withLock { $0.isUnderWay = false }
        cancelIfStopped()
    }
    private func cancelIfStopped() {
        let cancel = state.withLock { state in
            state.isStopped && !state.isUnderWay ? state.cancel : {}
        }
        cancel()
    }
    /// The sequence number of the last intent; nil while nothing left.
    var sequence: Int? { state.withLock(\.sequence) }
    var attempts: Int { state.withLock(\.attempts) }
    var stop: DeliveryStop? {
        get { state.withLock(\.stop) }
        set { state.withLock { $0.stop = newValue } }
    }
    func announced(_ sequence: Int?) {
        state.withLock { state in
            state.sequence = sequence
            state.attempts += 1
        }
    }
}
