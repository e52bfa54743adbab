import Catalog
import HTTP
import HTTPTypes
import Synchronization

/// A server that takes so many requests in each of its windows, and refuses the rest with the wait
/// to the end of the window; requests and answers take a while to travel.
final class LimitedServer: Transport {
    struct Window: Sendable {
        let requests: Int
        let seconds: Int
        /// When its windows begin, in seconds after whole multiples of their length.
        var phase = 0.0

        func index(_ time: Instant) -> Int {
            let micros = time.microseconds - Int(phase * 1_000_000)
            return micros / (seconds * 1_000_000)
        }
        func end(_ time: Instant) -> Instant {
            Instant(microseconds: (index(time) + 1) * seconds * 1_000_000 + Int(phase * 1_000_000))
        }
    }

    private struct State {
        var counts: [[Int: Int]]
        var taken: [Instant] = []
        var refused = 0
    }
    private let clock: any WallClock
    private let windows: [Window]
    private let jitter: Jitter
    private let latencyMax: Duration
    private let state: Mutex<State>

    init(
        _ windows: [Window], clock: any WallClock, seed: UInt64 = 1,
        latencyMax: Duration = .milliseconds(400)
    ) {
        self.windows = windows
        self.clock = clock
        self.latencyMax = latencyMax
        jitter = Jitter(SeededGenerator(seed))
        state = Mutex(State(counts: Array(repeating: [:], count: windows.count)))
    }

    var refused: Int { state.withLock { $0.refused } }
    var taken: [Instant] { state.withLock { $0.taken } }

    func send(_ request: Request) async throws(TransportError) -> Response {
        await travel()
        let response = answer(at: clock.now)
        await travel()
        return response
    }

    /// Requests of somebody else that count as well.
    func useUp(_ count: Int) {
        for _ in 0..<count { _ = answer(at: clock.now) }
    }

    private func travel() async {
        let micros = latencyMax.inSeconds * 1_000_000 * jitter.unit() / 2
        try? await clock.sleep(for: .microseconds(Int(micros)))
    }

    private func answer(at now: Instant) -> Response {
        state.withLock { state in
            for (index, window) in windows.enumerated()
            where state.counts[index][window.index(now), default: 0] >= window.requests {
                state.refused += 1
                let seconds = Int((window.end(now) - now).inSeconds.rounded(.up))
                return Response(429, headers: [.retryAfter: String(seconds)])
            }
            for (index, window) in windows.enumerated() {
                state.counts[index][window.index(now), default: 0] += 1
            }
            state.taken.append(now)
            return Response(200)
        }
    }

    /// When a client that knows everything would have its last request taken.
    static func best(_ count: Int, _ windows: [Window], from start: Instant) -> Instant {
        var counts: [[Int: Int]] = Array(repeating: [:], count: windows.count)
        var now = start
        for _ in 0..<count {
            while let full = windows.indices.first(where: { index in
                counts[index][windows[index].index(now), default: 0] >= windows[index].requests
            }) {
                now = windows[full].end(now)
            }
            for (index, window) in windows.enumerated() {
                counts[index][window.index(now), default: 0] += 1
            }
        }
        return now
    }
}
