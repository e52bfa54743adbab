import Catalog
import Delivery
import HTTP
import HTTPTypes
import JSON
import PlytixSandbox
import Projections
import SandboxWorld
import Settings
import Simulation
import Sync
import Synchronization
import Testing

/// Runs that must stop while the hour's quota is used up.
@Suite struct `A run that must stop` {
    private static let requestsOfAnHour = 100

    /// A world whose account takes a hundred requests an hour, of which we use eighty.
    private static func world(_ quirks: Set<PlytixSandbox.Quirk> = []) throws -> SimulatedWorld {
        var options = SimulatedWorld.Options()
        options.plytix.quirks = quirks
        options.limits = [
            AccountConfiguration.Limit(requests: 50, seconds: 10),
            AccountConfiguration.Limit(requests: requestsOfAnHour, seconds: 3_600),
        ]
        let world = try SimulatedWorld(.bundled, options)
        try world.time.pass(.seconds(60))
        return world
    }

    /// Answers the first write that leaves when eighty requests have left; other requests of that
    /// moment are waiting for the next hour by then.
    private static func atTheEnd(
        _ transport: any Transport, _ answer: @escaping @Sendable () -> Response
    ) -> AnsweringTransport {
        let count = Mutex(0)
        return AnsweringTransport(transport) { request in
            guard request.url.contains("pim.plytix.com") else { return nil }
            let number = count.withLock { count in
                count += 1
                return count
            }
            return number == requestsOfAnHour * 8 / 10 ? answer() : nil
        }
    }

    @Test func `for a refusal does not wait for what others wait for`() throws {
        let world = try Self.world()
        let start = world.time.now
        let report = try world.run(.sync(), wrap: { Self.atTheEnd($0) { .forbidden } })
        #expect(report.stop != nil)
        #expect(world.time.now - start < .seconds(120))
    }

    /// What a conflict is about is looked up, which has to wait for the next hour.
    @Test func `by Ctrl-C looks nothing up any more`() throws {
        let world = try Self.world([.assetConflictInWords])
        let start = world.time.now
        let report = try world.run(
            .sync(),
            wrap: { transport in
                Self.atTheEnd(transport) { [time = world.time] in
                    time.interrupt()
                    return Response(
                        409,
                        json: [
                            "error": [
                                "msg": "Asset already exists",
                                "errors": [["field": "asset.id", "msg": "already exists"]],
                            ]
                        ])
                }
            })
        #expect(report.exitStatus == 130)
        #expect(world.time.now - start < .seconds(120))
        #expect(try world.account.doubts.isEmpty)
        try world.time.pass(.seconds(3_600))
        let next = try world.run(.sync())
        let whole = try Self.world([.assetConflictInWords]).run(.sync())
        #expect(next.done(.images) == whole.done(.images))
        #expect(try WorldStanding(world).duplicates == [])
    }
}
