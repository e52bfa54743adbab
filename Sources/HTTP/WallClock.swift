package import Catalog

/// The time of day, and waiting by it: injected, so that a test's hours take milliseconds.
///
/// Limits of remote systems and events of the journal speak of points in time, not of a clock that
/// starts with the process; hence this and not the standard library's `Clock`.
package protocol WallClock: Sendable {
    /// The time now; it may step back when somebody sets the clock.
    var now: Instant { get }
    /// Returns after as long as it is until an instant, at once when it has passed; throws as soon as
    /// the task is cancelled.
    ///
    /// Where somebody sets the clock meanwhile, the instant may lie ahead still, or far behind.
    func sleep(until instant: Instant) async throws(CancellationError)
}

extension WallClock {
    /// Waits as long as a duration says.
    package func sleep(for duration: Duration) async throws(CancellationError) {
        try await sleep(until: now + duration)
    }
}
