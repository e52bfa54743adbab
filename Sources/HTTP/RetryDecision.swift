import Catalog

/// Whether a request is sent again, and when: a pure function of what happened to it.
package enum RetryDecision: Sendable, Hashable {
    case giveUp
    case again(after: Duration)

    /// What became of one attempt.
    package enum Outcome: Sendable, Equatable {
        case answered(status: Int, retryAfter: Duration?)
        case failed(TransportError)
    }

    /// Decides after an attempt.
    ///
    /// A request that may not be sent twice (`isSafe`) is never repeated here. `failures` counts
    /// the attempts that failed so far, with this one and without those of 429, which `refusals`
    /// counts; `unit` is a number of 0 ..< 1 drawn by chance.
    package static func after(
        _ outcome: Outcome, isSafe: Bool, failures: Int, refusals: Int, limits: RetryLimits,
        unit: Double
    ) -> RetryDecision {
        guard isSafe else { return .giveUp }
        switch outcome {
        case .answered(429, _):
            // The governor learned the refusal and holds the bucket shut; it does the waiting.
            return refusals < limits.refusalsMax ? .again(after: .zero) : .giveUp
        case .answered(let status, let retryAfter) where isTransient(status):
            guard failures < limits.failuresMax else { return .giveUp }
            let delay = max(backoff(failures, limits, unit), retryAfter ?? .zero)
            return delay <= limits.retryAfterMax ? .again(after: delay) : .giveUp
        case .failed(.unreachable), .failed(.lost):
            guard failures < limits.failuresMax else { return .giveUp }
            return .again(after: backoff(failures, limits, unit))
        case .answered, .failed: return .giveUp
        }
    }

    /// Whether an answer says that the server had a bad moment.
    package static func isTransient(_ status: Int) -> Bool {
        status == 408 || status == 500 || (502...504).contains(status)
    }

    /// Full jitter: anything between nothing and a bound that doubles with each failure.
    private static func backoff(_ failures: Int, _ limits: RetryLimits, _ unit: Double) -> Duration
    {
        let doublings = min(max(failures - 1, 0), 20)
        let bound = min(limits.backoffMax, limits.backoff * (1 << doublings))
        return .microseconds(Int(bound.inSeconds * 1_000_000 * unit))
    }
}

/// How often and how long failed requests are repeated.
package struct RetryLimits: Sendable, Hashable {
    /// After so many failed attempts a request has failed.
    package var failuresMax = 5
    /// After so many answers of 429 a request has failed; each one was followed by a wait.
    package var refusalsMax = 50
    /// The bound of the first wait.
    package var backoff = Duration.milliseconds(500)
    /// The bound of any wait of ours.
    package var backoffMax = Duration.seconds(30)
    /// The longest wait that a failing server may ask for; a longer one is a failure.
    package var retryAfterMax = Duration.seconds(300)

    package init() {}
}
