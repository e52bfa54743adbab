import JSON

/// A definition while a body is applied to it.
struct AttributeDraft {
    private(set) var definition: AttributeDefinition

    init(_ definition: AttributeDefinition) { self.definition = definition }

    /// Applies everything but the name, which both callers treat in their own way.
    mutating func apply(_ body: JSONObject, in account: Account) throws(Refusal) {
        if let description = body["description"] {
            guard description.isNull || description.string != nil else {
                throw .schema("description", "Not a valid string.")
            }
            definition.description = description.string
        }
        if definition.type.hasOptions { try applyOptions(body) }
        if definition.type == .completeness, let parts = body["attributes"], !parts.isNull {
            try applyParts(parts, in: account)
        }
    }

    private mutating func applyOptions(_ body: JSONObject) throws(Refusal) {
        if let options = body["options"], !options.isNull {
            guard let list = options.array, list.allSatisfy({ $0.string != nil }) else {
                throw .schema("options", "Not a valid list.")
            }
            guard list.count <= Attributes.optionsMax else {
                throw .schema("options", "At most 1000 options are allowed.")
            }
            var seen: Set<String> = []
            definition.options = list.compactMap(\.string).filter { seen.insert($0).inserted }
        }
        if let manual = body["manual_sorting"]?.bool { definition.isManuallySorted = manual }
        if let ascending = body["sort_ascending"]?.bool { definition.isAscending = ascending }
    }

    private static let systemParts: Set<String> = [
        "sku", "label", "gtin", "status", "thumbnail", "categories",
    ]

    private mutating func applyParts(_ value: JSONValue, in account: Account) throws(Refusal) {
        var parts: [AttributeDefinition.Part] = []
        for element in value.elements {
            let byID = element["id"].string.flatMap { account.attributes[$0] }
            let byLabel = element["label"].string.flatMap { account.attribute(labelled: $0) }
            if let found = byID ?? byLabel {
                parts.append(AttributeDefinition.Part(id: found.id, label: found.label))
            } else if let label = element["label"].string, Self.systemParts.contains(label) {
                parts.append(AttributeDefinition.Part(id: nil, label: label))
            } else {
                throw .schema("attributes", "attribute does not exist")
            }
        }
        definition.parts = parts
    }

    /// The one error without `errors` among the 422s (`plytix-api.md`, section 7).
    static func duplicate(_ call: Call) -> Refusal {
        Refusal(
            call.has(.duplicateAttributeConflict) ? 409 : 422,
            "a product attribute with same name already exists")
    }
}
