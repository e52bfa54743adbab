package import HTTP
import HTTPTypes
import JSON
import Synchronization

extension PlytixClient {
    /// `POST /products/{id}/relationships/{relation}/unlink`: removes links.
    ///
    /// Source: `plytix-api.md` 11: objects; a client of others sends texts, so that these are tried
    /// where objects are refused for their form (`plytix-unknowns.md` 25). An unknown source or
    /// relation is a refusal with status 404.
    package func unlinkProducts(
        _ targetIDs: [String], from sourceID: String, relation relationID: String
    ) async throws(APIError) -> AnswerFacts {
        let asTexts = habits.withLock(\.unlinksByTexts)
        var (response, operation) = try await unlink(
            targetIDs, asTexts: asTexts, sourceID, relationID)
        if Self.mayBeForm(response) {
            let other = try await unlink(targetIDs, asTexts: !asTexts, sourceID, relationID)
            // What is wrong with the request in either form is told of the first; a quota that is
            // used up or a server that struggles says nothing of the form.
            if !Self.mayBeForm(other.0) { (response, operation) = other }
            if Self.isDone(response) { habits.withLock { $0.unlinksByTexts = !asTexts } }
        }
        guard Self.isDone(response) else { throw error(for: response, operation) }
        return AnswerFacts(response)
    }

    /// Whether the request may have been refused for its form.
    private static func mayBeForm(_ response: Response) -> Bool {
        [400, 422].contains(response.status)
    }

    private static func isDone(_ response: Response) -> Bool {
        [200, 202, 204].contains(response.status)
    }

    private func unlink(
        _ targetIDs: [String], asTexts: Bool, _ sourceID: String, _ relationID: String
    ) async throws(APIError) -> (Response, Operation) {
        let entries = targetIDs.map { id -> JSONValue in
            asTexts ? JSONValue(id) : ["product_id": JSONValue(id)]
        }
        return try await send(
            "unlinkProducts", .write, .post, Self.relationPath(sourceID, relationID) + "/unlink",
            json: ["product_relationships": .array(entries)])
    }
}
