package import Catalog
package import JSON

/// An asset was linked to a product.
///
/// Emitted where the account takes assets link by link; where it takes a gallery whole, GallerySet
/// tells it.
package struct AssetLinked: Event, Hashable, Sendable {
    package static let kind = "AssetLinked"
    package static let version = 1

    /// The SKU of the product.
    package var sku: String
    /// The id of the product in this account.
    package var id: String
    /// The asset that was linked.
    package var asset: LiveAsset
    /// The label of the attribute that holds it, or `thumbnail`.
    package var label: String
    /// What the answer said of itself; nil when no answer of its own stood behind it.
    package var answer: Answer?

    package init(sku: String, id: String, asset: LiveAsset, label: String, answer: Answer? = nil) {
        self.sku = sku
        self.id = id
        self.asset = asset
        self.label = label
        self.answer = answer
    }

    package var subjects: [SubjectReference] { [SubjectReference(.sku(sku))] }
}

extension AssetLinked {
    package init(from json: inout JSONReader) throws(JSONError) {
        var sku: String?
        var id: String?
        var asset: LiveAsset?
        var label: String?
        var answer: Answer?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "sku": sku = try json.read(key)
            case "id": id = try json.read(key)
            case "asset": asset = try json.read(key)
            case "label": label = try json.word()
            case "answer": answer = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            sku: try required(sku, "sku"), id: try required(id, "id"),
            asset: try required(asset, "asset"), label: try required(label, "label"),
            answer: answer)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("sku", sku)
            json.member("id", id)
            json.member("asset", asset)
            json.member("label", label)
            json.member("answer", optional: answer)
        }
    }
}
