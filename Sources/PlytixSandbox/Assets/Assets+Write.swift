import Catalog
import JSON

extension Assets {
    static func get(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let asset = try asset(call, in: account)
        return .data(200, [full(asset, uses: uses(in: account), in: account, call)])
    }

    /// `PATCH /assets/{id}`: file name and categories only; the extension stays.
    static func update(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let asset = try asset(call, in: account)
        var next = asset
        if let filename = call.body["filename"] {
            guard let name = filename.string, !name.isEmpty else {
                throw .schema("filename", "Not a valid string.")
            }
            guard FileType.fileExtension(of: name) == asset.fileExtension else {
                let text = "Extension changes are not allowed"
                throw Refusal(422, text, [Refusal.entry("filename", .string(text))])
            }
            next.filename = name
        }
        if let categories = call.body["categories"] {
            next.categoryIDs = try Self.categories(categories, in: account)
        }
        if next != asset || call.has(.modifiedOnNoOp) {
            next.modified = call.now
            account.assets.replace(next, at: call.now)
        }
        return .data(200, [full(next, uses: uses(in: account), in: account, call)])
    }

    private static func categories(
        _ value: JSONValue, in account: Account
    ) throws(Refusal) -> [String] {
        guard let list = value.array else { throw .schema("categories", "Not a valid list.") }
        var ids: [String] = []
        for category in list {
            guard let id = category["id"].string, account.fileCategories[id] != nil else {
                throw .schema("categories", "does not exist")
            }
            if !ids.contains(id) { ids.append(id) }
        }
        return ids
    }

    static func delete(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let asset = try asset(call, in: account)
        if call.has(.assetDeleteTooSoon), call.now - asset.created < .seconds(3) {
            throw .internalError
        }
        account.removeAsset(asset.id, at: call.now)
        return .empty(204)
    }

    /// `PUT /assets/{id}/content`: a form with one file of the same format; the times change at
    /// once, the content later.
    static func replaceContent(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        guard let asset = account.assets[call["asset"]] else {
            throw .notFound(call["asset"], "asset does not exist")
        }
        guard let file = Multipart(part: "file", of: call.bytes, contentType: call.contentType)
        else { throw .notUnderstood }
        let fileExtension = FileType.fileExtension(of: file.filename ?? "")
        guard FileType.isSameFormat(fileExtension, asset.fileExtension) else {
            let text = "You cannot change the format type of the asset."
            throw Refusal(400, text, [Refusal.entry("content_type", .string(text))])
        }
        account.assets.change(asset.id, at: call.now) { asset in
            asset.modified = call.now
            asset.fileModified = call.now
        }
        account.accept(
            .replaceContent(
                assetID: asset.id, bytes: file.bytes, contentType: asset.contentType), call)
        let shown = account.assets[asset.id] ?? asset
        return .data(202, [full(shown, uses: uses(in: account), in: account, call)])
    }
}
