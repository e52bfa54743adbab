package import Catalog
package import JSON

/// The gallery of a product is as it shall be.
///
/// Emitted when the whole ordered list was written and confirmed, kept foreign pictures included.
package struct GallerySet: Event, Hashable, Sendable {
    package static let kind = "GallerySet"
    package static let version = 1

    /// The SKU of the product.
    package var sku: String
    /// The id of the product in this account.
    package var id: String
    /// The label of the attribute that holds the gallery.
    package var label: String
    /// The file names in their order.
    package var files: [String]
    /// The ids of the assets in the same order.
    package var assets: [String]
    /// What the answer said of itself; nil when no answer of its own stood behind it.
    package var answer: Answer?

    package init(
        sku: String, id: String, label: String, files: [String], assets: [String],
        answer: Answer? = nil
    ) {
        self.sku = sku
        self.id = id
        self.label = label
        self.files = files
        self.assets = assets
        self.answer = answer
    }

    package var subjects: [SubjectReference] { [SubjectReference(.sku(sku))] }
}

extension GallerySet {
    package init(from json: inout JSONReader) throws(JSONError) {
        var sku: String?
        var id: String?
        var label: String?
        var files: [String]?
        var assets: [String]?
        var answer: Answer?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "sku": sku = try json.read(key)
            case "id": id = try json.read(key)
            case "label": label = try json.word()
            case "files": files = try json.read(key)
            case "assets": assets = try json.read(key)
            case "answer": answer = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            sku: try required(sku, "sku"), id: try required(id, "id"),
            label: try required(label, "label"), files: try required(files, "files"),
            assets: try required(assets, "assets"), answer: answer)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("sku", sku)
            json.member("id", id)
            json.member("label", label)
            json.member("files", files)
            json.member("assets", assets)
            json.member("answer", optional: answer)
        }
    }
}
