import Catalog
import HTTPTypes

/// Repeats safe requests that failed for a reason that may pass: lost, unreachable, 429, a server's
/// bad moment.
///
/// Everything else, and every write, is passed on as it came.
package struct RetryPolicy: Policy {
    private let limits: RetryLimits
    private let budget: RetryBudget
    private let clock: any WallClock
    private let jitter: Jitter

    package init(
        limits: RetryLimits, budget: RetryBudget, clock: any WallClock, jitter: Jitter
    ) {
        self.limits = limits
        self.budget = budget
        self.clock = clock
        self.jitter = jitter
    }

    package func send(_ call: Call, next: Next) async throws(APIError) -> Response {
        var failures = 0
        var refusals = 0
        while true {
            let (result, outcome) = await attempt(call, next)
            guard let outcome else { return try result.get() }
            if case .answered(429, _) = outcome { refusals += 1 } else { failures += 1 }
            let decision = RetryDecision.after(
                outcome, isSafe: call.operation.isSafe, failures: failures, refusals: refusals,
                limits: limits, unit: jitter.unit())
            guard case .again(let delay) = decision, mayRepeat(outcome) else {
                return try result.get()
            }
            do {
                if delay > .zero { try await clock.sleep(for: delay) }
            } catch {
                throw .noAnswer(.cancelled(sent: false), operation: call.operation.name)
            }
        }
    }

    /// One attempt, and what to decide about; nil for an answer to be passed on.
    private func attempt(
        _ call: Call, _ next: Next
    ) async -> (Result<Response, APIError>, RetryDecision.Outcome?) {
        do throws(APIError) {
            let response = try await next(call)
            guard response.status == 429 || RetryDecision.isTransient(response.status) else {
                budget.earn()
                return (.success(response), nil)
            }
            let delay = RetryAfter(response)?.delay(
                now: clock.now, serverDate: response.headers[.date].flatMap(HTTPDate.parse))
            return (
                .success(response), .answered(status: response.status, retryAfter: delay)
            )
        } catch {
            guard case .noAnswer(let reason, operation: call.operation.name) = error else {
                return (.failure(error), nil)
            }
            return (.failure(error), .failed(reason))
        }
    }

    private func mayRepeat(_ outcome: RetryDecision.Outcome) -> Bool {
        // A 429 is no sign of a server in trouble, and its wait is bounded by the governor.
        if case .answered(429, _) = outcome { return true }
        return budget.spend()
    }
}
