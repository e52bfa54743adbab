package import HTTP

extension PlytixClient {
    /// `GET /product_families/{id}`: whether a family is there (`plytix-api.md` 8).
    package func hasFamily(_ id: String) async throws(APIError) -> Bool {
        try await isThere("getFamily", "/product_families/\(Self.part(id))")
    }
}
