package import Catalog
import HTTP
import Synchronization

/// The clock of the machine that the program runs on: simulated time, as far as somebody has set
/// the clock.
///
/// The servers keep the true time.
package final class LocalClock: WallClock {
    private let time: SimulatedTime
    private let offset = Mutex(Duration.zero)

    package init(_ time: SimulatedTime) { self.time = time }

    package var now: Instant { time.now + offset.withLock { $0 } }

    /// Sets the clock, forward or back; who sleeps already sleeps as long as it meant to.
    package func set(by duration: Duration) { offset.withLock { $0 += duration } }

    package func sleep(until instant: Instant) async throws(CancellationError) {
        let offset = offset.withLock { $0 }
        try await time.sleep(until: instant - offset)
    }
}

extension Instant {
    fileprivate static func - (instant: Instant, duration: Duration) -> Instant {
        Instant(microseconds: instant.microseconds - duration.wholeMicroseconds)
    }
}
