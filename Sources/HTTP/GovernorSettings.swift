package import Catalog

/// How a governor deals with the quotas.
package struct GovernorSettings: Sendable, Hashable {
    /// The part of each quota that is left for others, 0 to 1, where a bucket names none itself.
    package var reserve = 0.0
    /// How many tasks may wait for one bucket.
    package var waitersMax = 10_000
    /// From which wait on it is announced.
    package var longWait = Duration.seconds(60)
    /// Whether one request may be sent into a long window of unknown phase that may be used up, to
    /// learn by its refusal where the windows begin.
    ///
    /// Never refused without it; faster with it.
    package var probesLongWindows = false

    /// Limits of ours, lower than what a server announces: those of all buckets whose names begin
    /// like this.
    package var caps: [String: [RateLimit]] = [:]

    package init() {}
}

extension GovernorSettings {
    /// What of a bucket's limits we use: the lower of what the server allows and what we allow
    /// ourselves.
    func capped(_ limits: [RateLimit], of bucket: String) -> [RateLimit] {
        let caps = caps.filter { bucket.hasPrefix($0.key) }.sorted { $0.key < $1.key }.flatMap(
            \.value)
        guard !caps.isEmpty else { return limits }
        let lowered = limits.map { limit in caps.reduce(limit) { $0.lower($1) } }
        let isNew = { (cap: RateLimit) in
            if case .window(_, let length) = cap {
                return !lowered.contains { limit in
                    if case .window(_, length) = limit { true } else { false }
                }
            }
            return false
        }
        return lowered + caps.filter(isNew)
    }
}

extension RateLimit {
    /// The lower of two limits of the same kind; of different kinds, this one.
    fileprivate func lower(_ other: RateLimit) -> RateLimit {
        switch (self, other) {
        case (.bucket(let rate, let burst), .bucket(let otherRate, let otherBurst)):
            .bucket(perSecond: min(rate, otherRate), burst: min(burst, otherBurst))
        case (.window(let requests, let length), .window(let others, let otherLength))
        where length == otherLength:
            .window(requests: min(requests, others), length: length)
        default: self
        }
    }
}
