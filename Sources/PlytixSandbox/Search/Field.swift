import JSON

/// A field that searches can filter and sort by.
struct Field<Item> {
    let key: String
    let type: FilterType
    let operators: [Operator]
    var options: [String]?
    /// Whether `in` ignores case.
    var foldsLists = false
    let value: (Item) -> JSONValue

    init(
        _ key: String, _ type: FilterType, _ operators: [Operator]? = nil,
        options: [String]? = nil, _ value: @escaping (Item) -> JSONValue
    ) {
        self.key = key
        self.type = type
        self.operators = operators ?? type.operators
        self.options = options
        self.value = value
    }

    /// As `GET /filters/…` lists it, without operators that work though the list does not show
    /// them.
    func listed(without unlisted: [Operator] = []) -> JSONValue {
        let names = operators.filter { !unlisted.contains($0) }.map(\.rawValue)
        var entry: JSONValue = [
            "filter_type": .string(type.rawValue), "key": .string(key),
            "operators": JSONValue(names),
        ]
        if let options { entry["options"] = JSONValue(options) }
        return entry
    }
}
