package import Catalog
package import JSON

/// An Amazon product stands in Plytix.
///
/// Emitted when the product was created, or was there under its SKU and is adopted. What else the
/// same request set has its own events.
package struct ProductCreated: Event, Hashable, Sendable {
    package static let kind = "ProductCreated"
    package static let version = 1

    /// The SKU of the product.
    package var sku: String
    /// The id of the product in this account.
    package var id: String
    /// Whether it was there already and was taken as it is.
    package var adopted: Bool
    /// When Plytix says that it last changed the product, in its own words.
    package var modified: String?
    /// What the answer said of itself; nil when no answer of its own stood behind it.
    package var answer: Answer?

    package init(
        sku: String, id: String, adopted: Bool, modified: String? = nil,
        answer: Answer? = nil
    ) {
        self.sku = sku
        self.id = id
        self.adopted = adopted
        self.modified = modified
        self.answer = answer
    }

    package var subjects: [SubjectReference] { [SubjectReference(.sku(sku))] }
}

extension ProductCreated {
    package init(from json: inout JSONReader) throws(JSONError) {
        var sku: String?
        var id: String?
        var adopted: Bool?
        var modified: String?
        var answer: Answer?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "sku": sku = try json.read(key)
            case "id": id = try json.read(key)
            case "adopted": adopted = try json.read(key)
            case "modified": modified = try json.word()
            case "answer": answer = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            sku: try required(sku, "sku"), id: try required(id, "id"),
            adopted: try required(adopted, "adopted"), modified: modified, answer: answer)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("sku", sku)
            json.member("id", id)
            json.member("adopted", adopted)
            json.member("modified", optional: modified)
            json.member("answer", optional: answer)
        }
    }
}
