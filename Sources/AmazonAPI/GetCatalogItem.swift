package import Catalog
package import HTTP
import JSON

/// What there is under an ASIN.
package enum ItemLookup: Sendable, Hashable {
    case found(CatalogItem)
    /// Amazon knows no such item in the marketplace.
    case notFound
    /// Amazon answers with something that is no item.
    case malformed(ItemError)
}

extension AmazonClient {
    /// `GET /catalog/2022-04-01/items/{asin}`: one item with everything about it.
    ///
    /// Source: `amazon-catalog-items.md` 2.2. A search by 20 ASINs costs as much as this.
    package func getCatalogItem(
        _ asin: ASIN, in marketplace: Marketplace
    ) async throws(APIError) -> Answered<ItemLookup> {
        let name = Self.getName
        let response = try await get(
            "\(Self.itemsPath)/\(PercentEncoding.encode(asin.text))",
            query: [("marketplaceIds", marketplace.id), ("includedData", Self.includedData)],
            operation: name)
        let facts = AnswerFacts(response)
        if AmazonRefusal.saysNotFound(response) { return Answered(.notFound, facts) }
        guard response.status == 200 else {
            throw AmazonRefusal.error(for: response, operation: operation(name), now: clock.now)
        }
        let body = try body(of: response, operation: name)
        do throws(ItemError) {
            return Answered(.found(try CatalogItem(body, marketplace: marketplace)), facts)
        } catch {
            return Answered(.malformed(error), facts)
        }
    }
}
