import JSON

/// The body of a search, read and checked as far as it goes without knowing the fields.
struct SearchRequest: Sendable {
    /// Any of the groups, all of a group's conditions.
    let filters: [[Condition]]
    let columns: [String]
    let page: Int
    let pageSize: Int
    /// The field to sort by, without its sign.
    let order: String?
    let isDescending: Bool
    /// As sent, for the answer.
    let orderAsSent: JSONValue

    struct Condition: Sendable {
        /// One field, or several for a text search.
        let fields: [String]
        let operation: Operator
        let value: JSONValue
    }

    static let pageSizeMax = 100

    init(_ call: Call) throws(Refusal) {
        let body = call.body
        if call.has(.filtersRequired), body["filters"] == nil { throw .missing("filters") }
        filters = try Self.filters(body["filters"] ?? .null)
        columns = try Self.columns(body["attributes"] ?? .null)
        let pagination = body["pagination"] ?? .null
        guard pagination.isNull || pagination.object != nil else {
            throw .schema("pagination", "Invalid input type.")
        }
        page = try Self.number(pagination["page"], "page", default: 1)
        pageSize = try Self.number(pagination["page_size"], "page_size", default: 25)
        guard pageSize <= Self.pageSizeMax else {
            throw .schema("page_size", .string("Must be at most \(Self.pageSizeMax)."))
        }
        orderAsSent = pagination["order"]
        guard orderAsSent.isNull || orderAsSent.string != nil else {
            throw .schema("order", "Not a valid string.")
        }
        let order = orderAsSent.string ?? ""
        isDescending = order.hasPrefix("-")
        self.order = order.isEmpty ? nil : String(isDescending ? order.dropFirst() : order[...])
    }

    private static func number(
        _ value: JSONValue, _ key: String, default standard: Int
    ) throws(Refusal) -> Int {
        if value.isNull { return standard }
        guard case .number(let number) = value, let int = number.int, int >= 1 else {
            throw .schema(key, "Must be a positive integer.")
        }
        return int
    }

    private static func columns(_ value: JSONValue) throws(Refusal) -> [String] {
        var seen: Set<String> = []
        var columns: [String] = []
        guard value.isNull || value.array != nil else {
            throw .schema("attributes", "Not a valid list.")
        }
        for element in value.elements {
            guard let name = element.string else {
                throw .schema("attributes", "Not a valid string.")
            }
            if seen.insert(name).inserted { columns.append(name) }
        }
        return columns
    }

    private static func filters(_ value: JSONValue) throws(Refusal) -> [[Condition]] {
        guard value.isNull || value.array != nil else { throw undecodable() }
        var groups: [[Condition]] = []
        for element in value.elements {
            guard let group = element.array else { throw undecodable() }
            var conditions: [Condition] = []
            for condition in group { conditions.append(try Self.condition(condition)) }
            if !conditions.isEmpty { groups.append(conditions) }
        }
        return groups
    }

    private static func condition(_ value: JSONValue) throws(Refusal) -> Condition {
        let fields = value["field"].array?.compactMap(\.string) ?? [value["field"].string ?? ""]
        guard let name = value["operator"].string, fields != [""], !fields.isEmpty else {
            throw undecodable()
        }
        guard let operation = Operator(rawValue: name), operation != .between,
            fields.count == 1 || operation == .textSearch
        else { throw undecodable(Refusal.entry(name, "unknown operator")) }
        return Condition(fields: fields, operation: operation, value: value["value"])
    }

    /// Filters that make no sense: the body of the asset search's 422.
    static func undecodable(_ cause: JSONValue? = nil) -> Refusal {
        Refusal(
            422, "Schema validation error",
            (cause.map { [$0] } ?? [])
                + [Refusal.entry("filters", "Unable to decode filters properly")])
    }
}
