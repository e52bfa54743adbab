import Catalog
import Events
import JSON
import Planning
import Projections
import TestSupport
import Testing

@Suite struct `Whether a failed effect is tried again` {
    static let effect = Effect.setThumbnail(sku: "S", file: "a.jpg", old: nil)

    static let standings: [(EffectFailed.Permanence, Int, Bool, Standing)] = [
        (.item, 1, false, .setAside), (.item, 9, false, .setAside), (.item, 1, true, .accepted),
        (.transient, 1, false, .open), (.transient, 4, false, .open),
        (.transient, 5, false, .setAside),
        (.transient, 6, false, .setAside), (.transient, 1, true, .accepted),
        (.refused, 1, false, .open), (.refused, 9, false, .open), (.refused, 9, true, .accepted),
    ]

    @Test(arguments: standings)
    func `depends on how lasting the failure is`(
        permanence: EffectFailed.Permanence, attempt: Int, isAccepted: Bool, standing: Standing
    ) throws {
        var scene = Scene()
        #expect(scene.account.standing(of: Self.effect, attemptsMax: 5) == .open)
        try scene.fail(Self.effect, permanence, attempt: attempt)
        if isAccepted { try scene.accept(Self.effect) }
        #expect(scene.account.standing(of: Self.effect, attemptsMax: 5) == standing)
        #expect(scene.account.failure(of: Self.effect)?.attempts == attempt)
    }

    @Test func `it is, once its input is another`() throws {
        var scene = Scene()
        try scene.fail(Self.effect)
        try scene.accept(Self.effect)
        let other = Effect.setThumbnail(sku: "S", file: "b.jpg", old: nil)
        #expect(scene.account.standing(of: other, attemptsMax: 5) == .open)
        #expect(scene.account.failure(of: other) == nil)
    }

    @Test func `it is, once a person asks for it`() throws {
        var scene = Scene()
        try scene.fail(Self.effect)
        try scene.record(RetryAsked(keys: [Self.effect.key]))
        #expect(scene.account.standing(of: Self.effect, attemptsMax: 5) == .open)
    }

    static func change(_ field: String, _ new: JSONValue?, old: JSONValue? = nil) -> FieldChange {
        FieldChange(field: field, old: old, new: new, rule: .always, reason: .amazon)
    }

    /// Pairs of effects with the same key, and whether what they are made of is the same.
    static let pairs: [(Effect, Effect, Bool)] = [
        (.createProduct(sku: "S"), .createProduct(sku: "S"), true),
        (.createVariant(sku: "S", parent: "A"), .createVariant(sku: "S", parent: "B"), false),
        (
            .setFields(sku: "S", changes: [change("label", "x")]),
            .setFields(sku: "S", changes: [change("label", "y")]), false
        ),
        (
            .setFields(sku: "S", changes: [change("label", "x", old: "1")]),
            .setFields(sku: "S", changes: [change("label", "x", old: "2")]), true
        ),
        (
            .setFields(sku: "S", changes: [change("label", nil)]),
            .setFields(sku: "S", changes: [change("label", "")]), false
        ),
        (
            .setFields(sku: "S", changes: [change("label", "x")]),
            .setFields(
                sku: "S",
                changes: [change("label", "x"), change("attributes.written", FieldValue.today)]),
            true
        ),
        (
            .setGallery(sku: "S", label: "g", files: ["a"], old: []),
            .setGallery(sku: "S", label: "g", files: ["a"], old: ["b"]), true
        ),
        (
            .setGallery(sku: "S", label: "g", files: ["a", "b"], old: []),
            .setGallery(sku: "S", label: "g", files: ["b", "a"], old: []), false
        ),
        (
            .uploadAsset(AssetSource(file: "a.jpg", picture: "a", url: "https://one/a.jpg")),
            .uploadAsset(AssetSource(file: "a.jpg", picture: "a", url: "https://two/a.jpg")), true
        ),
        (
            .link(relation: "r", source: "S", targets: ["a"]),
            .link(relation: "r", source: "S", targets: ["a", "b"]), false
        ),
        (.assignFamily(sku: "S", family: "A"), .assignFamily(sku: "S", family: "B"), false),
        (
            .setThumbnail(sku: "S", file: "a", old: nil),
            .setThumbnail(sku: "S", file: "a", old: "b"),
            true
        ),
        (
            .defineAttribute(AttributeDefinition(label: "a", name: "A", type: .text)),
            .defineAttribute(AttributeDefinition(label: "a", name: "A", type: .int)), false
        ),
    ]

    @Test(arguments: pairs.indices)
    func `the input of an effect is what it shall make, not what was there`(index: Int) {
        let (a, b, isSame) = Self.pairs[index]
        #expect(a.key == b.key)
        #expect((a.facts == b.facts) == isSame)
    }

    @Test(arguments: ["amazon_last_synced", "amazon_written_on"])
    func `the day of the write is no new input, whatever its attribute is called`(label: String)
        throws
    {
        let sku = "AMZN-US-B07X8Z63ZL"
        var scene = Scene()
        scene.settings = PlanningSettings(
            AttributeRule("amazon_color", from: .field(.color), type: .text, rule: .always),
            AttributeRule(label, from: .field(.lastWritten), type: .date, rule: .always))
        scene.server.isForgiving = true
        scene.server.refuses = { $0.key == "fields \(sku)" ? .item : nil }
        try scene.history.export(AmazonItem.boot().with { $0.pictures = [] })
        try scene.sync()
        #expect(scene.account.failures["fields \(sku)"] != nil)
        #expect(scene.plan().lines == [])
    }
}
