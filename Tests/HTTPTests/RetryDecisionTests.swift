import HTTP
import Testing

@Suite struct `Whether a request is repeated` {
    private static func decide(
        _ outcome: RetryDecision.Outcome, isSafe: Bool = true, failures: Int = 1,
        refusals: Int = 0, unit: Double = 0.5
    ) -> RetryDecision {
        .after(
            outcome, isSafe: isSafe, failures: failures, refusals: refusals,
            limits: RetryLimits(), unit: unit)
    }

    @Test(arguments: [500, 502, 503, 504, 408])
    func `a safe one after a server's bad moment, after half the bound`(status: Int) {
        #expect(
            Self.decide(.answered(status: status, retryAfter: nil))
                == .again(after: .milliseconds(250)))
    }

    @Test(arguments: [200, 201, 204, 301, 400, 401, 403, 404, 409, 422, 428, 501])
    func `not after any other answer`(status: Int) {
        #expect(Self.decide(.answered(status: status, retryAfter: nil)) == .giveUp)
    }

    @Test(arguments: [lost, unreachable])
    func `a safe one that got lost or did not leave`(error: TransportError) {
        #expect(Self.decide(.failed(error)) == .again(after: .milliseconds(250)))
    }

    @Test(arguments: [
        TransportError.cancelled(sent: true), .cancelled(sent: false),
        .tooLarge(host: "pim.test", bytesMax: 1),
    ])
    func `not one that would fail again`(error: TransportError) {
        #expect(Self.decide(.failed(error)) == .giveUp)
    }

    @Test(arguments: [
        RetryDecision.Outcome.answered(status: 429, retryAfter: .seconds(1)),
        .answered(status: 503, retryAfter: nil), .failed(lost), .failed(unreachable),
    ])
    func `never one that is not safe`(outcome: RetryDecision.Outcome) {
        #expect(Self.decide(outcome, isSafe: false, refusals: 1) == .giveUp)
    }

    @Test(arguments: [
        (1, Duration.milliseconds(250)), (2, .milliseconds(500)), (3, .seconds(1)),
        (4, .seconds(2)),
    ])
    func `the bound of the wait doubles`(failures: Int, delay: Duration) {
        #expect(Self.decide(.failed(lost), failures: failures) == .again(after: delay))
    }

    @Test func `after five failures no more`() {
        #expect(Self.decide(.failed(lost), failures: 5) == .giveUp)
        #expect(Self.decide(.answered(status: 500, retryAfter: nil), failures: 5) == .giveUp)
    }

    @Test(arguments: [0.0, 0.25, 0.999])
    func `the wait lies anywhere below its bound`(unit: Double) {
        let decision = Self.decide(.failed(lost), failures: 2, unit: unit)
        #expect(decision == .again(after: .microseconds(Int(1_000_000 * unit))))
    }

    @Test func `a refusal for the quota is repeated at once, for the governor waits`() {
        let outcome = RetryDecision.Outcome.answered(status: 429, retryAfter: .seconds(2400))
        #expect(Self.decide(outcome, failures: 0, refusals: 1) == .again(after: .zero))
        #expect(Self.decide(outcome, failures: 0, refusals: 49) == .again(after: .zero))
        #expect(Self.decide(outcome, failures: 0, refusals: 50) == .giveUp)
    }

    @Test func `a failing server that asks for a wait gets it, within reason`() {
        #expect(
            Self.decide(.answered(status: 503, retryAfter: .seconds(20)))
                == .again(after: .seconds(20)))
        #expect(Self.decide(.answered(status: 503, retryAfter: .seconds(301))) == .giveUp)
    }
}
