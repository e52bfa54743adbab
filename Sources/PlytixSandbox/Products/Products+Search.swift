import Catalog
import JSON

extension Products {
    /// `POST /products/search` (`plytix-api.md`, section 5).
    static func search(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let request = try SearchRequest(call)
        let limit = call.version == .v2 || call.has(.columnLimit50) ? 50 : 20
        // The id and the SKU stand in each row, asked for or not.
        let always = ["id", "sku"]
        let counted = request.columns.filter { !always.contains($0) }
        let more = call.has(.columnLimitCountsAll) ? always.count : 0
        guard counted.isEmpty || counted.count + more <= limit else {
            throw .schema("schema", .string("columns limit exceeded, current limit is \(limit)"))
        }
        let account = account
        var table = SearchTable<Product>(
            field: { field($0, in: account, call) },
            hasColumn: { hasColumn($0, in: account) },
            row: { row($0, $1, in: account, call) })
        table.indexedField = "sku"
        table.unordered = .null
        table.unknownField = { .schema($0, .string("Field '\($0)' doesn't exist")) }
        if let filter = try RelationshipFilter(call, in: account) {
            table.passes = filter.passes
            table.isOpen = false
        }
        return try Search.answer(request, in: account.products, table, call)
    }

    // MARK: Fields

    static let systemFields = [
        "sku", "label", "gtin", "categories", "static_lists", "assets", "images", "thumbnail",
        "modified", "created", "status", "product_level",
    ]
    static let properties = ["_is_variation", "_has_variations"]

    /// The field of a key: bare for system fields and properties, `attributes.<label>` for others.
    static func field(_ key: String, in account: Account, _ call: Call) -> Field<Product>? {
        if key.hasPrefix("attributes.") {
            guard let definition = account.attribute(labelled: String(key.dropFirst(11))) else {
                return nil
            }
            return Field(
                key, definition.type.filterType,
                options: definition.type.hasOptions ? definition.shownOptions : nil
            ) { attributeForSearch(definition, of: $0, in: account) }
        }
        return systemField(key, in: account, call)
    }

    private static func systemField(
        _ key: String, in account: Account, _ call: Call
    ) -> Field<Product>? {
        switch key {
        case "sku":
            let lists: [Operator] = call.has(.skuWithoutIn) ? [] : [.in, .notIn]
            var field = Field<Product>(key, .text, FilterType.text.operators + lists) {
                .string($0.sku)
            }
            field.foldsLists = call.has(.skuInIgnoresCase)
            return field
        // Not in the list of filters; a client of the real API sorts by it.
        case "id":
            return Field(key, .text, [.equal, .notEqual, .in, .notIn]) { .string($0.id) }
        case "label": return Field(key, .text) { JSONValue($0.label) }
        case "gtin": return Field(key, .text) { JSONValue($0.gtin) }
        case "status":
            return Field(key, .dropdown, [.equal, .in, .notIn], options: statuses) {
                .string($0.status)
            }
        case "created": return Field(key, .date) { .string($0.created.withOffset) }
        case "modified": return Field(key, .date) { .string($0.modified.withOffset) }
        case "categories":
            return Field(key, .multiSelect, options: account.productCategories.ids) {
                JSONValue($0.categoryIDs)
            }
        case "static_lists": return Field(key, .multiSelect, [.in], options: []) { _ in [] }
        case "assets": return Field(key, .media) { JSONValue($0.allAssetIDs) }
        case "images":
            return Field(key, .media) { product in
                JSONValue(
                    product.allAssetIDs.filter { id in
                        account.assets[id]?.contentType.hasPrefix("image/") == true
                    })
            }
        case "thumbnail": return Field(key, .media) { JSONValue($0.thumbnailID) }
        case "product_level":
            return Field(key, .dropdown, options: ["0", "1", "2", "3"]) { JSONValue($0.level) }
        case "_is_variation": return Field(key, .boolean) { .bool($0.level == 2) }
        case "_has_variations": return Field(key, .boolean) { .bool($0.level == 1) }
        default: return nil
        }
    }

