import Synchronization

/// Bounds repetitions by successes, so that a server that is down is not sent several times as many
/// requests as one that is up.
package final class RetryBudget: Sendable {
    private let tokensMax: Double
    private let tokensPerSuccess: Double
    private let tokens: Mutex<Double>

    /// `retriesMax` can be spent at once; ten successes earn one more.
    package init(retriesMax: Int = 50) {
        tokensMax = Double(retriesMax)
        tokensPerSuccess = 0.1
        tokens = Mutex(tokensMax)
    }

    package func earn() {
        tokens.withLock { $0 = min(tokensMax, $0 + tokensPerSuccess) }
    }

    /// Takes one repetition; false when there are none.
    package func spend() -> Bool {
        tokens.withLock { tokens in
            guard tokens >= 1 else { return false }
            tokens -= 1
            return true
        }
    }
}
