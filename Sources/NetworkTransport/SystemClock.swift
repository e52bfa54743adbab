package import Catalog
import HTTP

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The computer's time of day.
package struct SystemClock: WallClock {
    private let time: @Sendable () -> Instant

    /// - `time`: tells the time of day.
    package init(time: @escaping @Sendable () -> Instant = { Self.timeOfDay }) { self.time = time }

    package var now: Instant { time() }

    private static var timeOfDay: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int(time.tv_sec) * 1_000_000 + Int(time.tv_nsec) / 1000)
    }

    /// Sleeps as long as it is until the instant, whatever becomes of the time of day meanwhile: a
    /// clock that is set back by hours must not make a pause of a second last for hours.
    package func sleep(until instant: Instant) async throws(CancellationError) {
        let left = instant - now
        do {
            if left > .zero { try await Task.sleep(for: left, clock: .continuous) }
            try Task.checkCancellation()
        } catch {
            throw CancellationError()
        }
    }
}
