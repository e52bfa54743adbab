package import HTTP
import HTTPTypes
import JSON

extension PlytixClient {
    /// `POST /products/{id}/relationships/{relation}/unlink`: removes links.
    ///
    /// Source: `plytix-api.md` 11: objects, not texts (`plytix-unknowns.md` 25). An unknown source
    /// or relation is a refusal with status 404.
    package func unlinkProducts(
        _ targetIDs: [String], from sourceID: String, relation relationID: String
    ) async throws(APIError) -> AnswerFacts {
        let entries = targetIDs.map { id -> JSONValue in ["product_id": JSONValue(id)] }
        let (response, operation) = try await send(
            "unlinkProducts", .write, .post, Self.relationPath(sourceID, relationID) + "/unlink",
            json: ["product_relationships": .array(entries)])
        guard [200, 202, 204].contains(response.status) else {
            throw error(for: response, operation)
        }
        return AnswerFacts(response)
    }
}
