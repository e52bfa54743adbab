import Catalog
import JSON

extension Products {
    /// `POST /products/{id}/assets` (`plytix-api.md`, section 10).
    static func linkAsset(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let product = try product(call, in: account)
        guard let id = call.body["id"]?.string else {
            throw call.version == .v1
                ? .missing("id")
                : Refusal(
                    422, "you must supply an id",
                    [Refusal.entry("asset.id", "asset id not found in request")])
        }
        guard let label = call.body["attribute_label"]?.string else {
            throw .missing("attribute_label")
        }
        guard account.assets[id] != nil else {
            throw Refusal(
                404, "Asset id \(id) does not exist",
                [Refusal.entry("asset.id", "asset does not exist")])
        }
        var next = call.has(.concurrentLinksLost) ? account.asLinksSee(product, call) : product
        try link(id, to: label, of: &next, call, in: account)
        guard next.allAssetIDs.count <= assetsMax else {
            throw .overLimit("asset.id", "A product has at most 300 assets", call)
        }
        account.linked[product.id] = Linking(time: call.now, before: product)
        _ = changed(next, from: product, call, in: &account)
        return .data(201, [["id": .string(id)]])
    }

    private static func link(
        _ id: String, to label: String, of product: inout Product, _ call: Call,
        in account: Account
    ) throws(Refusal) {
        let place = try place(label, of: product, call, in: account)
        let isElsewhere =
            call.has(.linkOncePerProduct) && place != .thumbnail
            && (product.assetIDs + product.media.values.joined()).contains(id)
        if isElsewhere || isLinked(id, to: place, of: product) {
            if call.has(.relinkAccepted) { return }
            throw Refusal(
                409, "Asset id \(id) is already linked to product attribute",
                [Refusal.entry("asset.id", "already linked")])
        }
        switch place {
        case .thumbnail: product.thumbnailID = id
        case .loose: product.assetIDs.append(id)
        case .single(let label): product.media[label] = [id]
        case .gallery(let label):
            let gallery = product.media[label] ?? []
            product.media[label] = call.has(.galleryLinkPrepends) ? [id] + gallery : gallery + [id]
        }
    }

    /// Where an asset can be linked.
    private enum Place: Equatable {
        case thumbnail
        /// To the product, without an attribute.
        case loose
        case single(String)
        case gallery(String)
    }

    /// The place that a label names.
    ///
    /// What a wrong one gives is not documented (`plytix-unknowns.md`, 7).
    private static func place(
        _ label: String, of product: Product, _ call: Call, in account: Account
    ) throws(Refusal) -> Place {
        if label == "thumbnail" { return .thumbnail }
        if label == "assets", call.has(.linkLabelAssets) { return .loose }
        let definition = account.attribute(labelled: label)
        let family = product.familyID.flatMap { account.families[$0] }
        let isOutside =
            call.has(.valuesNeedFamily) && definition != nil
            && family?.contains(definition?.id ?? "") == false
        guard let definition, definition.type.isMedia, !isOutside else {
            throw Refusal(
                call.has(.linkLabelNotFound) ? 404 : 422, "Schema validation error",
                [Refusal.entry("attribute_label", "label does not exist")])
        }
        return definition.type == .media ? .single(label) : .gallery(label)
    }

    private static func isLinked(_ id: String, to place: Place, of product: Product) -> Bool {
        switch place {
        case .thumbnail: product.thumbnailID == id
        case .loose: product.assetIDs.contains(id)
        case .single(let label), .gallery(let label): product.media[label]?.contains(id) == true
        }
    }

    static func getAssets(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let id = call["product"]
        guard let product = account.products[id] else {
            throw call.version == .v1
                ? .noProduct(id) : Refusal(404, "No product found for id \(id)")
        }
        return .data(200, product.allAssetIDs.compactMap { row($0, in: account, call) })
    }

    static func getAsset(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let product = try product(call, in: account)
        guard product.allAssetIDs.contains(call["asset"]) else { throw unrelated(call) }
        return .data(200, [row(call["asset"], in: account, call)].compactMap { $0 })
    }

    /// `DELETE /products/{id}/assets/{asset}`: out of every attribute, for all that is known
    /// (`plytix-unknowns.md`, 6); the asset stays.
    static func unlinkAsset(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let product = try product(call, in: account)
        var next = product
        let isDone =
            call.has(.unlinkFirstOnly)
            ? next.removeAssetOnce(call["asset"]) : next.removeAsset(call["asset"])
        guard isDone else { throw unrelated(call) }
        _ = changed(next, from: product, call, in: &account)
        return .empty(204)
    }

    private static func row(_ id: String, in account: Account, _ call: Call) -> JSONValue? {
        guard var row = asset(id, in: account, call) else { return nil }
        if call.version == .v2 {
            row["file_size"] = JSONValue(account.assets[id]?.bytes.count ?? 0)
        }
        return row
    }

    private static func unrelated(_ call: Call) -> Refusal {
        let text = "asset id \(call["asset"]) is not related to product id \(call["product"])"
        return Refusal(404, text, [Refusal.entry("asset_id", .string(text))])
    }
}
