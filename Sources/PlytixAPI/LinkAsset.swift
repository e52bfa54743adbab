package import HTTP
import HTTPTypes
import JSON

/// What came of linking an asset to a product.
package enum AssetLinking: Sendable, Hashable { case linked, alreadyLinked }

extension PlytixClient {
    /// `POST /products/{id}/assets`: adds an asset to a gallery, or sets a media attribute or the
    /// `thumbnail`, by label.
    ///
    /// Source: `plytix-api.md` 10. Calls for one product wait for each other. A product or asset
    /// that is gone is a refusal with status 404, whose complaint names `asset.id` for the asset.
    package func linkAsset(
        _ assetID: String, to productID: String, label: String
    ) async throws(APIError) -> Answered<AssetLinking> {
        try await assetLinks.pass(productID) { () async throws(APIError) in
            let (response, operation) = try await self.send(
                "linkAsset", .write, .post, "/products/\(Self.part(productID))/assets",
                json: ["id": JSONValue(assetID), "attribute_label": JSONValue(label)])
            let facts = AnswerFacts(response)
            switch response.status {
            case 200, 201: return Answered(.linked, facts)
            case 409 where ServerComplaint(response).words.contains("already"):
                return Answered(.alreadyLinked, facts)
            default: throw self.error(for: response, operation)
            }
        }
    }
}
