import Catalog

/// One rate-limit bucket: who waits for it in which order, what it has used, what its server allows.
///
/// A pure state machine: it is told what happened and when, and says what to do; it neither waits
/// nor reads a clock.
struct BucketState: Sendable {
    /// What a task that asks for its turn shall do.
    enum Step: Sendable, Hashable {
        /// Send now.
        case send
        /// Ask again at the instant, or when something changed.
        case wait(until: Instant, why: LongWait.Reason)
        /// Ask again when called: others were here before.
        case queue
    }

    /// How a request that had its turn ended.
    enum Outcome: Sendable, Hashable {
        case answered
        /// 429, with the wait that it asked for and whether that is known to a second only.
        case refused(retryAfter: Duration?, isWhole: Bool)
        /// No answer; the server may have counted it.
        case lost
        /// It did not leave.
        case notSent
    }

    /// What comes of an event: what was learned, and the task that shall ask again.
    struct Effects: Sendable, Hashable {
        var observation: LimitObservation?
        var called: WaitingRoom.Ticket?
    }

    let name: String
    let settings: GovernorSettings
    var announced: [RateLimit] = []
    /// Whether the limits are what the server said, not what we assume.
    var isLearned = false
    var reserve: Double
    var windows: [WindowLimit] = []
    var pace: PaceLimit?
    /// Boundaries learned for window lengths, also before a limit of that length is known.
    var boundaries: [(length: Duration, boundary: WindowLimit.Boundary)] = []
    var log = AnswerLog()
    var queue: [WaitingRoom.Ticket] = []
    var inFlight: [WaitingRoom.Ticket: Instant] = [:]
    /// Nothing leaves before; set by refusals.
    var shutUntil: Instant?
    var refusedAt: Instant?
    var refusalsInRow = 0
    var latest: Instant?

    init(name: String, settings: GovernorSettings) {
        self.name = name
        self.settings = settings
        self.reserve = settings.reserve
    }
}

extension BucketState {
    /// A task joins the queue; false when it is full.
    mutating func enter(_ ticket: WaitingRoom.Ticket) -> Bool {
        guard queue.count < settings.waitersMax else { return false }
        queue.append(ticket)
        return true
    }

    /// What the task of a ticket shall do now.
    mutating func step(_ ticket: WaitingRoom.Ticket, at now: Instant) -> Step {
        notice(now)
        guard queue.first == ticket else { return .queue }
        let (opening, why) = opening(at: now)
        guard opening <= now || mayProbe(at: now, why: why) else {
            return .wait(until: opening, why: why)
        }
        queue.removeFirst()
        inFlight[ticket] = now
        pace?.sent(at: now)
        return .send
    }

    /// The task that is now first and shall ask; nil when none waits.
    var first: WaitingRoom.Ticket? { queue.first }

    /// A task that waits gives up.
    mutating func leave(_ ticket: WaitingRoom.Ticket) -> Effects {
        let wasFirst = queue.first == ticket
        queue.removeAll { $0 == ticket }
        return Effects(called: wasFirst ? queue.first : nil)
    }

    /// When the bucket opens for one more request, and what it waits for until then.
    func opening(at now: Instant) -> (Instant, LongWait.Reason) {
        var result = (now, LongWait.Reason.pace)
        func consider(_ instant: Instant, _ why: LongWait.Reason) {
            if instant > result.0 { result = (instant, why) }
        }
        if let pace { consider(pace.opening(now: now), .pace) }
        for window in windows {
            consider(
                window.opening(now: now, log: log, inFlight: inFlight.count),
                .quota(requests: window.requests, length: window.length))
        }
        if let shutUntil { consider(shutUntil, .refused) }
        return result
    }

    /// Whether one request may go to find out where a long window begins: alone, and only where it
    /// is a window of unknown phase that would make us wait.
    private func mayProbe(at now: Instant, why: LongWait.Reason) -> Bool {
        guard settings.probesLongWindows, inFlight.isEmpty, case .quota(_, let length) = why,
            length > .seconds(60), shutUntil ?? now <= now, pace?.opening(now: now) ?? now <= now
        else { return false }
        return windows.allSatisfy { window in
            window.length == length
                ? window.boundary == nil
                : window.opening(now: now, log: log, inFlight: 0) <= now
        }
    }
}
