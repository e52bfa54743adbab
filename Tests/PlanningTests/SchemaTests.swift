import Catalog
import Events
import Planning
import Projections
import TestSupport
import Testing

@Suite struct `Definitions that an account needs` {
    static let marketplace = AttributeRule(
        "amazon_marketplace", from: .field(.marketplace), type: .dropdown, rule: .always)

    @Test func `what is there is not made again`() throws {
        let scene = try Scene.synced()
        #expect(scene.plan().lines(.schema, .family) == [])
    }

    @Test func `a missing attribute is made, and put into the family`() throws {
        var scene = try Scene.synced()
        scene.settings.attributes.append(
            AttributeRule("amazon_part", from: .field(.partNumber), type: .text, rule: .always))
        #expect(
            scene.plan().lines == [
                "schema: attribute amazon_part (Amazon Part) Text",
                "family: family Amazon more [amazon_part]",
            ])
    }

    @Test func `options that are missing are added beside those that are there`() throws {
        var scene = try Scene.synced()
        let british = AmazonItem(key: ItemKey(.example("UK"), .example("B07X8Z63ZL")))
        try scene.history.export(british)
        #expect(scene.plan().lines(.schema) == ["schema: options amazon_marketplace [UK]"])
        try scene.sync()
        #expect(scene.account.attributes["amazon_marketplace"]?.options == ["US", "UK"])
    }

    @Test func `options that nobody needs any more stay`() throws {
        var scene = try Scene.synced([.boot(), .family()])
        try scene.history.export(AmazonItem.family().with { $0.classification = "BASE_PRODUCT" })
        #expect(scene.plan().lines(.schema) == [])
    }

    @Test(arguments: [AttributeType.dropdown, .multiSelect])
    func `a type with options gets those that the products need, sorted`(type: AttributeType) throws
    {
        var scene = Scene()
        scene.settings = PlanningSettings(
            AttributeRule("amazon_color", from: .field(.color), type: type, rule: .fillEmpty))
        try scene.history.export(
            .boot(), AmazonItem.boot("B07TBFZL3N").with { $0.color = "Black" },
            AmazonItem.boot("B000000001").with { $0.color = "Black" },
            AmazonItem.boot("B000000002").with { $0.color = nil })
        #expect(
            scene.plan().lines(.schema).first
                == "schema: attribute amazon_color (Amazon Color) \(type.rawValue) of Black, Bomber"
        )
    }

    @Test func `an attribute of another type is a problem that says what to do`() throws {
        var scene = Scene()
        scene.settings = PlanningSettings(Self.marketplace)
        try scene.history.export(.boot())
        try scene.record(
            SchemaDefined(
                definition: .attribute, label: "amazon_marketplace", name: "Marketplace", id: "d1",
                type: "TextAttribute", options: [], members: [], adopted: true))
        #expect(
            scene.plan().problems == [
                "the attribute amazon_marketplace exists in Plytix as TextAttribute, but the settings want "
                    + "DropdownAttribute: change its type in the settings, or give it another name"
            ])
    }

    @Test func `an attribute of the same type, made by hand, is taken as it is`() throws {
        var scene = Scene()
        scene.settings = PlanningSettings(Self.marketplace)
        try scene.history.export(.boot())
        try scene.record(
            SchemaDefined(
                definition: .attribute, label: "amazon_marketplace", name: "Marketplace", id: "d1",
                type: "DropdownAttribute", options: ["DE", "US"], members: [], adopted: true))
        #expect(scene.plan().problems == [])
        #expect(!scene.plan().lines(.schema).contains { $0.contains("marketplace") })
    }

    @Test func `definitions that were refused for their own fault are not tried again`() throws {
        var scene = Scene()
        try scene.history.export(.boot())
        let effect = try #require(scene.plan().effects.first)
        try scene.fail(effect)
        #expect(!scene.plan().effects.contains { $0.key == effect.key })
    }

    @Test(arguments: [Phase.products, .relationships, .images])
    func `each phase sees to what it needs`(phase: Phase) throws {
        var scene = Scene()
        try scene.history.export(.boot())
        let lines = scene.plan([phase]).lines(.schema)
        let needed = [
            "products": "amazon_asin", "relationships": "amazon_listings",
            "images": "amazon_images",
        ]
        #expect(lines.contains { $0.contains(needed[phase.rawValue] ?? "") })
    }

    @Test func `nothing is made for nothing`() {
        #expect(Scene().plan([]).lines == [])
        #expect(Scene().plan([.export, .map]).lines == [])
    }
}
