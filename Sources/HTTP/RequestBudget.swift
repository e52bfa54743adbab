import Synchronization

/// How many requests a run may make; for `--max-requests`.
package final class RequestBudget: Sendable {
    package let requestsMax: Int
    private let used = Mutex(0)

    package init(requestsMax: Int) { self.requestsMax = requestsMax }

    /// Counts one request, or throws when there are none left.
    package func take() throws(APIError) {
        let isLeft = used.withLock { used in
            guard used < requestsMax else { return false }
            used += 1
            return true
        }
        guard isLeft else { throw .budgetUsedUp(requestsMax: requestsMax) }
    }
}

/// Refuses to send when the run's budget of requests is used up.
package struct BudgetPolicy: Policy {
    private let budget: RequestBudget

    package init(_ budget: RequestBudget) { self.budget = budget }

    package func send(_ call: Call, next: Next) async throws(APIError) -> Response {
        try budget.take()
        return try await next(call)
    }
}
