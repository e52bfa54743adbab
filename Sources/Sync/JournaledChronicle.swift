package import Catalog
package import JournalStore
package import Projections
import Synchronization

/// The chronicle of one run: appends to the journal, and keeps the state that follows from it.
///
/// The state is folded from what the journal stored, never from what was meant to be stored: so it
/// is the same as that of a later run that reads the journal from its beginning.
package final class JournaledChronicle: Chronicle {
    private let journal: Journal
    private let reader: JournalReader
    package let run: RunID
    private let state: Mutex<ProjectedState>

    /// - `state`: what is known already; it is caught up first.
    package init(
        journal: Journal, reader: JournalReader, run: RunID,
        state: ProjectedState = ProjectedState()
    ) throws(ChronicleError) {
        self.journal = journal
        self.reader = reader
        self.run = run
        self.state = Mutex(state)
        try catchUp()
    }

    @discardableResult
    package func append(
        _ drafts: [RecordDraft], blobs: [[UInt8]]
    ) async throws(ChronicleError) -> [Int] {
        guard !drafts.isEmpty else { return [] }
        let appended: Appended
        do throws(JournalError) {
            appended = try await journal.append(drafts, run: run, blobs: blobs.map(Blob.init))
        } catch {
            throw ChronicleError(cause: error)
        }
        try catchUp()
        return Array(appended.sequences)
    }

    package func read<Value: Sendable>(_ body: @Sendable (ProjectedState) -> Value) -> Value {
        state.withLock { body($0) }
    }

    /// Folds what was appended since, by this task or another.
    private func catchUp() throws(ChronicleError) {
        let failure = state.withLock { state -> ChronicleError? in
            do throws(ChronicleError) {
                try state.catchUp(with: reader)
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
    }
}

extension ProjectedState {
    /// Folds the events behind its position.
    package mutating func catchUp(
        with reader: JournalReader, through: Int? = nil
    ) throws(ChronicleError) {
        var copy = self
        // The one copy that is written to: without this each write would copy the whole state.
        self = ProjectedState()
        defer { self = copy }
        // Names are few and come again and again: each is looked up once.
        var kinds: [PastKind?] = []
        do {
            try reader.scan(after: copy.position, through: through, kinds: Self.kinds) {
                record throws(ScanFailure) in
                while kinds.count <= record.kindNumber { kinds.append(nil) }
                let kind = kinds[record.kindNumber] ?? PastKind(record.kind)
                kinds[record.kindNumber] = kind
                do throws(JournalError) {
                    guard let body = record.body else {
                        return copy.skip(
                            record.sequence, system: record.system, kind: record.kind,
                            cause: try record.cause())
                    }
                    let event = PastEvent(
                        sequence: record.sequence, time: record.time, run: record.run,
                        system: record.system, kind: kind, version: record.version,
                        cause: try record.cause(), body: body)
                    do throws(ProjectionError) {
                        try copy.replay(event)
                    } catch {
                        throw JournalError.failed(path: reader.path, what: "\(error)")
                    }
                } catch {
                    throw ScanFailure(error: error)
                }
            }
            try copy.finishReplay()
        } catch let failure as ScanFailure {
            throw ChronicleError(cause: failure.error)
        } catch {
            throw ChronicleError(cause: error)
        }
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
}

private struct ScanFailure: Error {
    let error: JournalError
}
