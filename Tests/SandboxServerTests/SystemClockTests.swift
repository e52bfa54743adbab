import Catalog
import HTTP
import NetworkTransport
import Synchronization
import Testing

/// The clock of the computer, which people and NTP set.
@Suite struct `The system's clock` {
    /// A time of day that is set back by two hours once it was read.
    @Test(.timeLimit(.minutes(1)))
    func `sleeps as long as was meant, though it is set back meanwhile`() async throws {
        let readings = Mutex(0)
        let start = Instant(seconds: 1_772_438_400)
        let clock = SystemClock(time: {
            readings.withLock { readings in
                readings += 1
                return readings <= 2 ? start : start + .seconds(-7_200)
            }
        })
        try await clock.sleep(for: .milliseconds(1))
        #expect(clock.now < start)
    }

    @Test func `ends a sleep at once when its task is cancelled`() async throws {
        let clock = SystemClock()
        let task = Task { () -> Bool in
            do throws(CancellationError) {
                try await clock.sleep(for: .seconds(3_600))
                return false
            } catch {
                return true
            }
        }
        task.cancel()
        #expect(await task.value)
    }
}
