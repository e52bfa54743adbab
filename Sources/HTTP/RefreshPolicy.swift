/// Repeats a request once when its token was refused: with a fresh one, which the authorisation
/// policy behind it fetches.
///
/// A second refusal is passed on.
///
/// A request that was refused for its token was not carried out, so that writes are repeated too.
package struct RefreshPolicy: Policy {
    private let authorisation: Authorisation

    package init(_ authorisation: Authorisation) { self.authorisation = authorisation }

    package func send(_ call: Call, next: Next) async throws(APIError) -> Response {
        let response = try await next(call)
        guard authorisation.isStale(response) else { return response }
        return try await next(call)
    }
}
