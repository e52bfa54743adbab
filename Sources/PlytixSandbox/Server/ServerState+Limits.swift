import Catalog
import HTTP
import HTTPTypes
import JSON

extension ServerState {
    /// Counts a request in its account's windows; the 429 when one of them is full.
    mutating func limited(
        _ account: Int, _ version: APIVersion, at now: Instant
    ) -> Response? {
        let counter = configuration.has(.limitsPerVersion) ? version : .v1
        let isAligned = !configuration.has(.windowsFromFirstRequest)
        let refusal = accounts[account].windows[counter]?.refusal(
            at: now, isAligned: isAligned, countsRefused: configuration.has(.refusalsCounted))
        guard let refusal else { return nil }
        return tooMany(
            for: configuration.has(.retryAfterLongest) ? refusal.longest : refusal.wait, at: now)
    }

    /// The 429 of the PIM host; no source confirms its body, run data confirm its header.
    private func tooMany(for wait: Duration, at now: Instant) -> Response {
        let seconds = max(1, Int(wait.inSeconds.rounded(.up)))
        var response = tooManyBody(seconds)
        if configuration.has(.retryAfterDate) {
            response.headers[.retryAfter] = (now + .seconds(seconds)).httpDate
        } else if configuration.has(.retryAfterDecimal) {
            let thousandths = (wait.wholeMicroseconds + 999) / 1000
            let fraction = String(thousandths % 1000 + 1000).dropFirst()
            response.headers[.retryAfter] = "\(thousandths / 1000).\(fraction)"
        } else if !configuration.has(.retryAfterAbsent) {
            response.headers[.retryAfter] = String(seconds)
        }
        return response
    }

    private func tooManyBody(_ seconds: Int) -> Response {
        if configuration.has(.limitBodyGateway) {
            return Response(429, json: ["message": "API rate limit exceeded"])
        }
        if configuration.has(.limitBodyPlain) {
            return Refusal(429, "Rate limit exceeded").response
        }
        if configuration.has(.limitBodyEmpty) { return Response(429) }
        if configuration.has(.limitBodyHTML) {
            return Response(
                429, headers: [.contentType: "text/html"],
                body: Array("<html><body><h1>429 Too Many Requests</h1></body></html>".utf8))
        }
        return Response(
            429,
            json: [
                "error": ["msg": "Rate limit exceeded", "retry_after": JSONValue(seconds)]
            ])
    }
}
