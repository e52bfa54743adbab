import HTTPTypes

/// Says who is asking.
///
/// Amazon wants `plysync/1.0 (Language=Swift/6.3; Platform=Linux)`, at most 500 characters
/// (`amazon-catalog-items.md` 1.3).
package struct UserAgentPolicy: Policy {
    private let userAgent: String

    package init(_ userAgent: String) {
        precondition(userAgent.count <= 500, "Amazon refuses a User-Agent of over 500 characters")
        self.userAgent = userAgent
    }

    package func send(_ call: Call, next: Next) async throws(APIError) -> Response {
        var call = call
        call.request.headers[.userAgent] = userAgent
        return try await next(call)
    }
}
