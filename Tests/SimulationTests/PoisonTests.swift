import Audit
import Catalog
import Delivery
import Events
import HTTP
import JSON
import Planning
import PlytixSandbox
import Projections
import SandboxWorld
import Settings
import Simulation
import Sync
import Testing

/// Items that Plytix refuses, or fails on.
@Suite struct `An item that cannot be done` {
    private static let asin = "B0SANDBX05"
    private static let sku = "AMZN-US-\(asin)"

    /// Runs the workflow while Plytix refuses the product; gives how often it was sent.
    private func refusing(_ world: SimulatedWorld) throws -> (report: RunReport, sent: Int) {
        var transport: AnsweringTransport?
        let report = try world.run(
            .sync(),
            wrap: {
                let refusing = AnsweringTransport($0) { request in
                    request.isProductCreation && request.text.contains("\"\(Self.sku)\"")
                        ? .unacceptable : nil
                }
                transport = refusing
                return refusing
            })
        return (report, transport?.count ?? 0)
    }

    @Test func `costs no request until its input changes`() throws {
        let world = try SimulatedWorld()
        #expect(try refusing(world).sent == 1)
        let second = try refusing(world)
        #expect(second.sent == 0)
        #expect(second.report.requests.plytixWrites == 0)
        var later = World.bundled
        let index = try #require(later.items.firstIndex { $0.asin == Self.asin })
        later.items[index].title = "A title that can be taken"
        let changed = try SimulatedWorld(after: world, selling: later)
        #expect(try refusing(changed).sent == 1)
        #expect(try refusing(changed).sent == 0)
    }

    @Test func `is tried once more when a person says so`() throws {
        let world = try SimulatedWorld()
        _ = try refusing(world)
        let keys = try world.account.failedKeys(because: nil)
            .filter { $0.contains(Self.sku) }
        #expect(!keys.isEmpty)
        try world.record(RetryAsked(keys: keys))
        #expect(try refusing(world).sent == 1)
        try world.record(RetryAsked(keys: keys))
        let report = try world.run(.sync())
        #expect(world.served[Self.asin] != nil)
        #expect(report.failures.count == 1)
    }

    /// The picture of the bundled catalogue that is gone.
    @Test func `is no failure any more when a person takes it as it is`() throws {
        let world = try SimulatedWorld()
        let first = try world.run(.sync())
        let failure = try #require(first.failures.first)
        #expect(first.exitStatus == 1)
        let acceptance = try Acceptance(
            of: failure.key, reason: "gone at Amazon", state: world.state,
            account: world.account, settings: world.configuration.planning)
        for event in acceptance.events { try world.record(event) }
        let second = try world.run(.sync())
        #expect(second.exitStatus == 0)
        #expect(second.isComplete)
        #expect(second.failures.isEmpty)
        #expect(second.accepted.count == 1)
        #expect(second.requests.plytixWrites == 0)
    }

    @Test func `for reasons that pass is tried by a few later runs, and then no more`() throws {
        let world = try SimulatedWorld()
        var sent: [Int] = []
        for _ in 1...8 {
            var transport: AnsweringTransport?
            _ = try world.run(
                .sync(),
                wrap: {
                    let failing = AnsweringTransport($0) { request in
                        request.isProductCreation && request.text.contains("\"\(Self.sku)\"")
                            ? .failing : nil
                    }
                    transport = failing
                    return failing
                })
            sent.append(transport?.count ?? 0)
        }
        let runs = world.configuration.planning.attemptsMax
        let tries = world.configuration.delivery.triesMax
        #expect(sent.prefix(runs).allSatisfy { (1...tries).contains($0) }, "\(sent)")
        #expect(sent.dropFirst(runs).allSatisfy { $0 == 0 }, "\(sent)")
    }
}
