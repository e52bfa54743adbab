package import Catalog

/// A wait that is long enough to tell people about.
package struct LongWait: Sendable, Hashable {
    package let bucket: String
    package let until: Instant
    package let why: Reason

    package enum Reason: Sendable, Hashable {
        /// Our part of a window's requests is used up.
        case quota(requests: Int, length: Duration)
        /// The server refused us and said, or left open, until when.
        case refused
        /// The rate of requests.
        case pace
    }

    package init(bucket: String, until: Instant, why: Reason) {
        self.bucket = bucket
        self.until = until
        self.why = why
    }
}

extension LongWait: CustomStringConvertible {
    /// `waiting until 2026-03-01T08:30:00Z for plytix:5c4e: it refused a request and asks to wait`.
    package var description: String {
        "waiting until \(until.shortDescription) for \(bucket): \(why)"
    }
}

extension LongWait.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .quota(let requests, let length):
            "our \(requests) requests in \(Int(length.inSeconds)) seconds are used up"
        case .refused: "it refused a request and asks to wait"
        case .pace: "requests are spaced out"
        }
    }
}
