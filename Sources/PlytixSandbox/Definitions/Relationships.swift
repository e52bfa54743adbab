import Catalog
import HTTPTypes
import JSON

/// The operations on relationship definitions (`plytix-api.md`, section 11).
enum Relationships {
    static let routes: [Route] = [
        Route(.post, .v1, "relationships", "createRelationship", .relationships, create),
        Route(
            .post, .v1, "relationships/search", "searchRelationships", .read,
            search),
        Route(.get, .v1, "relationships/:relationship", "getRelationship", .read, get),
        Route(
            .patch, .v1, "relationships/:relationship", "updateRelationship", .relationships,
            update),
        Route(
            .delete, .v1, "relationships/:relationship", "deleteRelationship", .relationships,
            delete),
    ]

    private static func definition(
        _ call: Call, in account: Account
    ) throws(Refusal) -> RelationshipDefinition {
        guard let definition = account.relationships[call["relationship"]] else {
            throw .notFound(call["relationship"], "relationship does not exist")
        }
        return definition
    }

    /// `POST /relationships`: the label is the slug of the name; nothing else is taken.
    static func create(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let name = try name(call)
        try checkUnique(name, besides: nil, call, in: account)
        let slug = Slug.label(of: name)
        guard !slug.isEmpty else { throw .schema("name", "Not a valid name.") }
        var label = slug
        var number = 1
        while !account.relationships.withKey(label).isEmpty {
            label = "\(slug)_\(number)"
            number += 1
        }
        let definition = RelationshipDefinition(
            id: account.identifiers.next(), label: label, name: name, created: call.now,
            modified: call.now)
        account.relationships.insert(definition, at: call.now)
        return .data(call.has(.relationshipCreatedOK) ? 200 : 201, [full(definition)])
    }

    static func get(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        .data(200, [full(try definition(call, in: account))])
    }

    /// `PATCH`: the name; the label stays.
    static func update(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        var definition = try definition(call, in: account)
        let name = try name(call)
        try checkUnique(name, besides: definition.id, call, in: account)
        if definition.name != name {
            definition.name = name
            definition.modified = call.now
            account.relationships.replace(definition, at: call.now)
        }
        return .data(200, [full(definition)])
    }

    static func delete(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let definition = try definition(call, in: account)
        guard definition.usages.isEmpty else {
            throw Refusal(
                409, "Relationship id \(definition.id) is in use",
                [
                    Refusal.entry(
                        "usages", ["ecatalogs": .array(definition.usages.map(\.json))])
                ])
        }
        account.removeRelationship(definition.id, at: call.now)
        return .empty(204)
    }

    private static func name(_ call: Call) throws(Refusal) -> String {
        guard let name = call.body["name"]?.string, !name.isEmpty else { throw .missing("name") }
        return name
    }

    /// A second relationship of a name: what it gives is not documented
    /// (`plytix-unknowns.md`, 26).
    private static func checkUnique(
        _ name: String, besides id: String?, _ call: Call, in account: Account
    ) throws(Refusal) {
        let isTaken = account.relationships.all.contains { other in
            other.id != id && other.name.lowercased() == name.lowercased()
        }
        guard isTaken, !call.has(.duplicateDefinitionAllowed) else { return }
        throw Refusal(
            call.has(.duplicateDefinitionConflict) ? 409 : 422,
            "a relationship with same name already exists")
    }

    private static func full(_ definition: RelationshipDefinition) -> JSONValue {
        [
            "id": .string(definition.id), "name": .string(definition.name),
            "label": .string(definition.label),
            "created_at": .string(definition.created.withOffset),
            "modified": .string(definition.modified.withOffset),
        ]
    }

    // MARK: Search

    /// What works on ids though the list of filters does not show it.
    static let unlisted: [Operator] = [.in, .notIn]
    static let fieldKeys = ["label", "name", "created", "symmetrical", "id", "modified"]

    /// The vendor's example asks for `symmetrical` and gets `label` with it.
    static func search(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let request = try SearchRequest(call)
        var table = SearchTable<RelationshipDefinition>(
            field: field,
            hasColumn: { fieldKeys.contains($0) || $0 == "created_at" },
            row: { definition, columns in
                let whole = full(definition)
                var row: JSONValue = ["id": .string(definition.id)]
                for column in columns {
                    switch column {
                    case "symmetrical": row[column] = .bool(definition.isSymmetrical)
                    case "created": row[column] = whole["created_at"]
                    default: row[column] = whole[column]
                    }
                }
                return row
            })
        table.indexedField = "label"
        return try Search.answer(request, in: account.relationships, table, call)
    }

    static func field(_ key: String) -> Field<RelationshipDefinition>? {
        switch key {
        case "label": Field(key, .text) { .string($0.label) }
        case "name": Field(key, .text) { .string($0.name) }
        case "created": Field(key, .date) { .string($0.created.withOffset) }
        case "modified": Field(key, .date) { .string($0.modified.withOffset) }
        case "symmetrical":
            Field(key, .boolean, [.exists, .notExists, .equal]) { .bool($0.isSymmetrical) }
        case "id":
            Field(key, .text, [.like, .equal, .notEqual] + unlisted) { .string($0.id) }
        default: nil
        }
    }
}
