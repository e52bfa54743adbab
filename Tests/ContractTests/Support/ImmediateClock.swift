import Catalog
import HTTP
import Synchronization

/// A clock whose sleeps are over at once.
final class ImmediateClock: WallClock {
    private let time = Mutex(Instant(seconds: 1_772_352_000))

    var now: Instant { time.withLock { $0 } }

    func sleep(until instant: Instant) async throws(CancellationError) {
        time.withLock { $0 = max($0, instant) }
    }

    func pass(_ duration: Duration) { time.withLock { $0 = $0 + duration } }
}
