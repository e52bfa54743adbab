import Catalog
import Events
import HTTP
import JSON
import Planning
import PlytixAPI
import Projections

/// A request can be refused for something that it names and that a person deleted meanwhile. Then
/// the request is not at fault: what is gone is recorded, and the rest is done without it.
extension Courier {
    /// What a refused request named and is gone; empty when that is not why it was refused.
    func vanished(
        _ errand: Errand, _ refusal: Refusal
    ) async throws(APIError) -> [RecordDraft] {
        guard [400, 404, 409, 422].contains(refusal.status) else { return [] }
        var drafts: [RecordDraft] = []
        if let (sku, id) = errand.product, refusal.status == 404,
            try await client.getProduct(id).value == nil
        {
            drafts.append(
                LiveObserved(id: id, sku: sku, fields: [], looked: [], gone: true)
                    .draft(system: system))
        }
        guard drafts.isEmpty, refusal.isAboutAssets(planning.gallery) else { return drafts }
        for asset in errand.assets where try await client.getAsset(asset.id).value == nil {
            let picture = look { $0.assets[asset.file]?.picture } ?? asset.file
            drafts.append(
                AssetVanished(picture: picture, file: asset.file, id: asset.id)
                    .draft(system: system))
        }
        return drafts
    }
}

extension Refusal {
    /// Whether it can be about an asset: it says so, or nothing in particular.
    fileprivate func isAboutAssets(_ gallery: String) -> Bool {
        guard !complaints.isEmpty else { return true }
        return complaints.contains { complaint in
            let words = "\(complaint.field) \(complaint.message)".lowercased()
            return ["asset", "thumbnail", gallery.lowercased()].contains { words.contains($0) }
        }
    }
}

extension Errand {
    /// The product that the request writes to, where it is there already.
    var product: (sku: String, id: String)? {
        switch call {
        case .changeProduct(let sku, let id, _), .assignFamily(let sku, let id, _, _),
            .linkAsset(let sku, let id, _, _):
            (sku, id)
        case .link(_, _, let source, _), .unlink(_, _, let source, _): (source.sku, source.id)
        default: nil
        }
    }

    /// The assets that the request names, each once.
    var assets: [ProductBody.Asset] {
        switch call {
        case .createProduct(_, let body, _), .createVariant(_, _, let body),
            .changeProduct(_, _, let body):
            ((body.gallery?.assets ?? []) + [body.thumbnail].compactMap { $0 }).uniqued
        case .linkAsset(_, _, _, let asset): [asset]
        default: []
        }
    }
}
