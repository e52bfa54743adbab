import Catalog
import HTTPTypes
import JSON

/// The operations on groups of attributes.
enum AttributeGroups {
    static let routes: [Route] = [
        Route(.post, .v1, "attribute-groups/product", "createAttributeGroup", .attributes, create),
        Route(
            .post, .v1, "attribute-groups/product/search", "searchAttributeGroups", .read, search),
        Route(
            .patch, .v1, "attribute-groups/product/:group", "updateAttributeGroup", .attributes,
            update),
        Route(
            .delete, .v1, "attribute-groups/product/:group", "deleteAttributeGroup", .attributes,
            delete),
    ]

    static func create(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        guard let name = call.body["name"]?.string, !name.isEmpty else { throw .missing("name") }
        var group = AttributeGroup(
            id: account.identifiers.next(), name: name, attributeLabels: [],
            order: account.groups.count)
        try apply(call.body, to: &group, in: account)
        account.groups.insert(group, at: call.now)
        return .data(201, [full(group)])
    }

    static func update(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        guard var group = account.groups[call["group"]] else {
            throw .notFound(call["group"], "id does not exist")
        }
        try apply(call.body, to: &group, in: account)
        account.groups.replace(group, at: call.now)
        return .data(200, [full(group)])
    }

    static func delete(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        guard account.groups[call["group"]] != nil else {
            throw .notFound(call["group"], "id does not exist")
        }
        account.groups.remove(call["group"], at: call.now)
        return .empty(200)
    }

    /// Null labels empty the group; a place beyond the last one is the last one.
    private static func apply(
        _ body: JSONObject, to group: inout AttributeGroup, in account: Account
    ) throws(Refusal) {
        if let name = body["name"] {
            guard let text = name.string, !text.isEmpty else {
                throw .schema("name", "Not a valid string.")
            }
            group.name = text
        }
        if let labels = body["attribute_labels"] {
            group.attributeLabels = []
            for label in labels.elements {
                guard let text = label.string, account.attribute(labelled: text) != nil else {
                    throw .schema("attribute_labels", "label does not exist")
                }
                group.attributeLabels.append(text)
            }
        }
        guard let order = body["order"], !order.isNull else { return }
        guard let number = order.int, number >= 0 else {
            throw .schema("order", "Not a valid number.")
        }
        let isPresent = account.groups[group.id] != nil
        group.order = min(number, max(0, account.groups.count - (isPresent ? 1 : 0)))
    }

    private static func full(_ group: AttributeGroup) -> JSONValue {
        [
            "id": .string(group.id), "name": .string(group.name),
            "attribute_labels": JSONValue(group.attributeLabels), "order": JSONValue(group.order),
        ]
    }

    static func search(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let request = try SearchRequest(call)
        let table = SearchTable<AttributeGroup>(
            field: { key in
                switch key {
                case "id": Field(key, .text, [.equal, .notEqual, .in, .notIn]) { .string($0.id) }
                case "name": Field(key, .text) { .string($0.name) }
                case "order": Field(key, .decimal) { JSONValue($0.order) }
                default: nil
                }
            },
            // `label` stands in the vendor's example, though groups have none.
            hasColumn: { ["id", "name", "label", "attribute_labels", "order"].contains($0) },
            row: { group, columns in
                var row: JSONValue = ["id": .string(group.id)]
                for column in columns {
                    if let value = full(group).object?[column] { row[column] = value }
                }
                return row
            })
        return try Search.answer(request, in: account.groups, table, call)
    }
}
