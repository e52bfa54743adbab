// What is known of a bucket's limits, and what earlier runs knew of them.

import Catalog

extension BucketState {
    /// Limits to assume as long as the server has not said its own.
    mutating func expect(_ limits: [RateLimit], reserve: Double) {
        self.reserve = reserve
        set(isLearned ? announced : limits)
    }

    /// Limits that the server said.
    ///
    /// The observation is nil when they are known already.
    mutating func learn(
        _ limits: [RateLimit], from evidence: LimitObservation.Evidence
    ) -> Effects {
        guard !limits.isEmpty, !isLearned || limits != announced else { return Effects() }
        isLearned = true
        set(limits)
        return Effects(
            observation: observation(evidence, windowsOf: nil, resetsAt: nil), called: queue.first)
    }

    /// A rate that a header names; the burst stays as it is.
    mutating func learnRate(_ perSecond: Double) -> Effects {
        guard let pace, perSecond > 0, perSecond.isFinite else { return Effects() }
        return learn(
            [.bucket(perSecond: perSecond, burst: pace.burst)], from: .header)
    }

    /// What an earlier run observed, oldest first.
    mutating func recall(_ observation: LimitObservation) {
        switch observation.evidence {
        case .claims, .header:
            isLearned = true
            set(observation.limits)
        case .refusal:
            for limit in observation.limits {
                recallRefusal(limit, resetsAt: observation.resetsAt)
            }
        }
    }

    /// Requests that are known to have been made before this process began.
    mutating func recall(requestsAt times: [Instant]) {
        for time in times.sorted() { log.append(time) }
    }

    private mutating func recallRefusal(_ limit: RateLimit, resetsAt: Instant?) {
        switch limit {
        case .window(_, let length):
            guard let resetsAt else { return }
            let earliest = Instant(microseconds: resetsAt.microseconds - 2_000_000)
            learnBoundary(
                WindowLimit.Boundary(earliest: earliest, latest: resetsAt), length: length)
        case .bucket(let perSecond, _):
            guard let pace, pace.perSecond > 0 else { return }
            self.pace?.pace = min(1, max(0.125, perSecond / pace.perSecond))
        }
    }

    private mutating func set(_ limits: [RateLimit]) {
        announced = limits
        let share = min(1, max(0.01, 1 - reserve))
        windows = []
        for limit in limits {
            switch limit {
            case .window(let requests, let length):
                guard length.wholeMicroseconds > 0 else { continue }
                windows.append(
                    WindowLimit(
                        length: length, requests: max(1, Self.part(share, of: requests)),
                        boundary: boundaries.first { $0.length == length }?.boundary))
            case .bucket(let perSecond, let burst):
                var limit = pace ?? PaceLimit(perSecond: perSecond, burst: burst, share: share)
                limit.perSecond = perSecond
                limit.burst = burst
                limit.share = share
                pace = limit
            }
        }
    }

    /// Servers may announce any number: one that no Double holds exactly is as good as a lower one.
    static func part(_ share: Double, of count: Int) -> Int {
        Int(Double(min(count, 1 << 52)) * share)
    }

    mutating func learnBoundary(_ boundary: WindowLimit.Boundary, length: Duration) {
        boundaries.removeAll { $0.length == length }
        boundaries.append((length, boundary))
        for index in windows.indices where windows[index].length == length {
            windows[index].boundary = boundary
        }
    }

    /// Looks at the time.
    ///
    /// Where the clock was set back, all that was noted moves with it, or else everything would
    /// wait for as long as it was set back.
    mutating func notice(_ now: Instant) {
        if let latest, now + .seconds(1) < latest {
            let step = now - latest
            log.shift(by: step)
            pace?.shift(by: step)
            inFlight = inFlight.mapValues { $0 + step }
            shutUntil = shutUntil.map { $0 + step }
            refusedAt = refusedAt.map { $0 + step }
            boundaries = boundaries.map { ($0.length, $0.boundary + step) }
            for index in windows.indices {
                windows[index].boundary = windows[index].boundary.map { $0 + step }
            }
            self.latest = now
        } else {
            latest = max(latest ?? now, now)
        }
        if let longest = windows.map(\.length).max() {
            log.forget(
                upTo: Instant(
                    microseconds: now.microseconds - longest.wholeMicroseconds - 5_000_000))
        }
    }
}
