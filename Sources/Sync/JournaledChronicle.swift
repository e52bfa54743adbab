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
    /// From so many events on a replay reads ahead, and puts off what later ones may replace.
    private static let longReplay = 200

    /// Folds the events behind its position.
    package mutating func catchUp(
        with reader: JournalReader, through: Int? = nil
    ) throws(ChronicleError) {
        var copy = self
        // The one copy that is written to: without this each write would copy the whole state.
        self = ProjectedState()
        defer { self = copy }
        do {
            var events = PastEvents(reader)
            let start = copy.position
            let isLong = try min(through ?? .max, reader.head().sequence) - start > Self.longReplay
            let fold: (borrowing ScannedRecord) throws(ScanFailure) -> Void = {
                record throws(ScanFailure) in
                try events.read(record) { event throws(ProjectionError) in
                    if isLong { try copy.replay(event) } else { try copy.apply(event) }
                } redacted: { record, cause in
                    copy.skip(
                        record.sequence, system: record.system, kind: record.kind, cause: cause)
                }
            }
            if isLong {
                try reader.scanAhead(after: start, through: through, kinds: Self.kinds, fold)
            } else {
                try reader.scan(after: start, through: through, kinds: Self.kinds, fold)
            }
            try reader.scan(only: copy.putOff) { record throws(ScanFailure) in
                try events.read(record) { event throws(ProjectionError) in
                    try copy.reread(event)
                } redacted: { _, _ in
                }
            }
            copy.finishReplay()
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

/// Makes of scanned records what projectors take.
private struct PastEvents {
    private let path: String
    /// By number: names are few and come again and again, so each is looked up once.
    private var kinds: [PastKind?] = []

    init(_ reader: JournalReader) { path = reader.path }

    mutating func read(
        _ record: borrowing ScannedRecord,
        _ fold: (PastEvent) throws(ProjectionError) -> Void,
        redacted: (borrowing ScannedRecord, [Int]) -> Void
    ) throws(ScanFailure) {
        let kind = kind(of: record)
        do throws(JournalError) {
            let cause = try record.cause()
            guard let body = record.body else { return redacted(record, cause) }
            let event = PastEvent(
                sequence: record.sequence, time: record.time, run: record.run,
                system: record.system, kind: kind, version: record.version, cause: cause,
                body: body)
            do throws(ProjectionError) {
                try fold(event)
            } catch {
                throw JournalError.failed(path: path, what: "\(error)")
            }
        } catch {
            throw ScanFailure(error: error)
        }
    }
}

extension PastEvents {
    private mutating func kind(of record: borrowing ScannedRecord) -> PastKind {
        let number = record.kindNumber
        if number < kinds.count, let kind = kinds[number] { return kind }
        while kinds.count <= number { kinds.append(nil) }
        let kind = PastKind(record.kind)
        kinds[number] = kind
        return kind
    }
}

private struct ScanFailure: Error {
    let error: JournalError
}
