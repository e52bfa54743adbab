import Catalog
import Events
import JSON
import Planning
import TestSupport
import Testing

@Suite struct `A product that is not there` {
    static let sku = "AMZN-US-B07X8Z63ZL"

    @Test func `is made in one request, with all that it holds, after what it needs`() throws {
        var scene = Scene()
        scene.settings = PlanningSettings(
            AttributeRule("amazon_title", from: .field(.title), type: .text, rule: .always),
            AttributeRule(
                "amazon_marketplace", from: .field(.marketplace), type: .dropdown, rule: .always),
            AttributeRule("amazon_ean", from: .field(.ean), type: .text, rule: .fillEmpty),
            AttributeRule("amazon_gtin", from: .field(.gtin), type: .text, rule: .fillEmpty),
            AttributeRule(
                "amazon_is_primary", from: .constant(false), type: .boolean, rule: .never),
            AttributeRule(
                "amazon_last_synced", from: .field(.lastWritten), type: .date, rule: .always))
        try scene.history.export(.boot())
        let main = Picture.fileName(id: "71mainPicL", extension: "jpg")
        let side = Picture.fileName(id: "61sidePicL", extension: "jpg")
        let host = "https://m.media-amazon.com/images/I"
        let title = "\"Men's Bomber Boot, 10.5 Wide\""
        let fields = [
            "label none -> \(title) (always, new)", "status none -> \"Draft\" (never, new)",
            "attributes.amazon_title none -> \(title) (always, new)",
            "attributes.amazon_marketplace none -> \"US\" (always, new)",
            "attributes.amazon_ean none -> \"0886000000016\" (fill-empty, new)",
            "attributes.amazon_is_primary none -> false (never, new)",
            "attributes.amazon_last_synced none -> \"{today}\" (always, new)",
        ].listed
        let product = [
            "products: create \(Self.sku)", "set \(Self.sku) \(fields)",
            "amazon_images of \(Self.sku) [] -> [\(main), \(side)]",
            "thumbnail of \(Self.sku) none -> \(main)",
        ].joined(separator: " + ")
        let family = [
            "amazon_title", "amazon_marketplace", "amazon_ean", "amazon_gtin", "amazon_is_primary",
            "amazon_last_synced", "amazon_images",
        ].listed
        let lines = [
            "schema: attribute amazon_title (Amazon Title) Text",
            "schema: attribute amazon_marketplace (Amazon Marketplace) Dropdown of US",
            "schema: attribute amazon_ean (Amazon EAN) Text",
            "schema: attribute amazon_gtin (Amazon GTIN) Text",
            "schema: attribute amazon_is_primary (Amazon Is Primary) Boolean",
            "schema: attribute amazon_last_synced (Amazon Last Synced) Date",
            "schema: attribute amazon_images (Amazon Images) MediaGallery",
            "schema: relation amazon_hierarchy (Amazon Hierarchy)",
            "schema: relation amazon_listings (Amazon Listings)",
            "family: family Amazon \(family)",
            "assets: upload \(main) from \(host)/71mainPicL.jpg",
            "assets: upload \(side) from \(host)/61sidePicL.jpg",
            product,
            "families: family of \(Self.sku) is Amazon",
        ]
        #expect(scene.plan().lines == lines)
        #expect(scene.plan().problems == [])
    }

