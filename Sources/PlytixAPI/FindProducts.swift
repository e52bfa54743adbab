package import HTTP
import JSON
import Synchronization

extension PlytixClient {
    /// The most SKUs of one look-up (`plytix-unknowns.md` 11).
    package static let skusMax = 100

    /// `POST /products/search` by SKU: the products of at most `skusMax` SKUs, in one request where
    /// the account takes lists of SKUs, which it is asked once.
    ///
    /// The server ignores case: the answer may hold products whose SKU differs in it, and only the
    /// caller's own comparison tells which product is meant.
    package func findProducts(
        skus: [String], columns: [String]
    ) async throws(APIError) -> [PlytixProduct] {
        guard skus.count <= Self.skusMax else {
            throw .invalid(
                operation: "searchProducts", reason: "at most \(Self.skusMax) SKUs at once")
        }
        guard !skus.isEmpty else { return [] }
        let (rows, _) = try await wholeRows(columns) { columns async throws(APIError) in
            (try await self.rowsBySKU(skus, columns: columns), ())
        }
        return rows.compactMap { PlytixProduct($0) }
    }

    /// The rows of products by their SKUs, as they came, over all pages.
    func rowsBySKU(
        _ skus: [String], columns: [String]
    ) async throws(APIError) -> [JSONValue] {
        guard !skus.isEmpty else { return [] }
        let asList = habits.withLock { $0.takesSKULists }
        do throws(APIError) {
            return try await allPages(Self.filters(forSKUs: skus, asList: asList), columns: columns)
        } catch {
            guard asList, Self.isAboutLists(error) else { throw error }
            let rows = try await allPages(
                Self.filters(forSKUs: skus, asList: false), columns: columns)
            // Only now it is sure that the list was at fault, and not a column.
            habits.withLock { $0.takesSKULists = false }
            return rows
        }
    }

    private static func filters(forSKUs skus: [String], asList: Bool) -> [[ProductFilter]] {
        asList
            ? [[ProductFilter("sku", "in", JSONValue(skus))]]
            : skus.map { [ProductFilter("sku", "eq", JSONValue($0))] }
    }

    /// Whether a refusal is about the list of SKUs; columns and the rest are other matters.
    private static func isAboutLists(_ error: APIError) -> Bool {
        guard case .refused(let refusal) = error, refusal.status == 422 else { return false }
        let words = (refusal.complaints.flatMap { [$0.field, $0.message] } + [refusal.message])
            .joined(separator: " ").lowercased()
        return !words.contains("columns limit") && !words.contains("page_size")
    }

    private func allPages(
        _ filters: [[ProductFilter]], columns: [String]
    ) async throws(APIError) -> [JSONValue] {
        var rows: [JSONValue] = []
        // SKUs that differ in case only can make more rows than SKUs; ten pages are a bound.
        for number in 1...10 {
            let page = try await search(
                filters, columns: columns, page: number, pageSize: SearchBody.pageSizeMax
            ).value
            rows += page.rows
            if page.isLast { break }
        }
        return rows
    }
}
