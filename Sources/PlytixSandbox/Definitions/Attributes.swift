import Catalog
import HTTPTypes
import JSON

/// The operations on attribute definitions (`plytix-api.md`, section 7).
enum Attributes {
    static let optionsMax = 1000

    static let routes: [Route] = [
        Route(.post, .v1, "attributes/product", "createAttribute", .attributes, create),
        Route(
            .post, .v1, "attributes/product/search", "searchAttributes", .read,
            body: .jsonOrNothing, search),
        Route(.get, .v1, "attributes/product/:attribute", "getAttribute", .read, get),
        Route(.patch, .v1, "attributes/product/:attribute", "updateAttribute", .attributes, update),
        Route(
            .delete, .v1, "attributes/product/:attribute", "deleteAttribute", .attributes, delete),
    ]

    private static func definition(
        _ call: Call, in account: Account
    ) throws(Refusal) -> AttributeDefinition {
        guard let definition = account.attributes[call["attribute"]] else {
            throw .notFound(call["attribute"], "id does not exist")
        }
        return definition
    }

    static func get(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        .data(200, [full(try definition(call, in: account), in: account)])
    }

    /// Changes name and description, while the label stays; options and parts replace the former.
    static func update(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        var next = try definition(call, in: account)
        if let name = call.body["name"] {
            guard let text = name.string, !text.isEmpty else {
                throw .schema("name", "Not a valid string.")
            }
            let isTaken = account.attributes.all.contains { other in
                other.id != next.id && other.name.lowercased() == text.lowercased()
            }
            guard !isTaken else { throw AttributeDraft.duplicate(call) }
            next.name = text
        }
        var draft = AttributeDraft(next)
        try draft.apply(call.body, in: account)
        account.attributes.replace(draft.definition, at: call.now)
        return .data(200, [full(draft.definition, in: account)])
    }

    /// `DELETE`: 202, though a client's tests against the real API find it gone at once; refused
    /// while a catalog uses the attribute.
    static func delete(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let definition = try definition(call, in: account)
        guard definition.usages.isEmpty else {
            throw Refusal(
                409, "Error deleting \(definition.id) attribute",
                [
                    Refusal.entry(
                        "usages",
                        [
                            "channels": [], "ecatalogs": .array(definition.usages.map(\.json)),
                            "pdfcatalogs": [],
                        ])
                ])
        }
        account.removeAttribute(definition.id, at: call.now)
        return .empty(202)
    }

    /// A definition as it is shown; its type brings more keys.
    static func full(_ definition: AttributeDefinition, in account: Account) -> JSONValue {
        let groups = account.groups.all.filter { $0.attributeLabels.contains(definition.label) }
        var json: JSONValue = [
            "id": .string(definition.id), "label": .string(definition.label),
            "name": .string(definition.name), "groups": JSONValue(groups.map(\.id)),
            "type_class": .string(definition.type.rawValue),
            "filter_type": .string(definition.type.filterType.rawValue),
        ]
        if let description = definition.description { json["description"] = .string(description) }
        if definition.type.hasOptions {
            json["options"] = JSONValue(definition.shownOptions)
            json["manual_sorting"] = .bool(definition.isManuallySorted)
            json["sort_ascending"] = .bool(definition.isAscending)
        }
        if definition.type == .completeness {
            json["attributes"] = .array(
                definition.parts.map { ["id": JSONValue($0.id), "label": .string($0.label)] })
        }
        return json
    }

    // MARK: Search

    private static let columns: Set<String> = [
        "id", "name", "label", "type_class", "groups", "options", "attributes", "filter_type",
        "description", "manual_sorting", "sort_ascending",
    ]

    /// `POST /attributes/product/search`: without columns, rows hold id and filter type only.
    static func search(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let request = try SearchRequest(call)
        let account = account
        var table = SearchTable<AttributeDefinition>(
            field: field,
            hasColumn: { columns.contains($0) },
            row: { definition, columns in
                let whole = full(definition, in: account)
                var row: JSONValue = ["id": whole["id"], "filter_type": whole["filter_type"]]
                for column in columns {
                    if let value = whole.object?[column] { row[column] = value }
                }
                return row
            })
        table.indexedField = "label"
        return try Search.answer(request, in: account.attributes, table, call)
    }

    private static func field(_ key: String) -> Field<AttributeDefinition>? {
        switch key {
        case "id": Field(key, .text, [.equal, .notEqual, .in, .notIn]) { .string($0.id) }
        case "name": Field(key, .text) { .string($0.name) }
        case "label":
            Field(key, .text, FilterType.text.operators + [.in, .notIn]) { .string($0.label) }
        case "type_class":
            Field(key, .text, FilterType.text.operators + [.in, .notIn]) {
                .string($0.type.rawValue)
            }
        default: nil
        }
    }
}

extension Usage {
    var json: JSONValue { ["id": .string(id), "name": .string(name)] }
}
