import Catalog
import JSON
import Testing

@Suite struct `Effects` {
    static let asset = AssetSource(file: "amazon_a.jpg", picture: "a", url: "https://h/a.jpg")
    static let title = AttributeDefinition(label: "amazon_title", name: "Amazon Title", type: .text)
    static let effects: [(Effect, String, Phase, String)] = [
        (.defineAttribute(title), "attribute amazon_title", .products, "attribute:amazon_title"),
        (
            .extendOptions(label: "amazon_marketplace", options: ["US"]),
            "options amazon_marketplace",
            .products, "attribute:amazon_marketplace"
        ),
        (
            .defineFamily(name: "Amazon", attributes: []), "family Amazon", .products,
            "family:Amazon"
        ),
        (
            .extendFamily(name: "Amazon", attributes: ["a"]), "family-attributes Amazon", .products,
            "family:Amazon"
        ),
        (
            .defineRelation(label: "amazon_listings", name: "Amazon Listings"),
            "relation amazon_listings", .relationships, "relation:amazon_listings"
        ),
        (.uploadAsset(asset), "asset amazon_a.jpg", .images, "picture:a"),
        (.createProduct(sku: "S"), "create S", .products, "sku:S"),
        (.createVariant(sku: "S", parent: "P"), "create S", .products, "sku:S"),
        (.setFields(sku: "S", changes: []), "fields S", .products, "sku:S"),
        (.assignFamily(sku: "S", family: "Amazon"), "assign-family S", .products, "sku:S"),
        (.setGallery(sku: "S", label: "g", files: [], old: []), "gallery S", .images, "sku:S"),
        (.linkAsset(sku: "S", label: "g", file: "f"), "gallery S f", .images, "sku:S"),
        (.setThumbnail(sku: "S", file: "f", old: nil), "thumbnail S", .images, "sku:S"),
        (.link(relation: "r", source: "S", targets: []), "link r S", .relationships, "sku:S"),
        (.unlink(relation: "r", source: "S", targets: []), "unlink r S", .relationships, "sku:S"),
    ]

    @Test(arguments: effects)
    func `an effect has a key, a phase and a subject`(
        effect: Effect, key: String, phase: Phase, subject: String
    ) {
        #expect(effect.key == key)
        #expect(effect.phase == phase)
        #expect(effect.subject.text == subject)
    }

    @Test func `the key stays the same while the effect is about the same thing`() {
        let change = FieldChange(field: "label", old: nil, new: "x", rule: .always, reason: .amazon)
        let moved = AssetSource(file: "amazon_a.jpg", picture: "a", url: "https://other/a.jpg")
        let pairs: [(Effect, Effect)] = [
            (.setFields(sku: "S", changes: []), .setFields(sku: "S", changes: [change])),
            (.uploadAsset(Self.asset), .uploadAsset(moved)),
            (
                .link(relation: "r", source: "S", targets: ["a"]),
                .link(relation: "r", source: "S", targets: ["b"])
            ),
        ]
        for (a, b) in pairs { #expect(a.key == b.key) }
    }

    @Test func `keys of different things differ`() {
        let names = ["S", "a b", "r S", "create S", "family", ""]
        let effects = names.flatMap { name -> [Effect] in
            [
                .defineFamily(name: name, attributes: []),
                .extendFamily(name: name, attributes: []),
                .createProduct(sku: name), .setFields(sku: name, changes: []),
                .assignFamily(sku: name, family: ""), .setThumbnail(sku: name, file: "", old: nil),
                .setGallery(sku: name, label: "", files: [], old: []),
                .link(relation: "r", source: name, targets: []),
                .unlink(relation: "r", source: name, targets: []),
                .link(relation: "q", source: name, targets: []),
            ]
        }
        #expect(Set(effects.map(\.key)).count == effects.count)
    }

    @Test(arguments: AttributeType.allCases)
    func `a type of attribute is known by Plytix's word`(type: AttributeType) {
        #expect(type.plytixClass == type.rawValue + "Attribute")
        #expect(AttributeType(plytixClass: type.plytixClass) == type)
    }

    @Test(arguments: ["", "Attribute", "Text", "textAttribute", "CompletenessAttribute"])
    func `other words are no type that we write`(word: String) {
        #expect(AttributeType(plytixClass: word) == nil)
    }

    @Test func `phases stand in the user's order`() {
        #expect(
            Phase.allCases.shuffled().sorted() == [
                .export, .map, .products, .relationships, .images,
            ])
    }

    @Test func `scopes have titles`() throws {
        let asin = try #require(ASIN("B07X8Z63ZL"))
        let sources: [ScopeSource] = [
            .brand("Sandbox Brand"), .style("MCA0032"), .keywords("boot"), .asins([asin, asin]),
            .file(name: "items.json", digest: Digest(bytes: Array(repeating: 0, count: 32))),
        ]
        #expect(
            sources.map { "\($0.kind): \($0.title)" } == [
                #"brand: brand "Sandbox Brand""#, #"style: style "MCA0032""#,
                #"keywords: keywords "boot""#, "asins: 2 ASINs", "file: file items.json",
            ])
    }
}
