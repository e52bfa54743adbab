import Catalog
import HTTP
import HTTPTypes
import JSON

/// Login with Amazon: a refresh token becomes an access token for an hour.
///
/// Source: `amazon-catalog-items.md` 1.1.
struct AmazonTokens: Sendable {
    static let bucket = "amazon:token"

    let credentials: AmazonCredentials
    let url: String
    let clock: any WallClock
    let policies: PolicyStack

    func fetch() async throws(APIError) -> AccessToken {
        let start = clock.now
        let response = try await policies.send(Call(request, Self.operation))
        guard response.status == 200 else { throw Self.error(for: response, now: clock.now) }
        let answer: JSONValue
        do throws(JSONError) {
            answer = try response.json()
        } catch {
            throw Self.unreadable(error.description, response)
        }
        guard let token = answer["access_token"].string, !token.isEmpty else {
            throw Self.unreadable("there is no access_token in it", response)
        }
        let seconds = answer["expires_in"].double ?? 3600
        let lifetime = Duration.milliseconds(Int(min(max(seconds, 0), 86_400) * 1000))
        return AccessToken(value: token, lifetime: lifetime, from: start)
    }

    /// Asking twice gives two tokens and does no harm.
    private static let operation = Operation(
        "getToken", system: "amazon", bucket: bucket, isSafe: true, isWrite: false,
        timeout: .seconds(15))

    private var request: Request {
        let form = PercentEncoding.form([
            ("grant_type", "refresh_token"), ("refresh_token", credentials.refreshToken),
            ("client_id", credentials.clientID), ("client_secret", credentials.clientSecret),
        ])
        return Request(
            .post, url,
            headers: [
                .contentType: "application/x-www-form-urlencoded;charset=UTF-8",
                .accept: "application/json",
            ], body: Array(form.utf8))
    }

    private static func unreadable(_ reason: String, _ response: Response) -> APIError {
        .unreadable(
            operation: operation.name, reason: reason, facts: AnswerFacts(response))
    }

    /// Errors have the form of OAuth here: `{"error", "error_description"}`.
    private static func error(for response: Response, now: Instant) -> APIError {
        let facts = AnswerFacts(response)
        if response.status == 429 {
            let delay = RetryAfter(response)?.delay(now: now)
            return .limited(operation: operation.name, until: delay.map { now + $0 }, facts: facts)
        }
        let answer = (try? response.json()) ?? .null
        let code = answer["error"].string.map { ServerText.excerpt($0, charactersMax: 40) }
        return .refused(
            Refusal(
                operation: operation.name, facts: facts, code: code,
                message: ServerText.excerpt(answer["error_description"].string ?? ""),
                recovery: recovery(code: code, status: response.status)))
    }

    private static func recovery(code: String?, status: Int) -> Recovery {
        switch code {
        case "invalid_grant":
            .askOperator(
                "The refresh token is revoked, or of another app or region: authorise the app again in "
                    + "Seller Central and set SP_API_REFRESH_TOKEN to the new one.")
        case "invalid_client", "unauthorized_client":
            .askOperator(
                "Check LWA_APP_ID and LWA_CLIENT_SECRET: the secret runs out and must be rotated in "
                    + "the developer console.")
        case "temporarily_unavailable", "server_error": .retry(after: nil)
        case _ where status >= 500: .retry(after: nil)
        case nil:
            .askOperator("This does not look like Amazon: check PLYSYNC_LWA_URL, and for a proxy.")
        default:
            .askOperator(
                "Check SP_API_REFRESH_TOKEN, LWA_APP_ID and LWA_CLIENT_SECRET.")
        }
    }
}
