import Catalog
import HTTP
import HTTPTypes
import JSON

/// Login with Amazon: access tokens for refresh tokens (`amazon-catalog-items.md` 1.1).
///
/// Its errors have OAuth's form (RFC 6749 5.2), not the Selling Partner API's.
struct LoginWithAmazon {
    let sellers: [SandboxedAmazon.Seller]

    func respond(
        to request: Request, at now: Instant, _ tokens: inout AccessTokens
    ) -> Response {
        let type = request.headers[.contentType]?.lowercased() ?? ""
        guard type.hasPrefix("application/x-www-form-urlencoded") else {
            return error(400, "invalid_request", "The request must be form-encoded.")
        }
        let form = RequestTarget("?" + String(decoding: request.body, as: UTF8.self))
        let field = { (name: String) in form.values(name).first ?? "" }
        switch field("grant_type") {
        case "refresh_token": return refresh(field, at: now, &tokens)
        case "client_credentials": return grantless(field, at: now, &tokens)
        case "":
            return error(
                400, "invalid_request",
                "The request is missing a required parameter : grant_type")
        default:
            return error(
                400, "unsupported_grant_type",
                "The authorization grant type is not supported by the authorization server")
        }
    }

    private func refresh(
        _ field: (String) -> String, at now: Instant, _ tokens: inout AccessTokens
    ) -> Response {
        if let refusal = missing(["refresh_token", "client_id", "client_secret"], field) {
            return refusal
        }
        guard isClient(field) else { return clientRefusal }
        let refreshToken = field("refresh_token")
        // A refresh token belongs to the application that it was given to.
        let seller = sellers.first {
            $0.refreshToken == refreshToken && $0.clientID == field("client_id")
        }
        guard let seller else {
            return error(
                400, "invalid_grant",
                "The request has an invalid grant parameter : refresh_token")
        }
        return granted(
            tokens.issue(seller: seller.id, at: now), tokens,
            extra: ("refresh_token", JSONValue(refreshToken)))
    }

    private func grantless(
        _ field: (String) -> String, at now: Instant, _ tokens: inout AccessTokens
    ) -> Response {
        if let refusal = missing(["scope", "client_id", "client_secret"], field) { return refusal }
        guard isClient(field) else { return clientRefusal }
        let scope = field("scope")
        guard scope.hasPrefix("sellingpartnerapi::") else {
            return error(400, "invalid_scope", "The request has an invalid parameter : scope")
        }
        return granted(
            tokens.issue(seller: nil, at: now), tokens, extra: ("scope", JSONValue(scope)))
    }

    private func isClient(_ field: (String) -> String) -> Bool {
        sellers.contains {
            $0.clientID == field("client_id") && $0.clientSecret == field("client_secret")
        }
    }

    private var clientRefusal: Response {
        error(401, "invalid_client", "Client authentication failed")
    }

    private func missing(_ names: [String], _ field: (String) -> String) -> Response? {
        names.first { field($0).isEmpty }.map {
            error(400, "invalid_request", "The request is missing a required parameter : \($0)")
        }
    }

    private func granted(
        _ token: String, _ tokens: AccessTokens, extra: (String, JSONValue)
    ) -> Response {
        let body = JSONObject([
            ("access_token", JSONValue(token)), ("token_type", "bearer"),
            ("expires_in", JSONValue(tokens.lifetimeSeconds)), extra,
        ])
        return Response(200, headers: unstored, json: .object(body))
    }

    private func error(_ status: Int, _ code: String, _ description: String) -> Response {
        Response(
            status, headers: unstored,
            json: ["error": JSONValue(code), "error_description": JSONValue(description)])
    }

    private var unstored: HTTPFields { [.cacheControl: "no-store", .pragma: "no-cache"] }
}
