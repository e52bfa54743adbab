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
        var ids: [String: String] = [:]
        for start in stride(from: 0, to: skus.count, by: PlytixClient.skusMax) {
            let part = Array(skus[start..<min(start + PlytixClient.skusMax, skus.count)])
            let wanted = Set(part)
            if !isExact {
                for product in try await client.findProducts(skus: part, columns: []) {
                    let sku = part.first { $0.lowercased() == product.sku.lowercased() }
                    if let sku { ids[sku] = product.id }
                }
                continue
            }
            for product in try await client.findProducts(skus: part, columns: [])
            where wanted.contains(product.sku) {
                ids[product.sku] = product.id
            }
        }
        return ids
    }
}
