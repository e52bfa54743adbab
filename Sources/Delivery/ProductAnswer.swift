import Catalog
import Events
import HTTP
import JSON
import Planning
import PlytixAPI
import Projections
import Survey

/// The events that the answer to a create or change of a product gives: what was set, and what the
/// answer shows otherwise than it was meant.
///
/// Version 1 answers with the whole product, so each write is also a look at the product.
struct ProductAnswer {
    /// What the answer is held against.
    struct Context {
        let system: System
        let account: AccountState
        let planning: PlanningSettings
    }

    let product: PlytixProduct
    let answer: Answer
    let sku: String
    let body: ProductBody
    let context: Context
    /// Whether it answers a create.
    let isCreation: Bool
    /// The family that the create asked for, where it asked for one.
    let familyAsked: String?

    init(
        _ answered: Answered<PlytixProduct>, sku: String, body: ProductBody, context: Context,
        isCreation: Bool = false, familyAsked: String? = nil
    ) {
        self.isCreation = isCreation
        product = answered.value
        answer = Answer(answered.facts)
        self.sku = sku
        self.body = body
        self.context = context
        self.familyAsked = familyAsked
    }

    /// Of a change.
    var drafts: [RecordDraft] { written.map { $0.draft(context) } + [surprise].compactMap { $0 } }

    /// Of a create.
    var created: [RecordDraft] {
        let created = ProductCreated(
            sku: sku, id: product.id, adopted: false, modified: product.modified, answer: answer)
        return [created.draft(system: context.system)] + family + drafts
    }

    /// Whether the create honoured the family; asked once, and remembered of the account.
    private var family: [RecordDraft] {
        guard let familyAsked else { return [] }
        let isHonoured = product.familyID == familyAsked
        var drafts: [RecordDraft] = []
        if context.account.learned["family-in-create"] == nil {
            drafts.append(
                TargetLearned(
                    topic: "family-in-create", value: .bool(isHonoured),
                    evidence: "the answer to the creation of \(sku)"
                ).draft(system: context.system))
        }
        if isHonoured {
            drafts.append(
                FamilyAssigned(
                    sku: sku, id: product.id, family: context.planning.family,
                    familyID: familyAsked, adopted: false, answer: answer
                ).draft(system: context.system))
        }
        return drafts
    }

    /// One outcome of the answer.
    private enum Outcome {
        case fields(AttributesSet)
        case gallery(GallerySet)
        case thumbnail(ThumbnailSet)
        case learned(TargetLearned)

        func draft(_ context: Context) -> RecordDraft {
            switch self {
            case .fields(let event): event.draft(system: context.system)
            case .gallery(let event): event.draft(system: context.system)
            case .thumbnail(let event): event.draft(system: context.system)
            case .learned(let event): event.draft(system: context.system)
            }
        }
    }

    private var written: [Outcome] {
        var outcomes: [Outcome] = []
        if !body.changes.isEmpty {
            outcomes.append(
                .fields(
                    AttributesSet(
                        sku: sku, id: product.id, changes: body.changes,
                        modified: product.modified, answer: answer)))
        }
        if let gallery = body.gallery {
            let ids = gallery.assets.map(\.id)
            if shownGallery(gallery.label) == ids {
                outcomes.append(
                    .gallery(
                        GallerySet(
                            sku: sku, id: product.id, label: gallery.label,
                            files: gallery.assets.map(\.file), assets: ids, answer: answer)))
            } else if let learned = learned(of: gallery) {
                outcomes.append(.learned(learned))
            }
        }
        if let thumbnail = body.thumbnail, product.thumbnail?.id == thumbnail.id {
            outcomes.append(
                .thumbnail(
                    ThumbnailSet(
                        sku: sku, id: product.id, file: thumbnail.file, asset: thumbnail.id,
                        answer: answer)))
        }
        return outcomes
    }

    /// That the account does not take galleries in a create, or nowhere as they are sent; nil
    /// where that is known.
    private func learned(of gallery: ProductBody.Gallery) -> TargetLearned? {
        let isIgnored = isCreation && shownGallery(gallery.label).isEmpty
        let topic = isIgnored ? "gallery-in-create" : "gallery-by-list"
        guard context.account.learned[topic] == nil else { return nil }
        return TargetLearned(
            topic: topic, value: .bool(false),
            evidence: "the answer for \(sku) shows another gallery than was sent")
    }

    private func shownGallery(_ label: String) -> [String] {
        (product.media[label] ?? []).map(\.id)
    }

    /// What the answer shows otherwise than we know or just wrote: journalled, so that no edit of a
    /// person between our read and our write goes unseen.
    private var surprise: RecordDraft? {
        var expected = context.account.products[sku]?.fields.live ?? [:]
        for change in body.changes { expected[change.field] = change.new }
        let shown = Dictionary(
            product.liveFields.map { ($0.field, $0.value) }, uniquingKeysWith: { first, _ in first }
        )
        let names = Set(expected.keys).union(shown.keys).sorted()
        let differing = names.filter { !FieldValue.areEqual(expected[$0], shown[$0] ?? nil) }
        let label = context.planning.gallery
        let gallery = shownGallery(label)
        let known = context.account.products[sku]?.gallery.value ?? []
        let isGalleryOther = gallery != body.gallery?.assets.map(\.id) ?? known
        let isThumbnailOther = body.thumbnail.map { $0.id != product.thumbnail?.id } ?? false
        guard !differing.isEmpty || isGalleryOther || isThumbnailOther else { return nil }
        return LiveObserved(
            id: product.id, sku: sku,
            fields: differing.map { LiveField(field: $0, value: shown[$0] ?? nil) },
            gallery: isGalleryOther ? (product.media[label] ?? []).map(LiveAsset.init) : nil,
            thumbnail: isThumbnailOther
                ? LiveThumbnail(asset: product.thumbnail.map(LiveAsset.init)) : nil,
            looked: (isGalleryOther ? ["gallery"] : []) + (isThumbnailOther ? ["thumbnail"] : []),
            gone: false
        ).draft(system: context.system)
    }
}
