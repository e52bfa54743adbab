import Catalog
import Events
import HTTP
import JSON
import JournalStore
import PlytixSandbox
import Projections
import SandboxWorld
import Simulation
import Sync
import Testing

/// What was lost when a run of the former scripts stopped (`todays-scripts.md` 7.2), each held by a
/// test that fails with that loss; here 1 to 4, 11, 16, 23, 25 and 26. The others stand in the files
/// beside this one, but for those that cannot arise:
///
/// - 12, a run's folder that depends on the working directory: there are no folders of runs. The
///   journal's path starts from the configuration file's folder (`SettingsTests/PrecedenceTests`).
/// - 17, a closed pipe that ends the run, needs a process: `JourneyTests/StoppedRunTests`, "from
///   being read does its work to the end".
/// - 19, two runs that write at once, needs a file: `JournalStoreTests/JournalOpenTests`, "tells a
///   second writer who the first is", and `JourneyTests/RefusedJournalTests`.
@Suite struct `When a run stops, the next one` {
    private static let creation = "POST /api/v1/products"

    /// Loss 1: nothing was handled after a resume, and the run called complete.
    @Test func `handles every product that was left`() throws {
        let dead = try SimulatedWorld().dying(
            .sync(), .requestApplied, of: Self.creation, time: 8)
        #expect((8..<20).contains(dead.served.count))
        let report = try dead.run(.sync())
        #expect(dead.served.count == 20)
        #expect(report.expected(.products) == 20)
        #expect(report.done(.products) == 20)
    }

    /// Loss 2: a run that failed was resumed as if it were done.
    @Test func `does what a failed run did not, and the failed one is not called complete`()
        throws
    {
        let world = try SimulatedWorld()
        let failed = try world.run(
            .sync(),
            wrap: { AnsweringTransport($0) { $0.isProductCreation ? .forbidden : nil } })
        #expect(failed.exitStatus == 3)
        #expect(!failed.isComplete)
        #expect(world.served.isEmpty)
        let report = try world.run(.sync())
        #expect(report.done(.products) == 20)
        #expect(world.served.count == 20)
    }

    /// Losses 3 and 26: an export began anew, since nothing was stored before its end.
    @Test func `reads no page of an export twice`() throws {
        let items = World.generated(count: 60, seed: 1)
        var order = RunOrder(
            command: ["plysync", "export"], phases: [.export],
            scope: Scope(source: .brand("Sandbox Brand"), marketplaces: [.us]))
        order.execute = true
        let undisturbed = try SimulatedWorld(items)
        let whole = try undisturbed.run(order)
        let dead = try SimulatedWorld(items).dying(
            order, .requestLeaves, of: "GET /catalog/2022-04-01/items", time: 3)
        #expect(try dead.state.catalogue.items.count >= 40)
        let report = try dead.run(order)
        #expect(report.done(.export) == whole.done(.export))
        #expect(
            dead.askedAmazon("searchCatalogItems") == undisturbed.askedAmazon("searchCatalogItems"))
        #expect(
            try Set(dead.state.catalogue.items.keys)
                == Set(undisturbed.state.catalogue.items.keys))
    }

    /// Loss 4: the index of canonical products was taken for there, and nothing matched.
    @Test(arguments: [CrashPoint.Moment.requestApplied, .answerArrives])
    func `matches as if nothing had happened`(moment: CrashPoint.Moment) throws {
        let undisturbed = try SimulatedWorld()
        _ = try undisturbed.run(.sync(execute: false))
        let dead = try SimulatedWorld().dying(
            .sync(execute: false), moment, of: "POST /api/v1/products/search", time: 1)
        let report = try dead.run(.sync(execute: false))
        #expect(report.done(.map) == 20)
        let matches = try dead.account.verdicts.mapValues(\.canonicalSKU)
        #expect(try matches == undisturbed.account.verdicts.mapValues(\.canonicalSKU))
        #expect(matches.values.compactMap(\.self).count >= 16)
    }

    /// Losses 11 and 23: the results of the first run were overwritten, or never written.
    @Test func `leaves what the killed one had recorded, which is known as unfinished`() throws {
        let dead = try SimulatedWorld().dying(
            .sync(), .answerArrives, of: Self.creation, time: 12)
        let before = try dead.journal.reader().records(after: 0)
        let killed = try #require(before.last?.run)
        #expect(try dead.state.runs.runs[killed]?.finished == nil)
        #expect(try !dead.account.products.isEmpty)
        _ = try dead.run(.sync())
        let after = try dead.journal.reader().records(after: 0)
        #expect(Array(after.prefix(before.count)) == before)
        let runs = try dead.state.runs
        #expect(runs.order.count == 2)
        #expect(runs.runs[killed]?.finished == nil)
        #expect(runs.order.last.flatMap { runs.runs[$0]?.finished } != nil)
    }

    /// Loss 16: a crash while the state was written lost all of it.
    @Test(arguments: [1, 40, 130])
    func `finds everything that was recorded before a crash in a commit`(time: Int) throws {
        let undisturbed = try SimulatedWorld()
        _ = try undisturbed.run(.sync())
        let dead = try SimulatedWorld().dying(.sync(), .commitBegins, time: time)
        let records = try dead.journal.reader().records(after: 0)
        #expect(records.count >= time - 1)
        #expect(
            try records
                == undisturbed.journal.reader().records(after: 0, limit: max(1, records.count))
                .prefix(records.count).map(\.self))
        #expect(try dead.journal.reader().verify().isValid)
    }

    /// Loss 25: pictures that were refused for a used-up quota were never tried again.
    @Test func `uploads the pictures that a struggling server refused`() throws {
        let world = try SimulatedWorld()
        let first = try world.run(
            .sync(),
            wrap: {
                AnsweringTransport($0) { $0.isAssetCreation ? Response(503) : nil }
            })
        #expect(first.exitStatus == 1)
        #expect((first.left(.images) ?? 0) > 0)
        let second = try world.run(.sync())
        #expect(second.done(.images) == 124)
        #expect(world.served.values.reduce(0) { $0 + $1.gallery.count } == 124)
    }
}
