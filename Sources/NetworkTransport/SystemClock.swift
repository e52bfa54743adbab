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
    package init() {}

    package var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int(time.tv_sec) * 1_000_000 + Int(time.tv_nsec) / 1000)
    }

    /// Sleeps in pieces, so that a clock that is set meanwhile counts soon.
    package func sleep(until instant: Instant) async throws(CancellationError) {
        while true {
            let left = instant - now
            guard left > .zero else { break }
            do {
                try await Task.sleep(for: min(left, .seconds(30)))
            } catch {
                throw CancellationError()
            }
        }
        guard !Task.isCancelled else { throw CancellationError() }
    }
}
