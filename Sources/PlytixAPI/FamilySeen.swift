import JSON

/// A product family as an answer shows it.
package struct FamilySeen: Sendable, Hashable {
    package let id: String
    package let name: String

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }

    /// Nil without id and name.
    init?(_ json: JSONValue) {
        guard let id = json["id"].plainText, let name = json["name"].plainText else { return nil }
        self.init(id: id, name: name)
    }
}

/// An attribute of a family.
package struct FamilyAttribute: Sendable, Hashable {
    package let id: String
    package let label: String

    package init(id: String, label: String) {
        self.id = id
        self.label = label
    }

    /// Nil without id and label.
    init?(_ json: JSONValue) {
        guard let id = json["id"].plainText, let label = json["label"].plainText else { return nil }
        self.init(id: id, label: label)
    }
}
