// How a journal becomes the state that follows from it.

import Catalog
import Dispatch
package import JournalStore
package import Projections
import Synchronization

extension ProjectedState {
    /// From so many events on a replay uses two threads, and puts off what later events may
    /// replace.
    private static let longReplay = 200

    /// Folds the events behind its position; after a failure nothing is known any more, and the
    /// next time begins at the first event.
    package mutating func catchUp(
        with reader: JournalReader, through: Int? = nil
    ) throws(ChronicleError) {
        var copy = self
        // The one copy that is written to: without this each write would copy the whole state.
        self = ProjectedState()
        do {
            let events = EventRange(
                after: copy.position, through: try min(through ?? .max, reader.head().sequence))
            if events.count > Self.longReplay {
                try copy.replay(events, of: reader)
            } else {
                try copy.follow(events, of: reader)
            }
            // The last ones may be of kinds that say nothing here.
            if events.count > 0 { copy.pass(events.through) }
        } catch {
            throw ChronicleError(cause: error)
        }
        self = copy
    }

    /// The state of a journal, or of its first events: from a snapshot on where there is one.
    package static func replayed(
        from reader: JournalReader, through: Int? = nil, snapshots: Snapshots = Snapshots(.read)
    ) throws(ChronicleError) -> ProjectedState {
        var state = snapshots.state(of: reader, through: through)
        let start = state.position
        try state.catchUp(with: reader, through: through)
        if through == nil { snapshots.keep(state, of: reader, last: start) }
        return state
    }

    /// Folds a few events.
    private mutating func follow(
        _ range: EventRange, of reader: JournalReader
    ) throws(JournalError) {
        var events = PastEvents(reader)
        try events.read(range, of: Self.kinds) { event throws(ProjectionError) in
            try apply(event)
        } redacted: { record, cause in
            skip(record.sequence, system: record.system, kind: record.kind, cause: cause)
        }
    }

    /// Folds many events: one thread those that belong to no account, another those of accounts.
    ///
    /// Each thread steps through the journal for itself. To hand events from one to the other would
    /// cost a copy of each, and would make them wait for each other, since a run writes first many
    /// events of the one sort, then many of the other.
    private mutating func replay(_ range: EventRange, of reader: JournalReader) throws(JournalError)
    {
        let common = Mutex(common)
        let accounts = Mutex(accounts)
        // Neither part is held here any more: each is written to where it lies.
        self = ProjectedState()
        let failures = Mutex<[Int: JournalError]>([:])
        DispatchQueue.concurrentPerform(iterations: 2) { part in
            do throws(JournalError) {
                if part == 0 {
                    try accounts.withLock { state throws(JournalError) in
                        try state.replay(range, of: reader)
                    }
                } else {
                    try common.withLock { state throws(JournalError) in
                        try state.replay(range, of: reader)
                    }
                }
            } catch {
                failures.withLock { $0[part] = error }
            }
        }
        if let failure = failures.withLock({ $0[0] ?? $0[1] }) { throw failure }
        self = ProjectedState(
            common: common.withLock { $0 }, accounts: accounts.withLock { $0 })
    }
}

extension AccountTable {
    fileprivate mutating func replay(
        _ range: EventRange, of reader: JournalReader
    ) throws(JournalError) {
        var events = PastEvents(reader)
        try events.read(range, of: AccountState.kinds) { event throws(ProjectionError) in
            try replay(event)
        } redacted: { record, cause in
            skip(system: record.system, kind: record.kind, cause: cause)
        }
        try events.read(only: putOff) { event throws(ProjectionError) in try reread(event) }
    }
}

extension CommonState {
    fileprivate mutating func replay(
        _ range: EventRange, of reader: JournalReader
    ) throws(JournalError) {
        var events = PastEvents(reader)
        try events.read(range, of: Self.kinds) { event throws(ProjectionError) in
            try replay(event)
        } redacted: { record, _ in
            pass(record.sequence)
        }
        try events.read(only: putOff) { event throws(ProjectionError) in try reread(event) }
        finishReplay()
    }
}
