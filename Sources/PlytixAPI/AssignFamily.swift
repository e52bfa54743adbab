package import HTTP
import HTTPTypes
import JSON

extension PlytixClient {
    /// `POST /products/{id}/family`: the only way to give a product its family; create and patch
    /// ignore it (`plytix-api.md` 6).
    ///
    /// Changing a family may lose values. An unknown product is a 404, or a 500.
    package func assignFamily(
        _ familyID: String, to productID: String
    ) async throws(APIError) -> Answered<PlytixProduct> {
        let (response, operation) = try await send(
            "assignFamily", .write, .post, "/products/\(Self.part(productID))/family",
            json: ["product_family_id": JSONValue(familyID)])
        guard response.status == 200 || response.status == 201 else {
            throw error(for: response, operation)
        }
        let product = try PlytixAnswer.row(of: response, operation: operation) {
            PlytixProduct($0)
        }
        return Answered(product, AnswerFacts(response))
    }
}
