package import HTTP
import HTTPTypes

extension PlytixClient {
    /// `GET /attributes/product/{id}`: whether an attribute definition is there.
    ///
    /// Searches may lag behind, so that one which they do not show may be there all the same
    /// (`plytix-unknowns.md` 28).
    package func hasAttribute(_ id: String) async throws(APIError) -> Bool {
        try await isThere("getAttribute", "/attributes/product/\(Self.part(id))")
    }

    /// Whether a thing answers under its path: 200, or 404 when there is none.
    func isThere(_ name: String, _ path: String) async throws(APIError) -> Bool {
        let (response, operation) = try await send(name, .read, .get, path)
        if response.status == 404 { return false }
        guard response.status == 200 else { throw error(for: response, operation) }
        return true
    }
}
