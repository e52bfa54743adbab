import JSON

extension Categories {
    /// Rows hold the id and the columns that were asked for.
    static func search(
        _ kind: Kind, _ call: Call, in account: Account
    ) throws(Refusal) -> Answer {
        let request = try SearchRequest(call)
        let store = account[kind]
        let table = SearchTable<Category>(
            field: { key in
                switch key {
                case "id": Field(key, .text, [.equal, .notEqual, .in, .notIn]) { .string($0.id) }
                case "name": Field(key, .text) { .string($0.name) }
                case "slug": Field(key, .text) { .string(Slug.category(of: $0.name)) }
                case "path":
                    Field(key, .text) { .string(store.path(of: $0.id).joined(separator: "/")) }
                case "parent_id":
                    Field(key, .text, FilterType.text.operators + [.in, .notIn]) {
                        JSONValue($0.parentID)
                    }
                case "parents_ids":
                    Field(key, .multiSelect) { JSONValue(store.ancestors(of: $0.id)) }
                case "n_children":
                    Field(key, .decimal) { JSONValue(store.children(of: $0.id).count) }
                case "order": Field(key, .decimal) { JSONValue($0.order) }
                case "modified": Field(key, .date) { .string($0.modified.withOffset) }
                default: nil
                }
            },
            hasColumn: { column in
                [
                    "id", "name", "path", "parents_ids", "n_children", "order", "slug", "modified",
                ].contains(column)
            },
            row: { category, columns in
                var row: JSONValue = ["id": .string(category.id)]
                for column in columns {
                    if let value = full(category, in: store).object?[column] { row[column] = value }
                }
                return row
            })
        return try Search.answer(request, in: store, table, call)
    }
}
