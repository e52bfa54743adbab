import Catalog
import Events
import JSON
import Projections
import TestSupport
import Testing

/// One event of an account, what happened before it, and what it changes.
struct Step: Sendable, CustomTestStringConvertible {
    let name: String
    var given: [any Event] = []
    let event: any Event
    /// The lines of the account's drawing that go and come.
    let changes: [String]

    var testDescription: String { name }

    /// What the event really changes.
    func differences() throws -> [String] {
        var history = History()
        for event in given { try history.record(event) }
        let before = history.state.account(.shop)
        try history.record(event)
        return Drawing.difference(from: before, to: history.state.account(.shop))
    }
}

/// Values that steps speak of.
enum Known {
    static let product = ProductCreated(sku: "S", id: "1", adopted: false)
    static let canonical = CanonicalObserved(
        canonical: Canonical(id: "9", sku: "C", gtin: "886000000016"), hash: .of("c"))
    static let asset = AssetUploaded(
        picture: "a", file: "amazon_a.jpg", id: "f1", url: "https://h/a.jpg",
        servedURL: "https://p/a.jpg", size: 5, adopted: false)

    static func set(_ field: String, _ value: String?, old: String? = nil) -> AttributesSet {
        AttributesSet(
            sku: "S", id: "1",
            changes: [
                FieldChange(
                    field: field, old: old.map { .string($0) }, new: value.map { .string($0) },
                    rule: .always, reason: .amazon)
            ])
    }

    static func failed(_ effect: Effect, attempt: Int = 1) -> EffectFailed {
        EffectFailed(
            key: effect.key, phase: effect.phase, subject: effect.subject, status: 422,
            reason: "refused", permanence: .item, attempt: attempt, facts: .of("facts"))
    }

    static func linked(_ targets: [String]) -> RelationLinked {
        RelationLinked(
            relation: "amazon_listings", relationID: "r1", source: Linked(sku: "C", id: "9"),
            targets: targets.map { Linked(sku: $0, id: "id-\($0)") }, adopted: false)
    }

    static func look(
        fields: [LiveField] = [], family: LiveReference? = nil, gallery: [LiveAsset]? = nil,
        thumbnail: LiveThumbnail? = nil, relations: [LiveRelation]? = nil, looked: [String],
        id: String = "1", sku: String = "S", gone: Bool = false
    ) -> LiveObserved {
        LiveObserved(
            id: id, sku: sku, fields: fields, family: family, gallery: gallery,
            thumbnail: thumbnail,
            relations: relations, looked: looked, gone: gone)
    }
}
