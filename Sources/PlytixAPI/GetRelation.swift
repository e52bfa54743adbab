package import HTTP

extension PlytixClient {
    /// `GET /relationships/{id}`: whether a relation definition is there (`plytix-api.md` 11).
    package func hasRelation(_ id: String) async throws(APIError) -> Bool {
        try await isThere("getRelation", "/relationships/\(Self.part(id))")
    }
}
