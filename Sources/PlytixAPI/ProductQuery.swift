package import JSON

/// What a product search asks for (`plytix-api.md` 5).
package struct ProductQuery: Sendable, Hashable {
    /// Alternatives, each a group of conditions that hold together; empty for all products.
    package var filters: [[ProductFilter]]
    /// Columns beside id and SKU: `label`, `gtin`, `attributes.<label>`, `relationships.<label>`.
    package var columns: [String]
    /// `sku` or `-sku`; nil for none.
    ///
    /// Over 10,000 matches cannot be sorted (428).
    package var order: String?

    package init(filters: [[ProductFilter]] = [], columns: [String] = [], order: String? = nil) {
        self.filters = filters
        self.columns = columns
        self.order = order
    }
}

/// One condition of a search.
package struct ProductFilter: Sendable, Hashable {
    /// `sku`, or `attributes.<label>`: custom ones are not found without that prefix.
    package let field: String
    /// Plytix' word, such as `eq`, `in`, `like`, `exists`, `!exists`.
    package let comparison: String
    /// Nil for those that take none.
    package let value: JSONValue?

    package init(_ field: String, _ comparison: String, _ value: JSONValue? = nil) {
        self.field = field
        self.comparison = comparison
        self.value = value
    }

    var json: JSONValue {
        var object = JSONObject([
            ("field", JSONValue(field)), ("operator", JSONValue(comparison)),
        ])
        object["value"] = value
        return .object(object)
    }
}
