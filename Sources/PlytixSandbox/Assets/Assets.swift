import HTTP
import HTTPTypes
import JSON

/// The operations on assets (`plytix-api.md`, section 9).
enum Assets {
    static let createOperation = "createAsset"

    static let routes: [Route] = [
        Route(.post, .v1, "assets", createOperation, .assets, create),
        Route(.post, .v1, "assets/search", "searchAssets", .read, search),
        Route(.get, .v1, "assets/:asset", "getAsset", .read, get),
        Route(.patch, .v1, "assets/:asset", "updateAsset", .assets, update),
        Route(.delete, .v1, "assets/:asset", "deleteAsset", .assets, delete),
        Route(
            .put, .v1, "assets/:asset/content", "replaceAssetContent", .assets, body: .raw,
            replaceContent),
    ]

    static func asset(_ call: Call, in account: Account) throws(Refusal) -> Asset {
        guard let asset = account.assets[call["asset"]] else {
            throw .notFound(call["asset"], field: "asset_id", "asset does not exist")
        }
        return asset
    }

    /// Where an asset's file or thumbnail is served from.
    static func url(of asset: Asset, _ kind: String, _ account: Account, _ call: Call) -> String {
        "\(filesURL(call))/api/v1.1/\(kind)/public_files/pim/assets/\(account.accountID)"
            + "/images/\(asset.id)/\(PercentEncoding.encode(asset.filename))"
    }

    private static func filesURL(_ call: Call) -> String {
        let url = call.settings.filesURL
        guard call.has(.assetURLsPlain), url.hasPrefix("https:") else { return url }
        return "http:" + url.dropFirst("https:".count)
    }

    /// How many products each asset is linked to.
    static func uses(in account: Account) -> [String: Int] {
        var uses: [String: Int] = [:]
        for product in account.products.all {
            for id in product.allAssetIDs { uses[id, default: 0] += 1 }
        }
        return uses
    }

    static func full(
        _ asset: Asset, uses: [String: Int], in account: Account, _ call: Call
    ) -> JSONValue {
        let products = uses[asset.id] ?? 0
        var json: JSONValue = [
            "id": .string(asset.id), "filename": .string(asset.filename),
            "extension": .string(asset.fileExtension),
            "content_type": .string(asset.contentType),
            "file_type": .string(FileType.vendorClass(ofContentType: asset.contentType)),
            "file_size": JSONValue(asset.bytes.count), "status": "ACTIVE",
            "assigned": .bool(products > 0), "n_products": JSONValue(products), "n_catalogs": 0,
            "categories": .array(asset.categoryIDs.map { ["id": .string($0)] }),
            "created": .string(asset.created.withOffset),
            "modified": .string(asset.modified.withOffset),
            // The one time without an offset in the vendor's examples.
            "file_modified": .string(asset.fileModified.withoutOffset),
            "has_custom_thumb": false,
        ]
        if !asset.bytes.isEmpty || !call.has(.fetchedLater) {
            json["thumbnail"] = .string(url(of: asset, "thumb", account, call))
            json["url"] = .string(url(of: asset, "file", account, call))
        }
        if let isPublic = asset.isPublic { json["public"] = .bool(isPublic) }
        return json
    }
}
