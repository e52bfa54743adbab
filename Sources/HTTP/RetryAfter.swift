package import Catalog
import HTTPTypes

/// When a server says that a request may be tried again (`Retry-After`, RFC 9110 10.2.3).
package enum RetryAfter: Sendable, Hashable {
    /// So many seconds from the answer on. Servers send fractions too (`plytix-unknowns.md` 22).
    case seconds(Double)
    /// At a point of the server's clock.
    case date(Instant)

    /// Reads a header's text: `120`, `0.5`, `1089.492s` or a date; nil when it is none of them.
    package init?(_ text: String) {
        let trimmed = text.split(separator: " ").joined(separator: " ")
        let number = trimmed.hasSuffix("s") ? String(trimmed.dropLast()) : trimmed
        let isPlain = number.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
        if isPlain, let seconds = Double(number), seconds.isFinite {
            self = .seconds(seconds)
        } else if let date = HTTPDate.parse(trimmed) {
            self = .date(date)
        } else {
            return nil
        }
    }

    /// What an answer says; nil when it says nothing that can be read.
    package init?(_ response: Response) {
        guard let text = response.headers[.retryAfter], let value = RetryAfter(text)
        else { return nil }
        self = value
    }

    /// How long to wait from the answer on, 0 to `delayMax`.
    ///
    /// A date is held against the server's own clock, since ours may be wrong.
    package func delay(now: Instant, serverDate: Instant? = nil) -> Duration {
        switch self {
        case .seconds(let seconds):
            return .milliseconds(Int((min(seconds, Self.delayMax.inSeconds) * 1000).rounded(.up)))
        case .date(let date): return min(max(date - (serverDate ?? now), .zero), Self.delayMax)
        }
    }

    /// Whether it was told to a second only, so that its end is known to a second only.
    package var isWhole: Bool {
        switch self {
        case .seconds(let seconds): seconds == seconds.rounded()
        case .date: true
        }
    }

    /// More than any window of a remote system: a longer wait is taken as this one.
    package static let delayMax = Duration.seconds(86_400)
}
