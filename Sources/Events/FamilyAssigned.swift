package import Catalog
package import JSON

/// A product belongs to its family.
///
/// Emitted when the family was assigned, or was found assigned and is adopted.
package struct FamilyAssigned: Event, Hashable, Sendable {
    package static let kind = "FamilyAssigned"
    package static let version = 1

    /// The SKU of the product.
    package var sku: String
    /// The id of the product in this account.
    package var id: String
    /// The name of the family.
    package var family: String
    /// The id of the family in this account.
    package var familyID: String
    /// Whether it was there already and was taken as it is.
    package var adopted: Bool
    /// What the answer said of itself; nil when no answer of its own stood behind it.
    package var answer: Answer?

    package init(
        sku: String, id: String, family: String, familyID: String, adopted: Bool,
        answer: Answer? = nil
    ) {
        self.sku = sku
        self.id = id
        self.family = family
        self.familyID = familyID
        self.adopted = adopted
        self.answer = answer
    }

    package var subjects: [SubjectReference] { [SubjectReference(.sku(sku))] }
}

extension FamilyAssigned {
    package init(from json: inout JSONReader) throws(JSONError) {
        var sku: String?
        var id: String?
        var family: String?
        var familyID: String?
        var adopted: Bool?
        var answer: Answer?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "sku": sku = try json.read(key)
            case "id": id = try json.read(key)
            case "family": family = try json.word()
            case "familyID": familyID = try json.word()
            case "adopted": adopted = try json.read(key)
            case "answer": answer = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            sku: try required(sku, "sku"), id: try required(id, "id"),
            family: try required(family, "family"), familyID: try required(familyID, "familyID"),
            adopted: try required(adopted, "adopted"), answer: answer)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("sku", sku)
            json.member("id", id)
            json.member("family", family)
            json.member("familyID", familyID)
            json.member("adopted", adopted)
            json.member("answer", optional: answer)
        }
    }
}
