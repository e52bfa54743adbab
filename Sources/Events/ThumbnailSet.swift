package import Catalog
package import JSON

/// The thumbnail of a product is as it shall be.
///
/// Emitted when it was written and confirmed.
package struct ThumbnailSet: Event, Hashable, Sendable {
    package static let kind = "ThumbnailSet"
    package static let version = 1

    /// The SKU of the product.
    package var sku: String
    /// The id of the product in this account.
    package var id: String
    /// The file name of the picture.
    package var file: String
    /// The id of the asset.
    package var asset: String
    /// What the answer said of itself; nil when no answer of its own stood behind it.
    package var answer: Answer?

    package init(sku: String, id: String, file: String, asset: String, answer: Answer? = nil) {
        self.sku = sku
        self.id = id
        self.file = file
        self.asset = asset
        self.answer = answer
    }

    package var subjects: [SubjectReference] { [SubjectReference(.sku(sku))] }
}

extension ThumbnailSet {
    package init(from json: inout JSONReader) throws(JSONError) {
        var sku: String?
        var id: String?
        var file: String?
        var asset: String?
        var answer: Answer?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "sku": sku = try json.read(key)
            case "id": id = try json.read(key)
            case "file": file = try json.read(key)
            case "asset": asset = try json.read(key)
            case "answer": answer = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            sku: try required(sku, "sku"), id: try required(id, "id"),
            file: try required(file, "file"), asset: try required(asset, "asset"), answer: answer)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("sku", sku)
            json.member("id", id)
            json.member("file", file)
            json.member("asset", asset)
            json.member("answer", optional: answer)
        }
    }
}
