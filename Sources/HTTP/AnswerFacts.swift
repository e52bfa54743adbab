import HTTPTypes

/// What an answer says of itself: what an event keeps of it.
package struct AnswerFacts: Sendable, Hashable {
    package let status: Int
    /// The server's id of the request, when it gave one.
    package let requestID: String?
    /// The server's `Date` header as written.
    package let date: String?

    package init(status: Int, requestID: String? = nil, date: String? = nil) {
        self.status = status
        self.requestID = requestID
        self.date = date
    }

    package init(_ response: Response) {
        self.init(
            status: response.status,
            requestID: Self.requestIDs.lazy.compactMap { response.headers[$0] }.first
                .map { ServerText.excerpt($0) },
            date: response.headers[.date].map { ServerText.excerpt($0) })
    }

    // Amazon's header (`amazon-catalog-items.md` 2.6), then what gateways commonly send.
    private static let requestIDs = ["x-amzn-requestid", "x-request-id", "x-correlation-id"]
        .compactMap { HTTPField.Name($0) }
}

/// What an operation gives: the value that was asked for, and what its answer said of itself.
package struct Answered<Value: Sendable>: Sendable {
    package let value: Value
    package let facts: AnswerFacts

    package init(_ value: Value, _ facts: AnswerFacts) {
        self.value = value
        self.facts = facts
    }
}

extension Answered: Equatable where Value: Equatable {}
