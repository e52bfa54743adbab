import Catalog
import Events
import JSON
import Planning
import Projections
import TestSupport
import Testing

@Suite struct `Links that shall be` {
    static let family = "AMZN-US-B077QMJFG9"
    static let boot = "AMZN-US-B07X8Z63ZL"
    static let other = "AMZN-US-B07TBFZL3N"

    @Test func `parent to child, whichever names the other, once`() throws {
        var scene = Scene()
        try scene.history.export(
            AmazonItem.family().with {
                $0.children = [.example("B07TBFZL3N"), .example("B07X8Z63ZL")]
            },
            AmazonItem.boot().with { $0.parents = [.example("B077QMJFG9")] },
            .boot("B07TBFZL3N"))
        #expect(
            scene.drawn == [
                "amazon_hierarchy \(Self.family) -> \(Self.other): B077QMJFG9 names it as its child [1, 3]",
                "amazon_hierarchy \(Self.family) -> \(Self.boot): it names B077QMJFG9 as its parent [1, 2]",
            ])
    }

    @Test func `not to what was never seen, nor across marketplaces, nor to itself`() throws {
        var scene = Scene()
        let british = ItemKey(.example("UK"), .example("B077QMJFG9"))
        try scene.history.export(
            AmazonItem.boot().with {
                $0.parents = [.example("B077QMJFG9"), .example("B000000000")]
            },
            AmazonItem(key: british, children: [.example("B07X8Z63ZL")]),
            AmazonItem.boot("B07TBFZL3N").with { $0.parents = [.example("B07TBFZL3N")] })
        #expect(scene.drawn == [])
    }

    @Test func `canonical to its Amazon products, with the rule as reason`() throws {
        var scene = Scene()
        try scene.history.export(.boot(), .boot("B07TBFZL3N"), .family())
        try scene.history.match(.us("B07X8Z63ZL"), to: "MCA0032-105W")
        try scene.history.match(.us("B07TBFZL3N"), to: "MCA0032-105W", by: "upc")
        try scene.history.match(.us("B077QMJFG9"), to: "MDM0049", by: "model_number")
        #expect(
            scene.drawn == [
                "amazon_listings MCA0032-105W -> \(Self.other): matched by upc [5]",
                "amazon_listings MCA0032-105W -> \(Self.boot): matched by gtin [4]",
                "amazon_listings MDM0049 -> \(Self.family): matched by model_number [6]",
            ])
    }

    @Test func `a variation parent is listed by its own match and under its children's parent`()
        throws
    {
        var scene = try Self.disagreeing()
        #expect(
            scene.drawn.filter { $0.contains("listings") && $0.contains("-> \(Self.family)") } == [
                "amazon_listings MCA0032 -> \(Self.family): the canonical product of its child "
                    + "B07X8Z63ZL is a variant of MCA0032 [\(scene.verdict("B07X8Z63ZL"))]",
                "amazon_listings MDM0049 -> \(Self.family): matched by model_number "
                    + "[\(scene.verdict("B077QMJFG9"))]",
            ])
        // The attribute follows the item's own match.
        let product = try #require(scene.desired.products.first { $0.sku == Self.family })
        #expect(product.fields.first { $0.isOfMatch }?.value == "MDM0049")
        try scene.sync()
        #expect(scene.plan().lines == [])
    }

    @Test func `a parent whose match is its children's parent is listed there once, as matched`()
        throws
    {
        var scene = try Self.disagreeing()
        try scene.history.match(.us("B077QMJFG9"), to: "MCA0032", by: "model_number")
        #expect(
            scene.drawn.filter { $0.contains("-> \(Self.family)") } == [
                "amazon_listings MCA0032 -> \(Self.family): matched by model_number "
                    + "[\(scene.verdict("B077QMJFG9"))]"
            ])
    }

    @Test func `the order of items does not matter`() throws {
        let scene = try Self.disagreeing()
        let items = scene.items
        for shift in items.indices {
            let turned = Array(items[shift...] + items[..<shift])
            let desired = Desired(items: turned, decisions: scene.account, settings: scene.settings)
            #expect(desired.links == scene.desired.links)
            #expect(desired.products == scene.desired.products)
        }
    }

    /// A parent whose model number leads to another style than its children's identifiers.
    static func disagreeing() throws -> Scene {
        var scene = Scene()
        try scene.history.see([
            Canonical(id: "c-MCA0032", sku: "MCA0032"), Canonical(id: "c-MDM0049", sku: "MDM0049"),
            Canonical(
                id: "c-105W", sku: "MCA0032-105W", gtin: "886000000016", parentID: "c-MCA0032"),
            Canonical(id: "c-stray", sku: "STRAY", parentID: "c-nobody"),
        ])
        try scene.history.export(
            .family(), AmazonItem.boot(model: nil).with { $0.parents = [.example("B077QMJFG9")] },
            AmazonItem.boot("B07TBFZL3N").with { $0.parents = [.example("B077QMJFG9")] })
        try scene.history.judge(scene.items.map(\.item).sorted { $0.key < $1.key })
        try scene.history.match(.us("B07TBFZL3N"), to: "STRAY", by: "upc")
        return scene
    }
}

extension Scene {
    /// The desired links, one line a link.
    var drawn: [String] {
        desired.links.flatMap { links in
            links.targets.map { target in
                "\(links.relation) \(links.source) -> \(target.sku): \(target.reason) \(target.cause)"
            }
        }
    }

    /// The number of the decision on an item.
    func verdict(_ asin: String) -> Int { account.verdicts[.us(asin)]?.sequence ?? 0 }
}
