import HTTPTypes

/// Puts the token on a request right before it leaves: behind the governor, since a token may run
/// out while its request waits for the quota.
package struct AuthorisationPolicy: Policy {
    private let authorisation: Authorisation

    package init(_ authorisation: Authorisation) { self.authorisation = authorisation }

    package func send(_ call: Call, next: Next) async throws(APIError) -> Response {
        let token = try await token()
        var call = call
        call.request.headers[authorisation.header] = authorisation.prefix + token.value
        var response = try await next(call)
        guard authorisation.isStale(response) else { return response }
        let isAged = await authorisation.tokens.refused(token)
        if isAged, let mark = RefreshPolicy.agedToken { response.headers[mark] = "1" }
        return response
    }

    private func token() async throws(APIError) -> AccessToken {
        do throws(APIError) {
            return try await authorisation.tokens.token()
        } catch {
            // Not the fetch's error as it is: the request itself did not leave.
            throw .noToken(error)
        }
    }
}
