package import Catalog
package import HTTP
internal import HTTPTypes
internal import JSON

/// Answers that come in the place of a system's own, in that system's words where it has any.
package struct FaultAnswer {
    let system: SandboxSystem

    /// Answers of one system.
    package init(system: SandboxSystem) { self.system = system }

    /// The answer of a status, dated `now`; 204 and 304 have no body, whatever is asked for.
    package func response(
        _ status: Int, body: Fault.Body, pause: Fault.Pause, at now: Instant
    ) -> Response {
        // Those two cannot have a body.
        let isBare = status == 204 || status == 304
        var response =
            switch isBare ? .empty : body {
            case .json: json(status)
            case .html: page(status)
            case .empty: Response(status)
            }
        response.headers[.date] = HTTPDate.written(now)
        response.headers[.retryAfter] =
            switch pause {
            case .absent: nil
            case .text(let text): text
            case .date(let wait): HTTPDate.written(now + wait)
            }
        return response
    }

    /// The error body of the system; the picture server has none.
    func json(_ status: Int) -> Response {
        let message = Self.reason(status)
        switch system {
        case .amazon:
            let error: JSONValue = [
                "code": JSONValue(Self.amazonCode(status)),
                "message": JSONValue(Self.amazonMessage(status)), "details": "",
            ]
            return Response(status, json: ["errors": [error]])
        case .lwa:
            return Response(
                status, json: ["error": "server_error", "error_description": JSONValue(message)])
        case .plytix where (502...504).contains(status):
            // Those come from the gateway, which has another form (`plytix-api.md`, section 4).
            return Response(status, json: ["message": JSONValue(message)])
        case .plytix:
            return Response(status, json: ["error": ["msg": JSONValue(message)]])
        case .images: return Response(status)
        case .control, .none: return Response(status, json: ["error": JSONValue(message)])
        }
    }

    private func page(_ status: Int) -> Response {
        let title = "\(status) \(Self.reason(status))"
        let page =
            "<html>\r\n<head><title>\(title)</title></head>\r\n"
            + "<body><center><h1>\(title)</h1></center></body>\r\n</html>\r\n"
        return Response(status, headers: [.contentType: "text/html"], body: Array(page.utf8))
    }

    /// The phrase of RFC 9110 15, for the statuses that a fault is likely to have.
    private static func reason(_ status: Int) -> String {
        let known: [HTTPResponse.Status] = [
            .badRequest, .unauthorized, .forbidden, .notFound, .requestTimeout, .conflict,
            .contentTooLarge, .unprocessableContent, .tooManyRequests, .internalServerError,
            .badGateway, .serviceUnavailable, .gatewayTimeout,
        ]
        return known.first { $0.code == status }?.reasonPhrase ?? "Error"
    }

    /// `amazon-catalog-items.md`, 2.6.
    private static func amazonCode(_ status: Int) -> String {
        switch status {
        case 400: "InvalidInput"
        case 401, 403: "Unauthorized"
        case 404: "NOT_FOUND"
        case 429: "QuotaExceeded"
        case 503: "ServiceUnavailable"
        default: "InternalFailure"
        }
    }

    private static func amazonMessage(_ status: Int) -> String {
        switch status {
        case 400: "Request has missing or invalid parameters and cannot be parsed."
        case 401, 403: "Access to requested resource is denied."
        case 429: "You exceeded your quota for the requested resource."
        default: reason(status)
        }
    }
}
