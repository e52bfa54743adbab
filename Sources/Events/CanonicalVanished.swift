package import Catalog
package import JSON

/// A canonical product that was known is gone from Plytix.
///
/// Emitted only after a whole read of the canonical products that did not hold it.
package struct CanonicalVanished: Event, Hashable, Sendable {
    package static let kind = "CanonicalVanished"
    package static let version = 1

    /// The id that the product had in this account.
    package var id: String
    /// The SKU that the product had.
    package var sku: String

    package init(id: String, sku: String) {
        self.id = id
        self.sku = sku
    }

    package var subjects: [SubjectReference] { [SubjectReference(.sku(sku))] }
}

extension CanonicalVanished {
    package init(from json: inout JSONReader) throws(JSONError) {
        var id: String?
        var sku: String?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "id": id = try json.read(key)
            case "sku": sku = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            id: try required(id, "id"), sku: try required(sku, "sku"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("sku", sku)
        }
    }
}
