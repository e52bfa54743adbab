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
