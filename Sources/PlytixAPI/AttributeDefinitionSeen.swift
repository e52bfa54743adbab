package import Catalog
import JSON

/// A definition of a product attribute as an answer shows it.
package struct AttributeDefinitionSeen: Sendable, Hashable {
    package let id: String
    /// By which values are written and read; made by Plytix, for good.
    package let label: String
    package let name: String
    /// Plytix' word: `TextAttribute`; empty when the answer does not say.
    package let typeClass: String
    /// Of dropdowns and multiselects.
    package let options: [String]

    /// By our word; nil for types that we do not use, such as completeness.
    package var type: AttributeType? { AttributeType(plytixClass: typeClass) }

    /// Nil without id and label.
    init?(_ json: JSONValue) {
        guard let id = json["id"].plainText, let label = json["label"].plainText else { return nil }
        self.id = id
        self.label = label
        name = json["name"].plainText ?? label
        typeClass = json["type_class"].plainText ?? json["type"].plainText ?? ""
        options = json["options"].elements.compactMap {
            $0.plainText ?? $0["name"].plainText ?? $0["value"].plainText
        }
    }

    package init(id: String, label: String, name: String, typeClass: String, options: [String]) {
        self.id = id
        self.label = label
        self.name = name
        self.typeClass = typeClass
        self.options = options
    }
}
