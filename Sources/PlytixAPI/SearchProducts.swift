package import HTTP
import HTTPTypes
import JSON
import Synchronization

extension PlytixClient {
    /// `POST /products/search`: one page of products.
    ///
    /// Source: `plytix-api.md` 5. A query with more columns than one search takes costs a further
    /// request for each batch of them, which asks for the page's products by their SKUs; a product
    /// that is gone by then is left out, so that every row is whole.
    package func searchProducts(
        _ query: ProductQuery, page: Int = 1, pageSize: Int = 100
    ) async throws(APIError) -> Answered<SearchPage<PlytixProduct>> {
        let (rows, first) = try await wholeRows(query.columns) {
            columns async throws(APIError) in
            let answer = try await self.search(
                query.filters, columns: columns, order: query.order, page: page,
                pageSize: pageSize)
            return (answer.value.rows, answer)
        }
        return Answered(
            SearchPage(
                rows: rows.compactMap { PlytixProduct($0) }, received: first.value.received,
                matches: first.value.matches, page: page, pageSize: pageSize),
            first.facts)
    }

    /// Rows with all columns: `first` asks for as many as one search takes, and the rest is added in
    /// further batches.
    func wholeRows<First>(
        _ columns: [String],
        _ first: ([String]) async throws(APIError) -> (rows: [JSONValue], First)
    ) async throws(APIError) -> ([JSONValue], First) {
        var batch: [String] = []
        var (rows, answer) = try await learningColumnsMax { () async throws(APIError) in
            batch = self.batch(of: columns[...])
            return try await first(batch)
        }
        var rest = columns.dropFirst(batch.count)
        while !rest.isEmpty, !rows.isEmpty {
            let known = rows
            rows = try await learningColumnsMax { () async throws(APIError) in
                batch = self.batch(of: rest)
                return try await self.add(batch, to: known)
            }
            rest = rest.dropFirst(batch.count)
        }
        return (rows, answer)
    }

    private func batch(of columns: ArraySlice<String>) -> [String] {
        let columnsMax = habits.withLock { $0.columnsMax }
        return Array(columns.prefix(columnsMax))
    }

    /// Runs `body` again with fewer columns when a refusal says how many there may be.
    private func learningColumnsMax<Value>(
        _ body: () async throws(APIError) -> Value
    ) async throws(APIError) -> Value {
        while true {
            do throws(APIError) {
                return try await body()
            } catch {
                // Each time the number gets smaller: this ends.
                guard learnColumnsMax(from: error) else { throw error }
            }
        }
    }

    /// The rows with more columns; those that are not found again are left out.
    private func add(
        _ columns: [String], to rows: [JSONValue]
    ) async throws(APIError) -> [JSONValue] {
        let found = try await rowsBySKU(rows.compactMap { $0["sku"].string }, columns: columns)
        var byID: [String: JSONValue] = [:]
        for row in found {
            if let id = row["id"].string { byID[id] = row }
        }
        return rows.compactMap { row in
            guard let more = row["id"].string.flatMap({ byID[$0] }) else { return nil }
            return Self.merge(row, more)
        }
    }

    private static func merge(_ row: JSONValue, _ more: JSONValue) -> JSONValue {
        var result = row.object ?? JSONObject()
        for (key, value) in more.object?.members ?? [] {
            switch (result[key], value) {
            case (.object(let mine), .object(let others)) where key == "attributes":
                var attributes = mine
                for (label, value) in others.members { attributes[label] = value }
                result[key] = .object(attributes)
            case (.array(let mine), .array(let others)) where key == "relationships":
                result[key] = .array(mine + others.filter { !mine.contains($0) })
            default: result[key] = value
            }
        }
        return .object(result)
    }

    /// Takes the true number of columns from a refusal that names it; false for any other error.
    ///
    /// When no more than that number was asked for, the id and the SKU of each row count too.
    private func learnColumnsMax(from error: APIError) -> Bool {
        guard case .refused(let refusal) = error, refusal.status == 422 else { return false }
        let texts = refusal.complaints.map(\.message) + [refusal.message]
        guard let text = texts.first(where: { $0.lowercased().contains("columns limit") }),
            let number = text.split(whereSeparator: { !$0.isNumber }).last.flatMap({ Int($0) })
        else { return false }
        return habits.withLock { habits in
            let room = number < habits.columnsMax ? number : number - 2
            guard room > 0, room < habits.columnsMax else { return false }
            habits.columnsMax = room
            return true
        }
    }

    /// One request of a product search, rows as they came.
    func search(
        _ filters: [[ProductFilter]], columns: [String], order: String? = nil, page: Int,
        pageSize: Int
    ) async throws(APIError) -> Answered<SearchPage<JSONValue>> {
        let (response, operation) = try await send(
            "searchProducts", .read, .post, "/products/search",
            json: SearchBody.json(
                filters: filters, columns: columns, order: order, page: page,
                pageSize: pageSize))
        guard response.status == 200 else { throw error(for: response, operation) }
        return Answered(
            try Self.page(response, operation, page: page, pageSize: pageSize) { $0 },
            AnswerFacts(response))
    }
}
