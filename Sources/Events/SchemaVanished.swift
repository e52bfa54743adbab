package import Catalog
package import JSON

/// A definition that was in an account is there no more.
///
/// Emitted when the definitions of an account are read again; a plan then makes it anew.
package struct SchemaVanished: Event, Hashable, Sendable {
    /// What kind of definition it was.
    package var definition: SchemaDefined.Definition
    /// Its label; the name of a family.
    package var label: String
    /// Plytix's id of it.
    package var id: String

    package init(definition: SchemaDefined.Definition, label: String, id: String) {
        self.definition = definition
        self.label = label
        self.id = id
    }

    package static let kind = "SchemaVanished"
    package static let version = 1

    package var subjects: [SubjectReference] {
        switch definition {
        case .attribute: [SubjectReference(.attribute(label))]
        case .family: [SubjectReference(.family(label))]
        case .relation: [SubjectReference(.relation(label))]
        }
    }
}

extension SchemaVanished {
    package init(from json: inout JSONReader) throws(JSONError) {
        var definition: SchemaDefined.Definition?
        var label: String?
        var id: String?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "definition": definition = try json.read(key)
            case "label": label = try json.read(key)
            case "id": id = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            definition: try required(definition, "definition"),
            label: try required(label, "label"), id: try required(id, "id"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("definition", definition.rawValue)
            json.member("label", label)
            json.member("id", id)
        }
    }
}
