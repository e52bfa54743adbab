/// A limit of requests, as a remote system announces and enforces it.
package enum RateLimit: Hashable, Sendable {
    /// Refilled steadily, up to `burst` requests at once (Amazon).
    case bucket(perSecond: Double, burst: Int)
    /// At most `requests` in each window of a fixed length (Plytix).
    case window(requests: Int, length: Duration)
}

/// What a request taught about a limit; the governor hands it to whoever keeps history.
package struct LimitObservation: Hashable, Sendable {
    /// Which bucket: `amazon:searchCatalogItems`, `plytix:<account>`.
    package let bucket: String
    package let limits: [RateLimit]
    package let evidence: Evidence
    /// When the window that refused us ends, if a refusal said so.
    package let resetsAt: Instant?

    /// What it is about: a later observation of the same topic takes its place.
    ///
    /// What a server announces holds beside what each of its refusals taught: where a window begins
    /// is in no claim.
    package var topic: String {
        guard evidence == .refusal else { return bucket }
        let lengths = limits.map { limit in
            if case .window(_, let length) = limit { " \(length)" } else { "" }
        }
        return "\(bucket) refusal\(lengths.joined())"
    }

    package enum Evidence: String, Sendable, Hashable { case claims, header, refusal }

    package init(bucket: String, limits: [RateLimit], evidence: Evidence, resetsAt: Instant? = nil)
    {
        self.bucket = bucket
        self.limits = limits
        self.evidence = evidence
        self.resetsAt = resetsAt
    }
}
