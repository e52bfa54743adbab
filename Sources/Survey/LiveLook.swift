import Catalog
package import HTTP
package import PlytixAPI
import JSON

/// Looks single products up by SKU, compared exactly: the server's search ignores case.
package struct LiveLook: Sendable {
    private let client: PlytixClient
    private let isExact: Bool

    /// - `isExact`: false takes the server's word for it, for searches for faults.
    package init(client: PlytixClient, isExact: Bool = true) {
        self.client = client
        self.isExact = isExact
    }

    /// The whole product of a SKU that is surely there; nil when even a second search, after `wait`,
    /// does not find it.
    package func product(
        sku: String, wait: () async throws(APIError) -> Void
    ) async throws(APIError) -> PlytixProduct? {
        var found = try await ids(of: [sku])
        if found.isEmpty {
            try await wait()
            found = try await ids(of: [sku])
        }
        guard let id = found[sku] else { return nil }
        return try await client.getProduct(id).value
    }

    /// The ids of those of the SKUs that searches find, in one request for each hundred.
    package func ids(of skus: [String]) async throws(APIError) -> [String: String] {
        try await products(of: skus, columns: []).mapValues(\.id)
    }

    /// Rows of those of the SKUs that searches find, with some columns, in one request for each
    /// hundred and for as many columns as one search takes.
    package func products(
        of skus: [String], columns: [String]
    ) async throws(APIError) -> [String: PlytixProduct] {
        var rows: [String: PlytixProduct] = [:]
        for start in stride(from: 0, to: skus.count, by: PlytixClient.skusMax) {
            let part = Array(skus[start..<min(start + PlytixClient.skusMax, skus.count)])
            for row in try await client.findProducts(skus: part, columns: columns) {
                if let sku = part.first(where: { isMeant($0, by: row) }) { rows[sku] = row }
            }
        }
        return rows
    }

    private func isMeant(_ sku: String, by row: PlytixProduct) -> Bool {
        isExact ? sku == row.sku : sku.lowercased() == row.sku.lowercased()
    }
}
