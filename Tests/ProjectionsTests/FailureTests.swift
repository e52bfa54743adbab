import Catalog
import Events
import JSON
import Projections
import TestSupport
import Testing

@Suite struct `What failed` {
    static let asset = AssetSource(file: "amazon_a.jpg", picture: "a", url: "https://h/a.jpg")
    static let title = AttributeDefinition(label: "a", name: "A", type: .text)
    static let linked = LiveAsset(id: "f1", file: "a")
    static let gallery = AssetLinked(sku: "S", id: "1", asset: linked, label: "amazon_images")
    static let thumbnail = AssetLinked(sku: "S", id: "1", asset: linked, label: "thumbnail")

    /// A failed effect, and the outcome that shows that it succeeded since.
    static let recoveries: [(Effect, any Event)] = [
        (.createProduct(sku: "S"), ProductCreated(sku: "S", id: "1", adopted: false)),
        (.createVariant(sku: "S", parent: "P"), ProductCreated(sku: "S", id: "1", adopted: true)),
        (.setFields(sku: "S", changes: []), Known.set("label", "x")),
        (
            .assignFamily(sku: "S", family: "Amazon"),
            FamilyAssigned(sku: "S", id: "1", family: "Amazon", familyID: "f", adopted: false)
        ),
        (.uploadAsset(asset), Known.asset),
        (
            .setGallery(sku: "S", label: "amazon_images", files: [], old: []),
            GallerySet(sku: "S", id: "1", label: "amazon_images", files: [], assets: [])
        ),
        (.linkAsset(sku: "S", label: "amazon_images", file: "a"), gallery),
        (
            .setThumbnail(sku: "S", file: "a", old: nil),
            ThumbnailSet(sku: "S", id: "1", file: "a", asset: "f1")
        ),
        (.setThumbnail(sku: "S", file: "a", old: nil), thumbnail),
        (.link(relation: "amazon_listings", source: "C", targets: ["S"]), Known.linked(["S"])),
        (
            .unlink(relation: "amazon_listings", source: "C", targets: ["S"]),
            RelationUnlinked(
                relation: "amazon_listings", relationID: "r1", source: Linked(sku: "C", id: "9"),
                targets: [])
        ),
        (.defineAttribute(title), defined(.attribute, "a")),
        (.extendOptions(label: "a", options: []), defined(.attribute, "a")),
        (.defineFamily(name: "A", attributes: []), defined(.family, "a")),
        (.extendFamily(name: "A", attributes: []), defined(.family, "a")),
        (.defineRelation(label: "a", name: "A"), defined(.relation, "a")),
    ]

    @Test(arguments: recoveries.indices)
    func `what succeeded has not failed`(index: Int) throws {
        let (effect, outcome) = Self.recoveries[index]
        var history = History()
        try history.record(Known.product)
        try history.record(Known.failed(effect))
        try history.record(Known.failed(.createProduct(sku: "OTHER")))
        try history.record(outcome)
        #expect(Array(history.state.account(.shop).failures.keys) == ["create OTHER"])
    }

    @Test func `what is known of a failure is the last attempt`() throws {
        var history = History()
        let effect = Effect.uploadAsset(Self.asset)
        try history.record(Known.failed(effect))
        try history.record(Known.failed(effect, attempt: 2))
        let failure = try #require(history.state.account(.shop).failures["asset amazon_a.jpg"])
        #expect(failure.attempts == 2)
        #expect(failure.phase == .images)
        #expect(failure.subject == .picture("a"))
        #expect(failure.status == 422)
        #expect(failure.reason == "refused")
        #expect(failure.permanence == .item)
        #expect(failure.facts == .of("facts"))
        #expect(failure.sequence == 2)
    }

    @Test func `what is accepted stays accepted until its facts change`() throws {
        var history = History()
        let effect = Effect.createProduct(sku: "S")
        try history.record(Known.failed(effect))
        try history.record(
            ItemAccepted(
                subject: .sku("S"), key: effect.key, reason: "so be it", facts: .of("facts")))
        let account = history.state.account(.shop)
        #expect(account.accepted[effect.key] == account.failures[effect.key]?.facts)
    }

    private static func defined(
        _ definition: SchemaDefined.Definition, _ label: String
    ) -> SchemaDefined {
        SchemaDefined(
            definition: definition, label: label, name: "A", id: "d", options: [], members: [],
            adopted: false)
    }
}
