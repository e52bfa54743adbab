import Catalog
import JSON

extension Assets {
    static let fieldKeys = [
        "status", "file_type", "assigned", "file_size", "id", "categories", "extension",
        "created", "modified", "filename",
    ]
    private static let otherColumns: Set<String> = [
        "content_type", "url", "thumbnail", "n_products", "n_catalogs", "file_modified", "public",
        "has_custom_thumb",
    ]

    /// `POST /assets/search`: rows hold the id and the columns that were asked for.
    static func search(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let request = try SearchRequest(call)
        let account = account
        // Counted once a search, and only where somebody looks at it.
        let named =
            request.columns + [request.order ?? ""] + request.filters.joined().flatMap(\.fields)
        let counts = named.contains { ["assigned", "n_products"].contains($0) }
        let uses = counts ? uses(in: account) : [:]
        var table = SearchTable<Asset>(
            field: { field($0, uses: uses, in: account) },
            hasColumn: { fieldKeys.contains($0) || otherColumns.contains($0) },
            row: { asset, columns in
                let whole = full(asset, uses: uses, in: account, call)
                var row: JSONValue = ["id": .string(asset.id)]
                for column in columns {
                    if let value = whole.object?[column] { row[column] = value }
                }
                return row
            })
        table.indexedField = "filename"
        return try Search.answer(request, in: account.assets, table, call)
    }

    /// The fields and their operators as `GET /filters/asset` documents them.
    static func field(_ key: String, uses: [String: Int], in account: Account) -> Field<Asset>? {
        let text: [Operator] = [.like, .equal, .notEqual]
        let dates: [Operator] = [.equal] + Operator.comparisons
        switch key {
        case "status": return Field(key, .text, text) { _ in "ACTIVE" }
        case "file_type":
            return Field(key, .multiSelect, [.in, .notIn], options: fileTypes) { asset in
                .string(FileType.vendorClass(ofContentType: asset.contentType))
            }
        case "assigned": return Field(key, .boolean) { .bool((uses[$0.id] ?? 0) > 0) }
        case "file_size":
            return Field(key, .decimal, [.equal, .notEqual] + Operator.comparisons) {
                JSONValue($0.bytes.count)
            }
        case "id":
            return Field(key, .text, [.equal, .notEqual, .in, .notIn]) { .string($0.id) }
        case "categories":
            return Field(key, .hierarchy) { JSONValue($0.categoryIDs) }
        case "extension": return Field(key, .text, text) { .string($0.fileExtension) }
        case "created": return Field(key, .date, dates) { .string($0.created.withOffset) }
        case "modified": return Field(key, .date, dates) { .string($0.modified.withOffset) }
        case "filename": return Field(key, .text, text) { .string($0.filename) }
        default: return nil
        }
    }

    private static let fileTypes = [
        "IMAGES", "SOUNDS", "VIDEOS", "COMPRESSED", "REPORTS", "TEXTS", "OTHER",
    ]
}
