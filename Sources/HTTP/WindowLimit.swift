import Catalog

/// A limit of so many requests in each window of a fixed length, as we keep it.
///
/// Where the windows of the server begin is not known at first. Until a refusal tells it, any
/// stretch of the window's length is kept free of more requests than a window takes, and that is
/// right for all phases. Once it is known, a new window is used as soon as it begins.
struct WindowLimit: Sendable, Hashable {
    let length: Duration
    /// How many of them are for us: the announced number less the reserve; at least 1.
    let requests: Int
    /// One boundary between two of the server's windows; nil while unknown.
    var boundary: Boundary?

    /// A point between two instants, since Retry-After is rounded and answers take time.
    struct Boundary: Sendable, Hashable {
        let earliest: Instant
        let latest: Instant

        /// The boundary by a clock that was set.
        static func + (boundary: Boundary, step: Duration) -> Boundary {
            Boundary(earliest: boundary.earliest + step, latest: boundary.latest + step)
        }
    }

    /// When one more request may leave: now, or the first instant at which it may be possible.
    func opening(now: Instant, log: AnswerLog, inFlight: Int) -> Instant {
        let tooMany = used(now: now, log: log, inFlight: inFlight) - requests
        guard tooMany >= 0 else { return now }
        if let boundary {
            return boundary.latest + length * (windowsBegun(since: boundary, now: now) + 1)
        }
        // What is under way will be answered at now or later, and counts for a window from then.
        guard inFlight < requests, let last = log.time(tooMany, after: windowStart(now)) else {
            return now + length
        }
        return last + length
    }

    /// How many requests the window may have counted of us.
    func used(now: Instant, log: AnswerLog, inFlight: Int) -> Int {
        log.count(after: windowStart(now)) + inFlight
    }

    /// What was answered after this instant may count for the window that is open now.
    private func windowStart(_ now: Instant) -> Instant {
        guard let boundary else {
            return Instant(microseconds: now.microseconds - length.wholeMicroseconds)
        }
        // An answer at the very beginning may belong to either window: it counts for both.
        return boundary.earliest + length * windowsBegun(since: boundary, now: now)
            + .microseconds(-1)
    }

    /// How many whole windows lie between the boundary and now; negative when it lies ahead.
    private func windowsBegun(since boundary: Boundary, now: Instant) -> Int {
        let span = length.wholeMicroseconds
        let past = (now - boundary.latest).wholeMicroseconds
        return past >= 0 ? past / span : -((-past + span - 1) / span)
    }
}
