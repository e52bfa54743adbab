import Catalog
import Events
import PlytixSandbox
import SandboxWorld
import Settings
import Simulation
import Sync
import Testing

/// A run that begins in an hour of which an earlier run has used a part.
@Suite struct `A run soon after another one` {
    /// A world whose account takes a hundred requests an hour, a little after the hour began.
    private static func world() throws -> SimulatedWorld {
        var options = SimulatedWorld.Options()
        options.limits = [
            AccountConfiguration.Limit(requests: 20, seconds: 10),
            AccountConfiguration.Limit(requests: 100, seconds: 3_600),
        ]
        let world = try SimulatedWorld(.bundled, options)
        try world.time.pass(.seconds(60))
        return world
    }

    private static func refused(_ world: SimulatedWorld) -> Int {
        world.plytix.requestCounts().filter { $0.status == 429 }.reduce(0) { $0 + $1.count }
    }

    @Test func `knows what the other one used of the hour`() throws {
        let world = try Self.world()
        let first = try world.run(.sync(), configure: { $0.limits.requestsMax = 60 })
        #expect(first.requests.plytix > 40)
        try world.time.pass(.seconds(30))
        let second = try world.run(.sync())
        #expect(second.left(.products) == 0)
        #expect(Self.refused(world) == 0)
    }

    @Test func `knows the writes of one that was killed`() throws {
        let dead = try Self.world().dying(
            .sync(), .requestApplied, of: "POST /api/v1/assets", time: 12)
        #expect(dead.plytix.writeCount(of: "default") > 30)
        let second = try dead.run(.sync())
        #expect(second.requests.plytix > 60)
        #expect(second.left(.products) == 0)
        #expect(Self.refused(dead) == 0)
    }
}
