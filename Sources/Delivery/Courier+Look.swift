import Catalog
import Events
import HTTP
import JSON
import Planning
import PlytixAPI
import Projections
import Survey

/// Plytix has no condition for a write, so what a person may have done since we looked is looked at
/// once more just before it would be lost.
extension Courier {
    /// What a product holds now, where a change takes something else for granted; nil when it can go.
    ///
    /// The change is planned anew then. Costs a request, for those changes only that a person's work forbids: values that fill what
    /// is empty, a gallery that replaces another, and a thumbnail.
    func news(
        of sku: String, _ id: String, before body: ProductBody
    ) async throws(APIError) -> RecordDraft? {
        let known = look { $0.products[sku] }
        let fillers = body.changes.filter { $0.rule == .fillEmpty }
        let replacesGallery = body.gallery != nil && known?.gallery.value != []
        guard !fillers.isEmpty || replacesGallery || body.thumbnail != nil else { return nil }
        guard let product = try await client.getProduct(id).value else {
            return LiveObserved(id: id, sku: sku, fields: [], looked: [], gone: true)
                .draft(system: system)
        }
        let live = Dictionary(
            product.liveFields.map { ($0.field, $0.value) }, uniquingKeysWith: { first, _ in first }
        )
        let isFilled = fillers.contains { !FieldValue.areEqual($0.old, live[$0.field] ?? nil) }
        let gallery = (product.media[planning.gallery] ?? []).map(\.id)
        let isGalleryOther = replacesGallery && gallery != known?.gallery.value
        let isThumbnailOther =
            body.thumbnail != nil && product.thumbnail?.id != known?.thumbnail.value ?? nil
        guard isFilled || isGalleryOther || isThumbnailOther else { return nil }
        return LiveObserved(product, sku: sku, gallery: planning.gallery).draft(system: system)
    }
}
