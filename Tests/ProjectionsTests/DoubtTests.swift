import Catalog
import Events
import JSON
import Projections
import TestSupport
import Testing

@Suite struct `What is in doubt` {
    static let outcomes: [any Event] = [
        ProductCreated(sku: "S", id: "1", adopted: false),
        AttributesSet(sku: "S", id: "1", changes: []),
        FamilyAssigned(sku: "S", id: "1", family: "Amazon", familyID: "f", adopted: false),
        Known.linked(["S"]),
        RelationUnlinked(
            relation: "r", relationID: "r1", source: Linked(sku: "C", id: "9"), targets: []),
        Known.asset,
        AssetLinked(sku: "S", id: "1", asset: LiveAsset(id: "f1"), label: "amazon_images"),
        GallerySet(sku: "S", id: "1", label: "amazon_images", files: [], assets: []),
        ThumbnailSet(sku: "S", id: "1", file: "f", asset: "f1"),
        SchemaDefined(
            definition: .attribute, label: "a", name: "A", id: "d", options: [], members: [],
            adopted: false),
        Known.failed(.createProduct(sku: "S")),
    ]

    @Test func `an intent is in doubt, with what it carries`() throws {
        let (history, intent) = try Self.intended()
        let doubt = try #require(history.state.account(.shop).doubts[intent])
        #expect(doubt.effects.map(\.key) == ["create S", "fields S"])
        #expect(doubt.attempt == 2)
        #expect(doubt.run == history.run)
        #expect(doubt.time == history.events[intent - 1].time)
    }

    @Test(arguments: outcomes.indices)
    func `an outcome that names its intent ends the doubt`(index: Int) throws {
        var (history, intent) = try Self.intended()
        try history.append([
            Self.outcomes[index].draft(system: .shop, cause: [.sequence(1), .sequence(intent)])
        ])
        #expect(history.state.account(.shop).doubts.isEmpty)
    }

    @Test(arguments: outcomes.indices)
    func `an outcome of something else does not`(index: Int) throws {
        var (history, intent) = try Self.intended()
        try history.append([Self.outcomes[index].draft(system: .shop, cause: [.sequence(1)])])
        #expect(Array(history.state.account(.shop).doubts.keys) == [intent])
    }

    @Test(arguments: EffectSettled.Result.allCases)
    func `settling ends the doubt, whatever comes out`(result: EffectSettled.Result) throws {
        var (history, intent) = try Self.intended()
        try history.record(
            EffectSettled(
                intent: intent, keys: ["create S", "fields S"], result: result, how: .read,
                evidence: .null, about: [.sku("S")]))
        #expect(history.state.account(.shop).doubts.isEmpty)
    }

    @Test func `an attempt again is a doubt of its own`() throws {
        var (history, intent) = try Self.intended()
        let second = try history.record(Self.intent, cause: [intent])
        #expect(history.state.account(.shop).doubts.keys.sorted() == [intent, second])
    }

    @Test func `outcomes in another account end nothing here`() throws {
        var (history, intent) = try Self.intended()
        try history.record(Known.product, by: .fresh, cause: [intent])
        #expect(Array(history.state.account(.shop).doubts.keys) == [intent])
    }

    @Test func `all outcomes of one answer may name the intent`() throws {
        var (history, intent) = try Self.intended()
        let drafts = Self.outcomes.map { $0.draft(system: .shop, cause: [.sequence(intent)]) }
        try history.append(drafts)
        #expect(history.state.account(.shop).doubts.isEmpty)
        #expect(history.state.account(.shop).products["S"] != nil)
    }

    private static let intent = EffectIntended(
        effects: [.createProduct(sku: "S"), .setFields(sku: "S", changes: [])], attempt: 2,
        method: "POST", path: "/api/v1/products", bodyHash: .of("body"), believed: JSONObject())

    /// A history in which one request left and no answer came.
    private static func intended() throws -> (History, Int) {
        var history = History()
        try history.export(.boot())
        let sequence = try history.record(intent)
        return (history, sequence)
    }
}
