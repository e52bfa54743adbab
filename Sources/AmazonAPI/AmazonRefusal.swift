import Catalog
import HTTP
import JSON

/// What the Selling Partner API's error answers mean (`amazon-catalog-items.md` 2.6).
enum AmazonRefusal {
    /// The error of an answer that is no success.
    static func error(
        for response: Response, operation: Operation, now: Instant
    ) -> APIError {
        let facts = AnswerFacts(response)
        guard response.status != 429 else {
            let delay = RetryAfter(response)?.delay(now: now)
            return .limited(operation: operation.name, until: delay.map { now + $0 }, facts: facts)
        }
        let first = errors(in: response).first ?? .null
        let code = first["code"].string.map { ServerText.excerpt($0, charactersMax: 40) }
        let message = first["message"].string ?? "the answer says no more"
        let details = first["details"].string ?? ""
        return .refused(
            Refusal(
                operation: operation.name, facts: facts, code: code,
                message: ServerText.excerpt(details.isEmpty ? message : "\(message) \(details)"),
                recovery: recovery(status: response.status, code: code)))
    }

    /// Whether Amazon says that it knows no such item, and not a proxy that it knows no such page.
    static func saysNotFound(_ response: Response) -> Bool {
        response.status == 404
            && errors(in: response).contains { $0["code"].string?.uppercased() == "NOT_FOUND" }
    }

    /// Whether an answer is about the token and not about permissions: an expired one is a 403
    /// here, and a 401 would be one as well.
    static func isAboutToken(_ response: Response) -> Bool {
        guard response.status == 403 else { return response.status == 401 }
        return errors(in: response).contains { error in
            let text = [error["message"].string, error["details"].string]
                .compactMap { $0?.lowercased() }.joined(separator: " ")
            return text.contains("access token")
                && ["expired", "revoked", "malformed", "missing"].contains { text.contains($0) }
        }
    }

    private static func errors(in response: Response) -> [JSONValue] {
        // A body that is no JSON is an answer of something before Amazon: it names no error.
        guard let body = try? response.json() else { return [] }
        return body["errors"].elements
    }

    private static func recovery(status: Int, code: String?) -> Recovery {
        switch status {
        case 401, 403:
            .askOperator(
                "Amazon refuses this app. Give it the role Product Listing in the developer profile "
                    + "and in the app's registration, authorise it again, and set "
                    + "SP_API_REFRESH_TOKEN to the new refresh token. A refresh token works in its "
                    + "own region only.")
        case 404 where code == nil:
            .askOperator("There is no Selling Partner API here: check PLYSYNC_AMAZON_URL.")
        case 300..<400:
            .askOperator("The server redirects: check PLYSYNC_AMAZON_URL.")
        case 408, 500...: .retry(after: nil)
        default: .fixInput("Change what is asked for: Amazon does not take this request.")
        }
    }
}
