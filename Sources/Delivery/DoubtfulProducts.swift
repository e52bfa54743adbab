import Catalog
import Events
import JSON
import PlytixAPI
import Projections
import Survey

/// The products that requests in doubt write to: what has to be read of each to settle them, and
/// what a search's row of one says.
///
/// A row holds what was asked for and nothing else. The family is in no row (`plytix-api.md` 6):
/// to read it costs a request for each product, as much as to assign it again, which changes
/// nothing where it was assigned. So it is assigned again, and read only when that has no answer
/// either.
struct DoubtfulProducts {
    /// In the order in which the requests left.
    let skus: [String]
    private let effects: [String: [Effect]]

    /// - `isRepeated`: whether an effect was tried before.
    init(_ doubts: [Doubt], isRepeated: (Effect) -> Bool) {
        let all = doubts.flatMap(\.effects).filter { !$0.isFamily || isRepeated($0) }
            .map { (String($0.subject.name), $0) }
        skus = all.map(\.0).uniqued
        effects = Dictionary(grouping: all, by: \.0).mapValues { $0.map(\.1) }
    }

    /// The columns that show whether the effects were carried out.
    var columns: [String] { effects.values.joined().flatMap(\.columns).uniqued.sorted() }

    /// Whether it is told from what was read if an effect was carried out.
    func looks(for effect: Effect) -> Bool {
        effects[String(effect.subject.name)]?.contains(effect) == true
    }

    /// Whether no row of a search tells enough of a product.
    func needsWhole(_ sku: String) -> Bool { effects[sku]?.contains(where: \.isFamily) == true }

    /// Whether a row leaves out something that was asked for, so that the whole product is needed.
    ///
    /// Attributes that are left out are empty (`plytix-api.md` 5), and a link that does not show is
    /// made again, which changes nothing. That one is gone is believed only of what shows.
    func needsWhole(_ row: PlytixProduct, sku: String) -> Bool {
        needsWhole(sku)
            || (effects[sku] ?? []).contains { effect in
                if case .unlink = effect { return !row.shown.contains("relationships") }
                return effect.columns.contains { !$0.contains(".") && !row.shown.contains($0) }
            }
    }

    /// What a row says of those things of a product that are in doubt; nil where these are links
    /// alone, which are told one by one.
    func observed(_ row: PlytixProduct, sku: String, gallery: String) -> LiveObserved? {
        let effects = effects[sku] ?? []
        let live = Dictionary(
            row.liveFields.map { ($0.field, $0.value) }, uniquingKeysWith: { first, _ in first })
        let fields = effects.flatMap(\.fields).uniqued.sorted()
        let showsGallery = effects.contains { $0.galleryLabel == gallery }
        let showsThumbnail = effects.contains {
            if case .setThumbnail = $0 { true } else { false }
        }
        guard !fields.isEmpty || showsGallery || showsThumbnail else { return nil }
        return LiveObserved(
            id: row.id, sku: sku,
            fields: fields.map { LiveField(field: $0, value: live[$0] ?? nil) },
            gallery: showsGallery ? (row.media[gallery] ?? []).map(LiveAsset.init) : nil,
            thumbnail: showsThumbnail
                ? LiveThumbnail(asset: row.thumbnail.map(LiveAsset.init)) : nil,
            looked: (showsGallery ? ["gallery"] : []) + (showsThumbnail ? ["thumbnail"] : []),
            gone: false)
    }
}

extension Effect {
    /// The columns of a product search that show it.
    fileprivate var columns: [String] {
        switch self {
        case .setFields: fields
        case .setGallery(_, let label, _, _), .linkAsset(_, let label, _): ["attributes.\(label)"]
        case .setThumbnail: ["thumbnail"]
        case .link(let relation, _, _), .unlink(let relation, _, _): ["relationships.\(relation)"]
        default: []
        }
    }

    /// The fields that it writes.
    fileprivate var fields: [String] {
        guard case .setFields(_, let changes) = self else { return [] }
        return changes.map(\.field)
    }

    fileprivate var galleryLabel: String? {
        switch self {
        case .setGallery(_, let label, _, _), .linkAsset(_, let label, _): label
        default: nil
        }
    }

    fileprivate var isFamily: Bool { if case .assignFamily = self { true } else { false } }
}