    /// The stored value, whatever form reads give it.
    private static func attributeForSearch(
        _ definition: AttributeDefinition, of product: Product, in account: Account
    ) -> JSONValue {
        if definition.type.isMedia { return JSONValue(product.media[definition.label] ?? []) }
        return product.values[definition.label] ?? .null
    }

    // MARK: Rows

    private static let otherColumns: Set<String> = [
        "id", "num_variations", "_parent_id", "product_type", "product_family_id",
        "overwritten_attributes",
    ]

    private static func hasColumn(_ name: String, in account: Account) -> Bool {
        if name.hasPrefix("attributes.") {
            return account.attribute(labelled: String(name.dropFirst(11))) != nil
        }
        if name.hasPrefix("relationships.") {
            return relationship(labelled: String(name.dropFirst(14)), in: account) != nil
        }
        return systemFields.contains(name) || properties.contains(name)
            || otherColumns.contains(name)
    }

    static func relationship(
        labelled label: String, in account: Account
    ) -> RelationshipDefinition? {
        account.relationships.withKey(label).first
    }

    /// A row: id, SKU and number of variants always, everything else when asked for.
    private static func row(
        _ product: Product, _ columns: [String], in account: Account, _ call: Call
    ) -> JSONValue {
        var attributes = JSONObject()
        var row: JSONValue = [
            "id": .string(product.id), "sku": .string(product.sku),
            "num_variations": JSONValue(product.variantIDs.count),
        ]
        if let parentID = product.parentID { row["_parent_id"] = .string(parentID) }
        var relations: [JSONValue] = []
        for column in columns {
            if column.hasPrefix("attributes.") {
                let label = String(column.dropFirst(11))
                guard let definition = account.attribute(labelled: label) else { continue }
                let value = attribute(definition, of: product, in: account, call)
                if !value.isEmptyValue { attributes[label] = value }
            } else if column.hasPrefix("relationships.") {
                let label = String(column.dropFirst(14))
                relations += relationColumn(label, of: product, in: account, call)
            } else if let value = value(of: column, product, in: account, call) {
                row[column] = value
            }
        }
        row["attributes"] = .object(attributes)
        if columns.contains(where: { $0.hasPrefix("relationships.") }) {
            row["relationships"] = .array(relations)
        }
        return row
    }

    private static func relationColumn(
        _ label: String, of product: Product, in account: Account, _ call: Call
    ) -> [JSONValue] {
        guard let definition = relationship(labelled: label, in: account) else { return [] }
        let related = product.related(by: definition.id)
        if related.isEmpty { return [] }
        let key = call.has(.searchRelationshipLabel) ? "relationship_label" : "label"
        return [
            [
                "relationship_id": .string(definition.id), key: .string(definition.label),
                "related_products": .array(
                    related.map {
                        ["product_id": .string($0.productID), "quantity": JSONValue($0.quantity)]
                    }),
            ]
        ]
    }

    /// A system column; nil for those that searches never fill (`plytix-api.md`, section 6).
    private static func value(
        of column: String, _ product: Product, in account: Account, _ call: Call
    ) -> JSONValue? {
        let isVersion1 = call.version == .v1
        switch column {
        case "product_family_id", "id", "sku", "_parent_id", "num_variations": return nil
        case "product_type": return .string(product.type)
        case "overwritten_attributes": return []
        case "categories" where isVersion1: return .array(categories(of: product, in: account))
        case "assets" where isVersion1:
            return .array(product.allAssetIDs.compactMap { asset($0, in: account, call) })
        case "images" where isVersion1:
            let ids = field(column, in: account, call)?.value(product).elements ?? []
            return .array(ids.compactMap(\.string).compactMap { asset($0, in: account, call) })
        case "thumbnail" where isVersion1:
            return product.thumbnailID.flatMap { asset($0, in: account, call) } ?? .null
        case "thumbnail": return JSONValue([product.thumbnailID].compactMap { $0 })
        default: return field(column, in: account, call)?.value(product)
        }
    }
}