    @Test func `names the export and the decision as its causes`() throws {
        var scene = Scene()
        try scene.history.export(.boot())
        try scene.history.match(.us("B07X8Z63ZL"), to: "C")
        let request = try #require(
            scene.plan().stages.first { $0.name == .products }?.requests.first)
        #expect(request.cause == [1, 2])
    }

    @Test func `gets its family in the same request where the account takes that`() throws {
        var scene = Scene()
        try scene.history.export(.boot())
        try scene.record(TargetLearned(topic: "family-in-create", value: true, evidence: "seen"))
        #expect(scene.plan().lines(.families) == [])
        try scene.record(TargetLearned(topic: "family-in-create", value: false, evidence: "seen"))
        #expect(scene.plan().lines(.families) == ["families: family of \(Self.sku) is Amazon"])
    }

    @Test(arguments: [nil, ""] as [String?])
    func `has a label even where Amazon gives no title`(title: String?) throws {
        var scene = Scene()
        try scene.history.export(AmazonItem.boot().with { $0.title = title })
        let changes = scene.plan().changes(of: Self.sku)
        #expect(changes.first { $0.field == "label" }?.new == "Amazon B07X8Z63ZL")
        #expect(!changes.contains { $0.field == "attributes.amazon_title" })
    }

    @Test func `is never sent an empty value`() throws {
        var scene = Scene()
        try scene.history.export(AmazonItem(key: .us("B07X8Z63ZL"), title: "", brand: "", size: ""))
        for change in scene.plan().changes(of: Self.sku) {
            #expect(change.new != nil && change.new != "" && change.new != .null, "\(change.field)")
        }
    }

    static let values: [(AttributeType, String, JSONValue?)] = [
        (.text, "x", "x"), (.text, "", nil), (.int, "12", 12), (.decimal, "10.50", 10.5),
        (.decimal, "-0.5", -0.5), (.decimal, "1e3", 1_000), (.int, "", nil), (.int, "x", nil),
        (.decimal, "10.5 Wide", nil), (.decimal, "inf", nil), (.decimal, "nan", nil),
        (.decimal, "infinity", nil), (.int, "0x1F", nil), (.boolean, "true", true),
        (.boolean, "false", false),
        (.multiSelect, "x", ["x"]), (.multiSelect, "", nil), (.dropdown, "x", "x"),
    ]

    @Test(arguments: values)
    func `a value takes the form of its type, or there is none`(
        type: AttributeType, text: String, value: JSONValue?
    ) throws {
        var scene = Scene()
        scene.settings = PlanningSettings(
            AttributeRule("amazon_size", from: .field(.size), type: type, rule: .always))
        try scene.history.export(AmazonItem.boot().with { $0.size = text })
        let change = scene.plan().changes(of: Self.sku).first {
            $0.field == "attributes.amazon_size"
        }
        #expect(change?.new == value)
    }

    @Test(arguments: ["5.", ".5", "+5", "007", "1_000", " 5", "5e", "-", "1e999", "inf", "0x1F"])
    func `an odd number is JSON when it is sent, or not sent`(text: String) throws {
        var scene = Scene()
        scene.settings = PlanningSettings(
            AttributeRule("amazon_size", from: .field(.size), type: .decimal, rule: .always))
        try scene.history.export(AmazonItem.boot().with { $0.size = text })
        for change in scene.plan().changes(of: Self.sku) {
            let sent = try #require(change.new)
            #expect(throws: Never.self) { try JSONValue(parsing: sent.text) }
        }
    }

    @Test(arguments: [PlanningSettings.Unmatched.create, .skip])
    func `is made without a match only where that is asked for`(
        unmatched: PlanningSettings.Unmatched
    ) throws {
        var scene = Scene()
        scene.settings.unmatched = unmatched
        try scene.history.export(.boot(), .boot("B07TBFZL3N"), .boot("B000000000"))
        try scene.history.match(.us("B07X8Z63ZL"), to: "C")
        try scene.record(
            MatchMissed(item: .us("B07TBFZL3N"), reason: "none", suggestedSKU: "S", tried: []))
        let made = scene.desired.products.map(\.sku)
        let all = ["AMZN-US-B000000000", "AMZN-US-B07TBFZL3N", "AMZN-US-B07X8Z63ZL"]
        #expect(made == (unmatched == .create ? all : ["AMZN-US-B07X8Z63ZL"]))
    }

    @Test func `has its SKU by the format of the settings`() throws {
        var scene = Scene()
        scene.settings.skuFormat = "{asin}@{marketplace}"
        let british = AmazonItem(key: ItemKey(.example("GB"), .example("B07X8Z63ZL")))
        try scene.history.export(.boot(), british)
        #expect(scene.desired.products.map(\.sku) == ["B07X8Z63ZL@UK", "B07X8Z63ZL@US"])
    }
}
