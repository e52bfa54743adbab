package import HTTP
import HTTPTypes

/// What came of taking an asset from a product.
package enum AssetUnlinking: Sendable, Hashable {
    case unlinked
    /// The product does not have the asset, or is itself gone.
    case notLinked
}

extension PlytixClient {
    /// `DELETE /products/{id}/assets/{asset}`: takes an asset from a product; the asset stays.
    ///
    /// Source: `plytix-api.md` 10. There is no way to name an attribute: it is taken from all of
    /// them (`plytix-unknowns.md` 6). Calls for one product wait for each other.
    package func unlinkAsset(
        _ assetID: String, from productID: String
    ) async throws(APIError) -> Answered<AssetUnlinking> {
        try await assetLinks.pass(productID) { () async throws(APIError) in
            let (response, operation) = try await self.send(
                "unlinkAsset", .write, .delete,
                "/products/\(Self.part(productID))/assets/\(Self.part(assetID))")
            switch response.status {
            case 200, 202, 204: return Answered(.unlinked, AnswerFacts(response))
            case 404: return Answered(.notLinked, AnswerFacts(response))
            default: throw self.error(for: response, operation)
            }
        }
    }
}
