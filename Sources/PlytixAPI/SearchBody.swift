import HTTP
import HTTPTypes
import JSON

/// The body that all searches of version 1 take (`plytix-api.md` 5).
enum SearchBody {
    /// The most rows that a page may have.
    static let pageSizeMax = 100

    static func json(
        filters: [[ProductFilter]], columns: [String], order: String? = nil, page: Int,
        pageSize: Int
    ) -> JSONValue {
        var pagination = JSONObject([
            ("page", JSONValue(page)), ("page_size", JSONValue(pageSize)),
        ])
        if let order { pagination["order"] = JSONValue(order) }
        // `filters` is sent even when there are none: some searches want it.
        return [
            "filters": .array(filters.map { group in .array(group.map(\.json)) }),
            "attributes": JSONValue(columns),
            "pagination": .object(pagination),
        ]
    }
}

extension PlytixClient {
    /// Asks for one page of something whose searches all look the same.
    func searchPage<Row: Sendable>(
        _ name: String, _ path: String, filters: [[ProductFilter]] = [], columns: [String],
        page: Int, pageSize: Int = SearchBody.pageSizeMax, _ decode: (JSONValue) -> Row?
    ) async throws(APIError) -> Answered<SearchPage<Row>> {
        let (response, operation) = try await send(
            name, .read, .post, path,
            json: SearchBody.json(
                filters: filters, columns: columns, page: page, pageSize: pageSize))
        guard response.status == 200 else { throw error(for: response, operation) }
        return Answered(
            try Self.page(response, operation, page: page, pageSize: pageSize, decode),
            AnswerFacts(response))
    }

    static func page<Row: Sendable>(
        _ response: Response, _ operation: Operation, page: Int, pageSize: Int,
        _ decode: (JSONValue) -> Row?
    ) throws(APIError) -> SearchPage<Row> {
        let body = try PlytixAnswer.body(of: response, operation: operation)
        guard let rows = body["data"].array else {
            throw .unreadable(
                operation: operation.name, reason: "there are no rows in it",
                facts: AnswerFacts(response))
        }
        return SearchPage(
            rows: rows.compactMap(decode), received: rows.count,
            matches: body["pagination"]["count"].int, page: page, pageSize: pageSize)
    }

    /// All rows of a search that is small enough to be read whole, each once.
    func allRows<Row: Sendable>(
        _ id: (Row) -> String,
        _ page: (Int) async throws(APIError) -> Answered<SearchPage<Row>>
    ) async throws(APIError) -> [Row] {
        var rows: [Row] = []
        var seen: Set<String> = []
        for number in 1...Self.pagesMax {
            let answer = try await page(number).value
            rows += answer.rows.filter { seen.insert(id($0)).inserted }
            if answer.isLast { break }
        }
        return rows
    }

    /// A bound for definitions, of which accounts have tens or hundreds.
    private static var pagesMax: Int { 200 }
}
