import Catalog
import Events
import Export
import JSON
import Planning
import Projections
import SandboxWorld
import Simulation
import Settings
import Sync
import Testing

/// What a run that was stopped had read of Amazon is used once, and not for longer.
@Suite struct `An export after one that was stopped` {
    private static let searches = "GET /catalog/2022-04-01/items"

    private static var export: RunOrder {
        RunOrder(
            command: ["plysync", "export"], phases: [.export],
            scope: Scope(source: .brand("Sandbox Brand"), marketplaces: [.us]))
    }

    @Test func `asks Amazon anew once another run has used what it read`() throws {
        let dead = try SimulatedWorld().dying(
            .sync(), .requestApplied, of: "POST /api/v1/products/search", time: 1)
        let resumed = try dead.run(.sync())
        #expect(resumed.exports.first?.reusedPages == 2)
        #expect(resumed.requests.amazon == 0)

        var later = World.bundled
        later.items[0].title = "Another title"
        let world = try SimulatedWorld(after: dead, selling: later)
        let report = try world.run(.sync())
        #expect(report.exports.first?.reusedPages == 0)
        #expect(
            world.served[later.items[0].asin]?["attributes"]["amazon_title"].string
                == "Another title")
    }

    @Test func `gets through a long list with few requests for each run`() throws {
        let world = try SimulatedWorld(World.generated(count: 100, seed: 3))
        var runs = 0
        repeat {
            runs += 1
            let report = try world.run(Self.export, configure: { $0.limits.requestsMax = 2 })
            if report.stop == nil { break }
        } while runs < 20
        #expect(runs < 20)
        let whole = try SimulatedWorld(World.generated(count: 100, seed: 3))
        _ = try whole.run(Self.export)
        #expect(
            try Set(world.state.catalogue.items.keys) == Set(whole.state.catalogue.items.keys))
        #expect(
            world.askedAmazon("searchCatalogItems") == whole.askedAmazon("searchCatalogItems"))
    }

    /// Stopped in the search of three pages, and before the look at what it left out.
    @Test(arguments: 2...4)
    func `still misses what only the run before it listed`(request: Int) throws {
        let items = World.generated(count: 60, seed: 1)
        let first = try SimulatedWorld(items)
        _ = try first.run(Self.export)
        let gone = try #require(items.items.first { $0.parents.isEmpty && $0.children.isEmpty })
        var later = items
        later.items.removeAll { $0.asin == gone.asin }
        let dead = try SimulatedWorld(after: first, selling: later).dying(
            Self.export, .requestLeaves, of: Self.searches, time: request)
        #expect(try dead.state.catalogue.missing.isEmpty)
        let report = try dead.run(Self.export)
        #expect(report.exports.first?.vanished.map(\.asin.text) == [gone.asin])
        #expect(try dead.state.catalogue.missing.count == 1)
    }

    @Test func `makes nothing new of an item that is gone`() throws {
        let first = try SimulatedWorld()
        var order = RunOrder.sync()
        order.phases = [.export]
        _ = try first.run(order)
        let gone = try #require(World.bundled.items.first { !$0.parents.isEmpty })
        var later = World.bundled
        later.items.removeAll { $0.asin == gone.asin }
        let world = try SimulatedWorld(after: first, selling: later)
        _ = try world.run(.sync())
        var rest = RunOrder.sync()
        rest.scope = nil
        rest.phases.remove(.export)
        let report = try world.run(rest)
        #expect(report.plan?.effects.map(\.key) == [])
        #expect(report.phases.allSatisfy { $0.pending == 0 })
        #expect(world.served[gone.asin] == nil)
    }
}
