// Group commit without a thread of its own: who comes while a commit is under way waits, and the
// next commit takes all who wait. This file decides who leads and who waits; it does nothing.

/// The callers that wait for a commit, and whether one of them is making it.
struct AppendQueue {
    /// What a waiting caller is told.
    enum Turn: Sendable {
        /// Make the next commit, with your own request first.
        case lead
        case done(Result<Appended, JournalError>)
    }

    /// A caller that was suspended.
    struct Waiting: Sendable {
        let request: AppendRequest
        let continuation: CheckedContinuation<Turn, Never>
    }

    /// A commit takes callers until it has so many events.
    static let eventsMax = 20_000

    private var isLed = false
    private var waiting: [Waiting] = []
    /// How many callers the last commit served.
    private var served = 1

    /// True when the caller leads at once; else it has to wait.
    mutating func lead() -> Bool {
        defer { isLed = true }
        return !isLed
    }

    /// Lets a caller wait; true when it leads after all, since the leader has gone meanwhile.
    mutating func wait(_ caller: Waiting) -> Bool {
        if lead() { return true }
        waiting.append(caller)
        return false
    }

    /// True while fewer callers are here than the last commit served: they are likely to be on
    /// their way with their next append, and a leader that lets them run shares its sync with them.
    var expectsMore: Bool { waiting.count + 1 < served }

    /// The callers that the leader takes along.
    mutating func take() -> [Waiting] {
        var events = 0
        var count = 0
        while count < waiting.count, events < Self.eventsMax {
            events += waiting[count].request.events.count
            count += 1
        }
        let taken = Array(waiting.prefix(count))
        waiting.removeFirst(count)
        served = count + 1
        return taken
    }

    /// Ends the leader's turn; answers who leads next, if anybody waits.
    mutating func finish() -> Waiting? {
        if waiting.isEmpty {
            isLed = false
            return nil
        }
        return waiting.removeFirst()
    }
}
