package import HTTP
import HTTPTypes
package import JSON

/// Changes of a product; what is not named stays as it is.
package struct ProductPatch: Sendable, Hashable {
    /// Values of the product's own fields (`label`, `status`, `gtin`); null clears one.
    package var fields: JSONObject
    /// Values by attribute label; null clears one.
    ///
    /// Version 1 merges them with what is there (`plytix-unknowns.md` 16); version 3 would replace
    /// all.
    package var attributes: JSONObject
    package var thumbnail: Thumbnail?

    package enum Thumbnail: Sendable, Hashable {
        /// The id of the asset to show.
        case asset(String)
        case none
    }

    package init(
        fields: JSONObject = JSONObject(), attributes: JSONObject = JSONObject(),
        thumbnail: Thumbnail? = nil
    ) {
        self.fields = fields
        self.attributes = attributes
        self.thumbnail = thumbnail
    }

    var json: JSONValue {
        var body = fields
        if !attributes.isEmpty { body["attributes"] = .object(attributes) }
        switch thumbnail {
        case .asset(let id): body["thumbnail"] = MediaValue.asset(id)
        case .some(.none): body["thumbnail"] = .null
        case nil: break
        }
        return .object(body)
    }
}

extension PlytixClient {
    /// `PATCH /products/{id}`: changes values and gives the whole product as it is then.
    ///
    /// Source: `plytix-api.md` 6. A product that is gone is a refusal with status 404.
    package func patchProduct(
        _ id: String, _ patch: ProductPatch
    ) async throws(APIError) -> Answered<PlytixProduct> {
        let (response, operation) = try await send(
            "patchProduct", .write, .patch, "/products/\(Self.part(id))", json: patch.json)
        guard response.status == 200 else { throw error(for: response, operation) }
        let product = try PlytixAnswer.row(of: response, operation: operation) {
            PlytixProduct($0)
        }
        return Answered(product, AnswerFacts(response))
    }
}
