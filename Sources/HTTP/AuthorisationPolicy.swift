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
        let response = try await next(call)
        if authorisation.isStale(response) { await authorisation.tokens.refused(token) }
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
