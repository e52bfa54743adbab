package import HTTP
import HTTPTypes

extension PlytixClient {
    /// `GET /products/{id}`: a whole product; nil when there is none.
    package func getProduct(_ id: String) async throws(APIError) -> Answered<PlytixProduct?> {
        let (response, operation) = try await send(
            "getProduct", .read, .get, "/products/\(Self.part(id))")
        if response.status == 404 { return Answered(nil, AnswerFacts(response)) }
        guard response.status == 200 else { throw error(for: response, operation) }
        let product = try PlytixAnswer.row(of: response, operation: operation) {
            PlytixProduct($0)
        }
        return Answered(product, AnswerFacts(response))
    }
}
