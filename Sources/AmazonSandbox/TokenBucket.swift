import Catalog

/// A bucket of each seller and operation (`amazon-catalog-items.md` 2.7).
struct BucketKey: Hashable {
    let seller: String
    let operation: String
}

/// A token bucket: refilled steadily up to its burst, a request takes one token.
struct TokenBucket {
    private var tokens: Double
    private var filledAt: Instant

    init(full burst: Double, at now: Instant) {
        tokens = burst
        filledAt = now
    }

    /// Takes a token if there is one; a refused request takes nothing.
    mutating func take(at now: Instant, perSecond: Double, burst: Double) -> Bool {
        if now > filledAt {
            tokens = min(burst, tokens + (now - filledAt).inSeconds * perSecond)
            filledAt = now
        }
        // A client that waits exactly long enough must not fail by a rounding error.
        guard tokens >= 1 - 1e-6 else { return false }
        tokens = max(0, tokens - 1)
        return true
    }
}
