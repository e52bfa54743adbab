package import Catalog
package import JSON

/// Fields of a product were written.
///
/// Emitted when Plytix confirmed the write, with what stood there before, the rule and the reason,
/// field by field.
package struct AttributesSet: Event, Hashable, Sendable {
    package static let kind = "AttributesSet"
    package static let version = 2
    /// Version 1 named the rule and the reason of each change, whatever they were.
    package static let oldestRead = 1

    /// The SKU of the product.
    package var sku: String
    /// The id of the product in this account.
    package var id: String
    /// The fields: what we believed to be there, and what is there now.
    package var changes: [FieldChange]
    /// When Plytix says that it last changed the product, in its own words.
    package var modified: String?
    /// What the answer said of itself; nil when no answer of its own stood behind it.
    package var answer: Answer?

    package init(
        sku: String, id: String, changes: [FieldChange], modified: String? = nil,
        answer: Answer? = nil
    ) {
        self.sku = sku
        self.id = id
        self.changes = changes
        self.modified = modified
        self.answer = answer
    }

    package var subjects: [SubjectReference] { [SubjectReference(.sku(sku))] }
}

extension AttributesSet {
    package init(from json: inout JSONReader) throws(JSONError) {
        var sku: String?
        var id: String?
        var changes: [FieldChange]?
        var modified: String?
        var answer: Answer?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "sku": sku = try json.read(key)
            case "id": id = try json.read(key)
            case "changes": changes = try json.read(key)
            case "modified": modified = try json.word()
            case "answer": answer = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            sku: try required(sku, "sku"), id: try required(id, "id"),
            changes: try required(changes, "changes"), modified: modified, answer: answer)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("sku", sku)
            json.member("id", id)
            json.member("changes", changes)
            json.member("modified", optional: modified)
            json.member("answer", optional: answer)
        }
    }
}
