import Catalog
import Events
import HTTP
import HTTPTypes
import JSON
import JournalStore
import PlytixSandbox
import Projections
import SandboxWorld
import Settings
import Simulation
import Sync
import Synchronization
import Testing

/// Whole runs at a quota that makes them wait for hours, against the best that anybody could do.
@Suite struct `At a quota a whole run` {
    typealias Limit = AccountConfiguration.Limit

    /// By how much the windows of an hour began before the run, and how many requests they take.
    @Test(arguments: [0, 17, 900, 1_800, 3_500], [120, 230])
    func `takes at most 1.03 of the best time, wherever the hours begin`(
        ahead: Int, requests: Int
    ) throws {
        let limits = [
            Limit(requests: 20, seconds: 10), Limit(requests: requests, seconds: 3_600),
        ]
        let run = try Self.run(limits, ahead: ahead)
        let best = Self.best(run.taken.count, limits, from: run.start) - run.start
        let passed = (run.taken.last ?? run.start) - run.start
        #expect(run.taken.count > 2 * requests)
        #expect(passed >= best)
        #expect(passed.inSeconds <= best.inSeconds * 1.03, "\(passed) against \(best)")
        // The one that told where the hours begin.
        #expect(run.refused <= 1)
    }

    /// A reserve is never used up to learn where the hours begin; an earlier refusal may have told.
    @Test(arguments: [0, 17, 900, 1_800, 3_500])
    func `takes at most 1.03 of the best for its part, once it knows where the hours begin`(
        ahead: Int
    ) throws {
        let limits = [Limit(requests: 20, seconds: 10), Limit(requests: 200, seconds: 3_600)]
        let run = try Self.run(limits, ahead: ahead, reserve: 0.2) { world in
            var first = Self.order
            first.phases = [.export, .map]
            first.execute = false
            _ = try world.run(first)
            let bucket = try #require(try world.state.targets.system("default")).text
            try world.record(
                LimitObserved(
                    observation: LimitObservation(
                        bucket: bucket,
                        limits: [.window(requests: 200, length: .seconds(3_600))],
                        evidence: .refusal,
                        resetsAt: Instant(seconds: (world.time.now.seconds / 3_600 + 1) * 3_600))))
            try world.time.pass(.seconds(3 * 3_600 - world.time.now.seconds % 3_600))
        }
        let ours = limits.map { Limit(requests: $0.requests * 8 / 10, seconds: $0.seconds) }
        let best = Self.best(run.taken.count, ours, from: run.start) - run.start
        let passed = (run.taken.last ?? run.start) - run.start
        #expect(run.taken.count > 2 * 160)
        #expect(passed.inSeconds <= best.inSeconds * 1.03, "\(passed) against \(best)")
        #expect(run.refused == 0)
    }

    /// Every request to Plytix of one run: when it was taken, and how many were refused.
    ///
    /// - `before`: what happens before, up to the beginning of an hour.
    private static func run(
        _ limits: [Limit], ahead: Int, reserve: Double = 0,
        before: (SimulatedWorld) throws -> Void = { _ in }
    ) throws -> (start: Instant, taken: [Instant], refused: Int) {
        let door = Door()
        var options = SimulatedWorld.Options()
        options.limits = limits
        options.onServed = { door.note($0, $1, $2) }
        let world = try SimulatedWorld(World.generated(count: 100, seed: 3), options) {
            $0.limits.quotaReserve = reserve
        }
        try before(world)
        door.clear()
        // Whole hours are whole multiples of the window; the run begins within one.
        try world.time.pass(.seconds(ahead))
        let start = world.time.now
        let report = try world.run(order)
        #expect(report.stop == nil)
        return (start, door.taken, door.refused)
    }

    private static var order: RunOrder {
        var order = RunOrder(
            command: ["plysync", "sync"], phases: Set(Phase.allCases),
            scope: Scope(source: .brand("Sandbox Brand"), marketplaces: [.us]))
        order.execute = true
        return order
    }

    /// When the last of so many requests is taken if each is sent as soon as both windows allow it.
    private static func best(_ count: Int, _ limits: [Limit], from start: Instant) -> Instant {
        var now = start
        var used = limits.map { (window: now.seconds / $0.seconds, count: 0, limit: $0) }
        for _ in 0..<count {
            var isWaiting = true
            while isWaiting {
                isWaiting = false
                for index in used.indices {
                    let seconds = used[index].limit.seconds
                    if now.seconds / seconds != used[index].window {
                        used[index].window = now.seconds / seconds
                        used[index].count = 0
                    }
                    guard used[index].count >= used[index].limit.requests else { continue }
                    now = Instant(seconds: (used[index].window + 1) * seconds)
                    isWaiting = true
                }
            }
            for index in used.indices { used[index].count += 1 }
        }
        return now
    }
}

/// When Plytix took requests.
private final class Door: Sendable {
    private let state = Mutex((taken: [Instant](), refused: 0))

    var taken: [Instant] { state.withLock { $0.taken } }
    var refused: Int { state.withLock { $0.refused } }

    func clear() { state.withLock { $0 = ([], 0) } }

    func note(_ request: Request, _ response: Response, _ now: Instant) {
        guard request.url.contains("/api/v") else { return }
        state.withLock { state in
            if response.status == 429 { state.refused += 1 } else { state.taken.append(now) }
        }
    }
}
