import Catalog
import HTTP
import Testing

private let facts = AnswerFacts(status: 200)
private func refused(_ status: Int) -> APIError {
    .refused(
        Refusal(
            operation: "create", facts: AnswerFacts(status: status), message: "m",
            recovery: .fixInput("x")))
}

@Suite struct `An error of an operation` {
    @Test(arguments: [
        (APIError.noAnswer(lost, operation: "create"), true),
        (.noAnswer(unreachable, operation: "create"), false),
        (.noAnswer(.tooLarge(host: "h", bytesMax: 1), operation: "create"), true),
        (.noAnswer(.cancelled(sent: true), operation: "create"), true),
        (.noAnswer(.cancelled(sent: false), operation: "create"), false),
        (.noToken(.noAnswer(lost, operation: "getToken")), false),
        (.unreadable(operation: "create", reason: "r", facts: facts), true),
        (.limited(operation: "create", until: nil, facts: facts), false),
        (.invalid(operation: "create", reason: "r"), false),
        (.budgetUsedUp(requestsMax: 1), false), (.tooManyWaiting(bucket: "b"), false),
        (refused(408), true), (refused(409), false), (refused(422), false), (refused(500), true),
        (refused(503), true),
    ])
    func `says whether the server may have done it`(error: APIError, expected: Bool) {
        #expect(error.mayHaveBeenApplied == expected)
    }

    @Test(arguments: [
        (APIError.noAnswer(lost, operation: "create"), Recovery.retry(after: nil)),
        (
            .limited(operation: "create", until: Instant(seconds: 5), facts: facts),
            .retry(after: Instant(seconds: 5))
        ), (refused(422), .fixInput("x")), (.noToken(refused(401)), .fixInput("x")),
        (.invalid(operation: "create", reason: "r"), .fixInput("r")),
    ])
    func `says how to go on`(error: APIError, expected: Recovery) {
        #expect(error.recovery == expected)
    }

    @Test func `of stopping is told from others`() {
        #expect(APIError.noAnswer(.cancelled(sent: true), operation: "create").isCancellation)
        #expect(
            APIError.noToken(.noAnswer(.cancelled(sent: false), operation: "token"))
                .isCancellation)
        #expect(!APIError.noAnswer(lost, operation: "create").isCancellation)
    }

    @Test func `is one sentence`() {
        let refusal = Refusal(
            operation: "createProduct", facts: AnswerFacts(status: 422), code: "C",
            message: "not valid",
            complaints: [
                .init(field: "status", message: "unknown"), .init(field: "", message: "bad"),
            ], recovery: .fixInput("x"))
        #expect(
            APIError.refused(refusal).description
                == "createProduct: 422 C: not valid (status: unknown; bad)")
        #expect(
            APIError.limited(operation: "o", until: Instant(seconds: 0), facts: facts).description
                == "o: the quota is used up until 1970-01-01T00:00:00Z")
        #expect(
            APIError.noToken(.noAnswer(unreachable, operation: "getToken")).description
                == "no access token: getToken: cannot reach pim.test: test")
    }
}
