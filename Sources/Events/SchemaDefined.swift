package import Catalog
package import JSON

/// A definition stands in the account as we need it.
///
/// Emitted when an attribute, a family or a relation was created, was extended, or was there and is
/// adopted.
package struct SchemaDefined: Event, Hashable, Sendable {
    package static let kind = "SchemaDefined"
    package static let version = 1

    /// What is defined.
    package var definition: Definition
    /// Its label, by which we know it; of a family its name.
    package var label: String
    /// Its name for people.
    package var name: String
    /// Its id in this account.
    package var id: String
    /// An attribute's type, by the word of our settings.
    package var type: String?
    /// An attribute's options.
    package var options: [String]
    /// A family's attribute labels.
    package var members: [String]
    /// Whether it was there already and was taken as it is.
    package var adopted: Bool
    /// What the answer said of itself; nil when no answer of its own stood behind it.
    package var answer: Answer?

    package init(
        definition: Definition, label: String, name: String, id: String,
        type: String? = nil, options: [String], members: [String], adopted: Bool,
        answer: Answer? = nil
    ) {
        self.definition = definition
        self.label = label
        self.name = name
        self.id = id
        self.type = type
        self.options = options
        self.members = members
        self.adopted = adopted
        self.answer = answer
    }

    /// What can be defined in an account.
    package enum Definition: String, Hashable, Sendable, CaseIterable, TextCoded {
        /// A product attribute.
        case attribute
        /// A product family.
        case family
        /// A relationship between products.
        case relation
    }

    package var subjects: [SubjectReference] {
        switch definition {
        case .attribute: [SubjectReference(.attribute(label))]
        case .family: [SubjectReference(.family(name))]
        case .relation: [SubjectReference(.relation(label))]
        }
    }
}

extension SchemaDefined {
    package init(from json: inout JSONReader) throws(JSONError) {
        var definition: Definition?
        var label: String?
        var name: String?
        var id: String?
        var type: String?
        var options: [String]?
        var members: [String]?
        var adopted: Bool?
        var answer: Answer?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "definition": definition = try json.read(key)
            case "label": label = try json.read(key)
            case "name": name = try json.read(key)
            case "id": id = try json.read(key)
            case "type": type = try json.read(key)
            case "options": options = try json.read(key)
            case "members": members = try json.read(key)
            case "adopted": adopted = try json.read(key)
            case "answer": answer = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            definition: try required(definition, "definition"),
            label: try required(label, "label"), name: try required(name, "name"),
            id: try required(id, "id"), type: type, options: try required(options, "options"),
            members: try required(members, "members"), adopted: try required(adopted, "adopted"),
            answer: answer)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("definition", definition)
            json.member("label", label)
            json.member("name", name)
            json.member("id", id)
            json.member("type", optional: type)
            json.member("options", options)
            json.member("members", members)
            json.member("adopted", adopted)
            json.member("answer", optional: answer)
        }
    }
}
