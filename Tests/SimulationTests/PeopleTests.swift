import Catalog
import Events
import HTTP
import HTTPTypes
import JSON
import Mapping
import Planning
import PlytixSandbox
import Projections
import SandboxWorld
import Settings
import Simulation
import Sync
import Testing

/// What people do in Plytix and to the settings between two runs.
@Suite struct `Between two runs` {
    private static let order = {
        var order = RunOrder(
            command: ["plysync", "sync"], phases: Set(Phase.allCases),
            scope: Scope(source: .style("MCA0032"), marketplaces: [.us]))
        order.execute = true
        return order
    }()

    @Test func `a deleted product is named, and brought back only when a person says so`() throws {
        let world = try SimulatedWorld()
        _ = try world.run(Self.order)
        let sku = "AMZN-US-B07X8Z63ZL"
        world.plytix.byHand(in: "default", at: world.time.now) { $0.deleteProduct(sku) }
        // That it is gone shows when it is written to.
        try world.record(
            LiveObserved(
                id: try #require(world.account.products[sku]?.id), sku: sku, fields: [], looked: [],
                gone: true))
        let writes = world.plytix.writeCount(of: "default")
        let left = try world.run(Self.order)
        #expect(world.plytix.writeCount(of: "default") == writes)
        #expect(left.failures.contains { $0.subject == .sku(sku) })
        #expect(left.exitStatus == 1)

        try world.record(RetryAsked(keys: ["create \(sku)"]))
        let back = try world.run(Self.order)
        #expect(!back.failures.contains { $0.subject == .sku(sku) })
        #expect(try world.account.products[sku]?.isGone == false)
    }

    @Test func `an attribute that was deleted is made again by schema`() throws {
        let world = try SimulatedWorld()
        _ = try world.run(Self.order)
        let before = try #require(world.account.attributes["amazon_size"]?.id)
        world.plytix.byHand(in: "default", at: world.time.now) { $0.deleteAttribute("amazon_size") }
        var schema = RunOrder(command: ["plysync", "schema"], phases: [])
        schema.isSchemaOnly = true
        schema.execute = true
        let report = try world.run(schema)
        #expect(report.requests.plytixWrites == 2)
        let after = try #require(world.account.attributes["amazon_size"]?.id)
        #expect(after != before)
    }

    @Test
    func `settings with other names for the same account are refused before anything is written`()
        throws
    {
        let world = try SimulatedWorld()
        _ = try world.run(Self.order)
        let writes = world.plytix.writeCount(of: "default")
        let report = try world.run(
            Self.order, configure: { $0.planning.skuFormat = "AZ-{marketplace}-{asin}" })
        #expect(report.exitStatus == 2)
        #expect(report.stop?.description.contains("AMZN-{marketplace}-{asin}") == true)
        #expect(world.plytix.writeCount(of: "default") == writes)
    }

    @Test func `the first products of a limit are done completely, and no others`() throws {
        let world = try SimulatedWorld()
        var order = Self.order
        order.productsMax = 3
        let report = try world.run(order)
        let products = report.phases.first { $0.phase == .products }
        #expect(products?.done == 3)
        #expect(products?.pending == 17)
        #expect(try world.account.products.count == 3)
        let whole = try world.account.products.values.allSatisfy {
            ($0.gallery.value ?? []).count > 0
        }
        #expect(whole)
        #expect(report.exitStatus == 1)
    }

    @Test func `what an answer was lost of stays ours`() throws {
        let world = try SimulatedWorld()
        _ = try world.run(
            Self.order,
            wrap: { transport in
                LossyTransport(transport, .answer) { _, request in
                    request.url.contains("/products/") && request.url.contains("/relationships/")
                        || request.method == .post && request.url.hasSuffix("/products")
                }
            })
        let account = try world.account
        let links = account.links.values.flatMap(\.values).flatMap { $0 }
        #expect(links.count == 22)
        let isOurs = links.allSatisfy(\.isOurs)
        #expect(isOurs)
        let isLabelled = account.products.values.allSatisfy { $0.fields["label"]?.isOurs == true }
        #expect(isLabelled)
    }

    @Test func `a look at a plan by a mapping file decides nothing`() throws {
        let world = try SimulatedWorld()
        _ = try world.run(Self.order)
        let item = try #require(ItemKey("US/B07X8Z63ZL"))
        var look = RunOrder(command: ["plysync", "products"], phases: [.map, .products])
        look.mapping = [.init(item: item, canonicalSKU: nil)]
        let plan = try world.run(look)
        #expect(plan.plan?.isEmpty == false)
        #expect(try world.account.verdicts[item]?.canonicalSKU == "MCA0032-105W-BOMB")
    }

    @Test func `a source that gives nothing is not called complete`() throws {
        let world = try SimulatedWorld()
        var order = Self.order
        order.scope = Scope(source: .brand("Nobody's Brand"), marketplaces: [.us])
        let report = try world.run(order)
        #expect(!report.isComplete)
        #expect(report.exitStatus == 1)
    }
}
