import Catalog
import Events
import PlytixSandbox
import Planning
import JSON
import Projections
import SandboxWorld
import Simulation
import Sync
import Testing

/// The whole workflow on the bundled catalogue, in one process and on a simulated clock.
@Suite struct `The whole workflow` {
    private static func sync(execute: Bool = true) -> RunOrder {
        var order = RunOrder(
            command: ["plysync", "sync"], phases: Set(Phase.allCases),
            scope: Scope(source: .style("MCA0032"), marketplaces: [.us]))
        order.execute = execute
        return order
    }

    @Test func `a run without execute writes nothing to Plytix`() throws {
        let world = try SimulatedWorld()
        let report = try world.run(Self.sync(execute: false))
        #expect(world.plytix.writeCount(of: "default") == 0)
        #expect(report.exitStatus == 0)
        #expect(report.plan?.isEmpty == false)
        #expect(report.requests.plytixWrites == 0)
    }

    @Test func `a first run brings everything but the picture that is gone`() throws {
        let world = try SimulatedWorld()
        let report = try world.run(Self.sync())
        let counts = Dictionary(
            report.phases.map { ($0.phase, [$0.expected, $0.done, $0.failed]) },
            uniquingKeysWith: { first, _ in first })
        #expect(counts[.export] == [20, 20, 0])
        #expect(counts[.map] == [20, 20, 0])
        #expect(counts[.products] == [20, 20, 0])
        #expect(counts[.images] == [125, 124, 1])
        #expect(report.failures.count == 1)
        #expect(report.exitStatus == 1)
        #expect(!report.isComplete)
    }

    @Test func `a second run has nothing to do and does not ask for the lost picture again`() throws
    {
        let world = try SimulatedWorld()
        _ = try world.run(Self.sync())
        let writes = world.plytix.writeCount(of: "default")
        let report = try world.run(Self.sync())
        #expect(world.plytix.writeCount(of: "default") == writes)
        #expect(report.requests.plytixWrites == 0)
        #expect(report.plan?.isEmpty == true)
        #expect(report.phases.allSatisfy { $0.unchanged == $0.done })
    }

    @Test func `a replay makes the fresh account equal without a request to Amazon`() throws {
        let world = try SimulatedWorld()
        _ = try world.run(Self.sync())
        var order = RunOrder(
            command: ["plysync", "replay"], phases: [.products, .relationships, .images])
        order.execute = true
        order.replay = RunOrder.Replay(source: "default")
        let report = try world.run(order, target: "fresh")
        #expect(report.requests.amazon == 0)
        #expect(report.isComplete)
    }
}
