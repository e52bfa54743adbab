import Catalog
import Events
import Planning
import Projections
import TestSupport
import Testing

@Suite struct `What is done about links` {
    static let family = "AMZN-US-B077QMJFG9"
    static let boot = "AMZN-US-B07X8Z63ZL"

    /// A canonical product to which `count` items are matched.
    static func matched(_ count: Int) throws -> Scene {
        var scene = Scene()
        scene.settings.attributes = []
        try scene.history.see([Canonical(id: "c-C", sku: "C"), Canonical(id: "c-D", sku: "D")])
        for index in 0..<count {
            let asin = "B0" + String(10_000_000 + index)
            try scene.history.export(AmazonItem(key: .us(asin)))
            try scene.history.match(.us(asin), to: "C")
        }
        return scene
    }

    @Test(arguments: [(1, [1]), (101, [101]), (300, [300]), (301, [300, 1])])
    func `many targets go in few requests`(count: Int, sizes: [Int]) throws {
        var scene = try Self.matched(count)
        let requests = scene.plan().stages.first { $0.name == .links }?.requests ?? []
        let targets = requests.map { request -> [String] in
            if case .link(_, "C", let targets)? = request.effects.first { targets } else { [] }
        }
        #expect(targets.map(\.count) == sizes)
        #expect(Set(targets.flatMap(\.self)).count == count)
        #expect(requests.allSatisfy { $0.cause == $0.cause.sorted() && !$0.cause.isEmpty })
        try scene.sync()
        #expect(scene.plan().lines == [])
    }

    @Test func `what is linked already, by us or by others, is not linked again`() throws {
        var scene = try Self.matched(3)
        try scene.carryOut(scene.plan([.products]))
        let skus = scene.desired.products.map(\.sku)
        try scene.see("C", links: [skus[0]])
        #expect(
            scene.plan().lines(.links) == [
                "links: amazon_listings C -> \(skus[1...].map { $0 }.listed)"
            ])
    }

    @Test func `a link needs both of its products`() throws {
        var scene = try Self.matched(2)
        try scene.history.match(.us("B010000001"), to: "UNKNOWN")
        let first = "AMZN-US-B010000000"
        // Products that this plan makes can be linked; others only when they are there.
        #expect(scene.plan().lines(.links) == ["links: amazon_listings C -> [\(first)]"])
        #expect(scene.plan([.relationships]).lines(.links) == [])
        try scene.carryOut(scene.plan([.products]))
        #expect(
            scene.plan([.relationships]).lines(.links) == ["links: amazon_listings C -> [\(first)]"]
        )
        try scene.see(first) { $0.gone = true }
        #expect(scene.plan().lines(.links) == [])
    }

    @Test func `a link to a product that cannot be made is not asked for`() throws {
        var scene = try Self.matched(2)
        try scene.fail(.createProduct(sku: "AMZN-US-B010000000"))
        #expect(scene.plan().lines(.links) == ["links: amazon_listings C -> [AMZN-US-B010000001]"])
    }

    @Test func `a match that moved takes its link along`() throws {
        var scene = try Self.matched(2)
        try scene.sync()
        try scene.history.match(.us("B010000000"), to: "D")
        #expect(
            scene.plan().lines(.links) == [
                "links: amazon_listings D -> [AMZN-US-B010000000]",
                "links: amazon_listings C no more -> [AMZN-US-B010000000]",
            ])
        try scene.sync()
        #expect(scene.account.linked("amazon_listings", from: "C") == ["AMZN-US-B010000001"])
        #expect(scene.plan().lines == [])
    }

    @Test func `links of others are left, however wrong`() throws {
        var scene = try Self.matched(1)
        try scene.sync()
        try scene.see("D", links: ["AMZN-US-B010000000"])
        #expect(scene.account.linked("amazon_listings", from: "D") == ["AMZN-US-B010000000"])
        #expect(scene.plan().lines == [])
    }

    @Test func `a child that left its parent is unlinked`() throws {
        let family = AmazonItem.family().with { $0.children = [.example("B07X8Z63ZL")] }
        var scene = try Scene.synced([family, .boot()])
        #expect(scene.account.linked("amazon_hierarchy", from: Self.family) == [Self.boot])
        try scene.history.export(.family())
        #expect(
            scene.plan().lines(.links) == [
                "links: amazon_hierarchy \(Self.family) no more -> [\(Self.boot)]"
            ])
        try scene.sync()
        #expect(scene.plan().lines == [])
    }

    @Test(arguments: [family, boot])
    func `links of a product that is gone are left`(sku: String) throws {
        let family = AmazonItem.family().with { $0.children = [.example("B07X8Z63ZL")] }
        var scene = try Scene.synced([family, .boot()])
        try scene.history.export(.family())
        try scene.see(sku) { $0.gone = true }
        #expect(scene.plan().lines == [])
    }

    @Test func `links of a canonical product that has vanished are left`() throws {
        var scene = try Self.matched(1)
        try scene.sync()
        try scene.record(CanonicalVanished(id: "c-C", sku: "C"))
        #expect(scene.plan().lines == [])
        try scene.history.match(.us("B010000000"), to: "D")
        #expect(scene.plan().lines(.links) == ["links: amazon_listings D -> [AMZN-US-B010000000]"])
    }

    @Test func `a link that somebody took away is made again`() throws {
        var scene = try Self.matched(1)
        try scene.sync()
        try scene.see("C", links: [])
        #expect(scene.plan().lines == ["links: amazon_listings C -> [AMZN-US-B010000000]"])
    }

    @Test func `a run about fewer items takes no link away that others ask for`() throws {
        var scene = try `Links that shall be`.disagreeing()
        try scene.sync()
        for item in scene.items {
            let desired = Desired(items: [item], decisions: scene.account, settings: scene.settings)
            let plan = Plan(desired: desired, account: scene.account, settings: scene.settings)
            #expect(plan.lines == [], "only \(item.item.key)")
        }
    }

    @Test func `a plan limited to some products takes no link away`() throws {
        var scene = try `Links that shall be`.disagreeing()
        try scene.sync()
        for product in scene.desired.products {
            let desired = scene.desired.limited(to: [product.sku])
            let plan = Plan(desired: desired, account: scene.account, settings: scene.settings)
            #expect(plan.lines == [], "only \(product.sku)")
        }
    }

    @Test func `a parent that Amazon names no more is unlinked from where its children led it`()
        throws
    {
        var scene = try `Links that shall be`.disagreeing()
        try scene.sync()
        try scene.history.export(.boot(model: nil), .boot("B07TBFZL3N"))
        #expect(
            scene.plan().lines(.links).sorted() == [
                "links: amazon_hierarchy \(Self.family) no more -> [AMZN-US-B07TBFZL3N, \(Self.boot)]",
                "links: amazon_listings MCA0032 no more -> [\(Self.family)]",
            ])
    }
}

extension Scene {
    /// We see the Amazon Listings of a canonical product.
    mutating func see(_ sku: String, links targets: [String]) throws {
        let ids = targets.compactMap { account.productID($0) }
        try see(sku) {
            $0.relations = [LiveRelation(relationID: "r", label: "amazon_listings", targets: ids)]
            $0.looked = ["relations"]
        }
    }
}
