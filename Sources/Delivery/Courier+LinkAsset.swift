import Catalog
import Events
import HTTP
import JSON
import PlytixAPI
import Projections
import Survey

/// Galleries that are built link by link.
extension Courier {
    /// Adds an asset to a gallery.
    ///
    /// The answer does not show where it went, and not every account puts it at the end
    /// (`plytix-unknowns.md` 8): where it is not known that this one does, the product is read, so
    /// that the journal says what is there. The link is made whether or not that read succeeds:
    /// without it nothing is learned, and a later survey shows the order.
    func link(
        _ asset: ProductBody.Asset, to sku: String, _ id: String, label: String
    ) async throws(APIError) -> [RecordDraft] {
        let (known, appends) = look { account in
            (account.products[sku]?.gallery.value, account.learned[Self.appends])
        }
        let answer = try await client.linkAsset(asset.id, to: id, label: label)
        let linked = AssetLinked(
            sku: sku, id: id, asset: LiveAsset(id: asset.id, file: asset.file), label: label,
            answer: Answer(answer.facts)
        ).draft(system: system)
        if known == [] || appends == true && known != nil && answer.value == .linked {
            return [linked]
        }
        guard let product = try? await client.getProduct(id).value else { return [linked] }
        let shown = product.media[label] ?? []
        var drafts = [linked]
        let ids = shown.map(\.id)
        let isAtEnd = ids == (known ?? []) + [asset.id]
        if appends == nil, let known, answer.value == .linked,
            let end = Self.end(of: asset.id, in: ids, before: known)
        {
            drafts.append(
                TargetLearned(
                    topic: Self.appends, value: .bool(end == .back),
                    evidence: "the gallery of \(sku) after a link"
                ).draft(system: system))
        }
        if !isAtEnd {
            drafts.append(
                LiveObserved(
                    id: id, sku: sku, fields: [], gallery: shown.map { LiveAsset($0) },
                    looked: ["gallery"], gone: false
                ).draft(system: system))
        }
        return drafts
    }

    private enum End { case front, back }

    /// At which end of a gallery a link put its asset; nil where the gallery does not tell.
    ///
    /// A gallery in the order of its ids does not tell that links go to the front: an account that
    /// shows no order of its own looks the same, and links would be made backward in it for ever.
    private static func end(of asset: String, in shown: [String], before known: [String]) -> End? {
        if shown == known + [asset] { return .back }
        return shown == [asset] + known && shown != shown.sorted() ? .front : nil
    }

    private static var appends: String { "gallery-links-append" }
}
