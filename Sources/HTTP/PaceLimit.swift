import Catalog

/// A limit of a steady rate with a burst, as we keep it (Amazon's token bucket,
/// `amazon-catalog-items.md` 2.7).
struct PaceLimit: Sendable, Hashable {
    /// As announced.
    var perSecond: Double
    /// As announced.
    var burst: Int
    /// The part of it that is for us, above 0 and at most 1.
    var share: Double
    /// Slows us below the announced rate after refusals: 1 is the announced rate.
    var pace = 1.0
    /// When the next request would leave if each one waited for its own token.
    private var due: Instant?

    /// A larger burst is counted as this one: no wait depends on it, and its length can be told.
    private static let burstMax = 1_000_000

    init(perSecond: Double, burst: Int, share: Double) {
        self.perSecond = perSecond
        self.burst = burst
        self.share = share
    }

    /// From one request to the next.
    var interval: Duration {
        let perSecond = max(self.perSecond * share * pace, 0.0001)
        return .microseconds(Int((1_000_000 / perSecond).rounded(.up)))
    }

    /// When one more request may leave.
    func opening(now: Instant) -> Instant {
        guard let due else { return now }
        return max(now, Instant(microseconds: due.microseconds - slack.wholeMicroseconds))
    }

    mutating func sent(at now: Instant) { due = max(now, due ?? now) + interval }

    /// Refused although we kept the rate: halves it, down to an eighth.
    mutating func slowDown(at now: Instant) {
        pace = max(0.125, pace / 2)
        due = max(now, due ?? now) + interval
    }

    /// Taken: comes back to the announced rate little by little.
    mutating func speedUp() { pace = min(1, pace + 0.02) }

    mutating func shift(by duration: Duration) { due = due.map { $0 + duration } }

    /// How far ahead of the steady rate a burst may run.
    ///
    /// One token of it is left, for requests that travel at different speeds and arrive closer
    /// together than they left.
    private var slack: Duration {
        interval * max(0, BucketState.part(share, of: min(burst, Self.burstMax)) - 2)
    }
}
