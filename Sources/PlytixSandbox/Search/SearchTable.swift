import JSON

/// What one kind of thing can be searched by, and what its rows show.
struct SearchTable<Item: Stored> {
    /// The field of a key; nil when there is none.
    let field: (String) -> Field<Item>?
    /// Whether a row can show a column.
    let hasColumn: (String) -> Bool
    /// The row of an item, with these columns.
    let row: (Item, [String]) -> JSONValue
    /// The field that the store's index answers, when compared with `eq` or `in`.
    var indexedField: String?
    /// What an unknown field is refused with.
    var unknownField: (String) -> Refusal = { field in
        SearchRequest.undecodable(Refusal.entry(field, "unknown field"))
    }
    /// What an answer shows as the order when none was asked for: the vendor's examples differ.
    var unordered: JSONValue = ""
    /// What else an item must pass.
    var passes: (Item) -> Bool = { _ in true }
    /// Whether `passes` lets everything through.
    var isOpen = true
}
