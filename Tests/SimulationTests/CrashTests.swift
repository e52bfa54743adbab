import Catalog
import JournalStore
import PlytixSandbox
import SandboxWorld
import Simulation
import Sync
import Testing

/// The process dies at a boundary; the same command then leaves what an undisturbed run leaves.
///
/// Here a sample of the boundaries; `tools/crash-points` takes all of them.
@Suite struct `A run that is killed` {
    private static func order(_ source: ScopeSource) -> RunOrder {
        var order = RunOrder(
            command: ["plysync", "sync"], phases: Set(Phase.allCases),
            scope: Scope(source: source, marketplaces: [.us]))
        order.execute = true
        return order
    }

    private func expectNoFindings(_ report: CrashReport, boundaries: Int, deaths: Int) {
        #expect(report.findings.isEmpty, "\(report.findings.map(\.description))")
        #expect(report.pointCount > boundaries)
        #expect(report.continuedCount >= deaths)
    }

    /// What was under way at the death arrives all the same, or never does.
    @Test(arguments: [true, false])
    func `goes on to the same account and status`(arriving: Bool) throws {
        var exploration = CrashExploration(order: Self.order(.style("MCA0032")))
        exploration.arriving = arriving
        // Both samples together meet each kind of boundary in each phase.
        exploration.stride = 53
        exploration.offset = arriving ? 7 : 31
        let report = try exploration.explore { try SimulatedWorld() }
        expectNoFindings(report, boundaries: 700, deaths: 14)
        #expect(report.countByMoment.count == CrashPoint.Moment.allCases.count)
    }

    /// As late as we count on, in the middle of the run that goes on.
    @Test func `goes on to the same account while its last requests arrive late`() throws {
        var exploration = CrashExploration(order: Self.order(.style("MCA0032")))
        exploration.lateness = .seconds(119)
        exploration.stride = 101
        exploration.offset = 20
        let report = try exploration.explore { try SimulatedWorld() }
        expectNoFindings(report, boundaries: 700, deaths: 7)
    }

    @Test func `in the middle of 200 products goes on to the same account and status`() throws {
        var exploration = CrashExploration(order: Self.order(.brand("Sandbox Brand")))
        exploration.stride = 2_000
        exploration.offset = 1_111
        let world = World.generated(count: 200, seed: 1)
        let report = try exploration.explore { try SimulatedWorld(world) }
        expectNoFindings(report, boundaries: 3_000, deaths: 2)
    }

    /// The second death comes while the second run goes on from the first.
    @Test func `twice in a row goes on to the same account and status`() throws {
        var exploration = CrashExploration(order: Self.order(.brand("Sandbox Brand")))
        exploration.deaths = 2
        exploration.stride = 97
        exploration.offset = 60
        exploration.secondStride = 29
        let world = World.generated(count: 1, seed: 1)
        let report = try exploration.explore { try SimulatedWorld(world) }
        expectNoFindings(report, boundaries: 100, deaths: 10)
    }

    /// A journal of an undisturbed run with one product less than it should have: what the
    /// comparison is for.
    @Test func `and goes on to another end is found out`() throws {
        let world = try SimulatedWorld()
        _ = try world.run(Self.order(.style("MCA0032")))
        let expected = try WorldStanding(world)
        let other = try SimulatedWorld(after: world)
        #expect(try WorldStanding(other).differences(from: expected) == [])
        other.plytix.byHand(in: "default", at: other.time.now) {
            $0.deleteProduct("AMZN-US-B07X8Z63ZL")
        }
        #expect(try !WorldStanding(other).differences(from: expected).isEmpty)
        #expect(try WorldStanding(world).differences(from: expected) == [])
    }
}
