import Catalog
import HTTP
import HTTPTypes

/// What Plytix' error answers mean (`plytix-api.md` 4).
enum PlytixRefusal {
    static func error(for response: Response, operation: Operation, now: Instant) -> APIError {
        let facts = AnswerFacts(response)
        guard response.status != 429 else {
            let serverDate = response.headers[.date].flatMap(HTTPDate.parse)
            let delay = RetryAfter(response)?.delay(now: now, serverDate: serverDate)
            return .limited(operation: operation.name, until: delay.map { now + $0 }, facts: facts)
        }
        let complaint = ServerComplaint(response)
        let message = complaint.message.isEmpty ? "the answer says no more" : complaint.message
        return .refused(
            Refusal(
                operation: operation.name, facts: facts, message: ServerText.excerpt(message),
                complaints: complaint.entries.map { entry in
                    Refusal.Complaint(
                        field: ServerText.excerpt(entry.field, charactersMax: 80),
                        message: ServerText.excerpt(entry.message),
                        value: entry.value.map { ServerText.excerpt($0, charactersMax: 80) })
                },
                recovery: recovery(status: response.status, operation: operation)))
    }

    private static func recovery(status: Int, operation: Operation) -> Recovery {
        switch status {
        case 401 where operation.name == "getToken":
            .askOperator(
                "Plytix does not know this key and password: check PLYTIX_API_KEY and "
                    + "PLYTIX_API_PASSWORD. Keys are made at accounts.plytix.com under API.")
        case 401:
            .askOperator(
                "Plytix refuses a token that it just gave: check that PLYTIX_PIM_BASE_URL and "
                    + "PLYTIX_AUTH_BASE_URL belong together, and that the key still exists.")
        case 402:
            .askOperator(
                "Plytix asks for payment: the account's plan or bill stands in the way; ask the "
                    + "account's owner.")
        case 403:
            .askOperator(
                "The API key's role may not do this (\(operation.name)): give the role the "
                    + "permission at accounts.plytix.com under API.")
        case 405: .askOperator("This is not the Plytix API: check PLYTIX_PIM_BASE_URL.")
        case 300..<400: .askOperator("The server redirects: check PLYTIX_PIM_BASE_URL.")
        case 428: .fixInput("Over 10,000 results cannot be sorted: ask without order, or for less.")
        case 408, 500...: .retry(after: nil)
        default: .fixInput("Change what is sent: Plytix does not take this request as it is.")
        }
    }
}
