import Catalog
import HTTPTypes
import JSON

/// The operations on product families (`plytix-api.md`, section 8).
enum Families {
    static let routes: [Route] = [
        Route(.post, .v1, "product_families", "createFamily", .families, create),
        Route(
            .post, .v1, "product_families/search", "searchFamilies", .read,
            search),
        Route(.get, .v1, "product_families/:family", "getFamily", .read, get),
        Route(.patch, .v1, "product_families/:family", "updateFamily", .families, update),
        Route(.delete, .v1, "product_families/:family", "deleteFamily", .families, delete),
        Route(
            .get, .v1, "product_families/:family/attributes", "getFamilyAttributes", .read,
            getAttributes),
        Route(
            .get, .v1, "product_families/:family/all_attributes", "getAllFamilyAttributes", .read,
            getAllAttributes),
        Route(
            .post, .v1, "product_families/:family/attributes/link", "linkFamilyAttributes",
            .families, linkAttributes),
        Route(
            .post, .v1, "product_families/:family/attributes/unlink", "unlinkFamilyAttributes",
            .families, unlinkAttributes),
        Route(
            .post, .v1, "product_families/:family/attributes/edit", "editFamilyAttributes",
            .families, editAttributes),
        Route(
            .post, .v1, "product_families/:family/all_attributes/edit", "editAllFamilyAttributes",
            .families, editAttributes),
    ]

    static func family(_ call: Call, in account: Account) throws(Refusal) -> Family {
        guard let family = account.families[call["family"]] else {
            throw .notFound(call["family"], "product family does not exist")
        }
        return family
    }

    static func create(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        guard let name = call.body["name"]?.string, !name.isEmpty else { throw .missing("name") }
        try checkUnique(name, besides: nil, call, in: account)
        var family = Family(
            id: account.identifiers.next(), name: name, created: call.now, modified: call.now)
        let lists = [
            ("attributes", "no_level"), ("parent_attributes", "parent_level"),
            ("variant_attributes", "variant_level"),
        ]
        for (key, level) in lists {
            family.link(try attributeIDs(call.body[key], key, in: account), level: level)
        }
        account.families.insert(family, at: call.now)
        return .data(201, [full(family, in: account)])
    }

    static func get(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        .data(200, [full(try family(call, in: account), in: account)])
    }

    /// `PATCH`: the name; anything else is ignored.
    static func update(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        var family = try family(call, in: account)
        guard let name = call.body["name"]?.string, !name.isEmpty else { throw .missing("name") }
        try checkUnique(name, besides: family.id, call, in: account)
        if family.name != name {
            family.name = name
            family.modified = call.now
            account.families.replace(family, at: call.now)
        }
        return .data(200, [full(family, in: account)])
    }

    static func delete(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let family = try family(call, in: account)
        account.accept(.deleteFamily(id: family.id), call)
        return .empty(202)
    }

    /// A second family of a name: what it gives is not documented (`plytix-unknowns.md`, 26).
    private static func checkUnique(
        _ name: String, besides id: String?, _ call: Call, in account: Account
    ) throws(Refusal) {
        let isTaken = account.families.withKey(name).contains { $0.id != id }
        guard isTaken, !call.has(.duplicateDefinitionAllowed) else { return }
        throw Refusal(
            call.has(.duplicateDefinitionConflict) ? 409 : 422,
            "a product family with same name already exists")
    }

    static func full(_ family: Family, in account: Account) -> JSONValue {
        let products = account.products.all.count { $0.familyID == family.id }
        return [
            "id": .string(family.id), "name": .string(family.name),
            "created": .string(family.created.withOffset),
            "created_at": .string(family.created.withOffset),
            "modified": .string(family.modified.withOffset),
            "total_attributes": JSONValue(family.attributes.count), "total_models": 0,
            "total_products": JSONValue(products),
        ]
    }

    // MARK: Search

    static func search(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let request = try SearchRequest(call)
        let account = account
        let columns: Set<String> = [
            "id", "name", "total_products", "total_attributes", "total_models", "_created_at",
            "created", "created_at", "modified", "created_user_audit", "modified_user_audit",
        ]
        var table = SearchTable<Family>(
            field: field,
            hasColumn: { columns.contains($0) },
            row: { family, columns in
                let whole = full(family, in: account)
                var row: JSONValue = ["id": .string(family.id)]
                for column in columns {
                    switch column {
                    case "_created_at": row[column] = whole["created"]
                    case "created_user_audit", "modified_user_audit":
                        row[column] = Products.audit(account)
                    default: row[column] = whole[column]
                    }
                }
                return row
            })
        table.indexedField = "name"
        return try Search.answer(request, in: account.families, table, call)
    }

    private static func field(_ key: String) -> Field<Family>? {
        switch key {
        case "id": Field(key, .text, [.equal, .notEqual, .in, .notIn]) { .string($0.id) }
        case "name": Field(key, .text) { .string($0.name) }
        case "created", "created_at", "_created_at":
            Field(key, .date) { .string($0.created.withOffset) }
        case "modified": Field(key, .date) { .string($0.modified.withOffset) }
        case "total_attributes": Field(key, .decimal) { JSONValue($0.attributes.count) }
        default: nil
        }
    }
}
