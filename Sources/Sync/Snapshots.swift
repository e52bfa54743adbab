// Where a state comes from: a snapshot beside the journal and the events behind it, or, where there
// is none that can be used, all events.

import JournalStore
import Projections
import Catalog
import Events

/// What is done with the snapshots of states that lie beside journals.
///
/// A snapshot saves time and nothing else, so nothing about it is ever an error.
package struct Snapshots: Sendable {
    package enum Use: Sendable {
        /// None is read or written.
        case ignored
        case read
        /// They are read, and written when the next start would have many events to replay.
        case kept
    }

    /// A snapshot is written when as many events stand behind the last one: about as much as can
    /// be replayed in a hundredth of a second.
    package static let eventsMin = 2_000
    /// The same at the end of a run, which took its time anyway.
    package static let eventsOfRunMin = 500

    package let use: Use
    /// Is told, for whoever looks for an error, which snapshots were used and which were not.
    let log: @Sendable (String) -> Void

    package init(_ use: Use = .kept, log: @escaping @Sendable (String) -> Void = { _ in }) {
        self.use = use
        self.log = log
    }

    /// The state that the snapshot of a journal holds; empty where none can be used.
    ///
    /// - `through`: the last event that may be in it; nil for any.
    func state(of reader: JournalReader, through: Int? = nil) -> ProjectedState {
        guard use != .ignored, let file = SnapshotFile.read(beside: reader.path) else {
            return ProjectedState()
        }
        do {
            let bytes = SnapshotBytes(file.bytes, owner: file)
            let snapshot = try StateSnapshot(bytes, journalID: reader.journalID)
            let position = snapshot.state.position
            if let through, position > through { return ProjectedState() }
            guard try reader.record(position)?.hash == snapshot.hash else {
                return ignored("the journal has another history")
            }
            guard try !isRedacted(behind: position, reader) else {
                return ignored("something was redacted since")
            }
            log("snapshot: used, through event \(position)")
            return snapshot.state
        } catch {
            return ignored("\(error)")
        }
    }

    /// Writes the snapshot of a state where it holds `eventsMin` events more than the last one.
    ///
    /// - `last`: the position of the snapshot that is there; 0 when there is none.
    func keep(
        _ state: ProjectedState, of reader: JournalReader, last: Int, eventsMin: Int = eventsMin
    ) {
        guard use == .kept, reader.path != ":memory:", state.position - last >= eventsMin else {
            return
        }
        do throws(JournalError) {
            guard let hash = try reader.record(state.position)?.hash else { return }
            let bytes = StateSnapshot(state: state, hash: hash).bytes(journalID: reader.journalID)
            let isWritten = SnapshotFile.write(bytes, beside: reader.path)
            log("snapshot: \(isWritten ? "written" : "not written"), \(bytes.count) bytes")
        } catch {
            log("snapshot: not written, \(error)")
        }
    }

    private func ignored(_ reason: String) -> ProjectedState {
        log("snapshot: not used, \(reason)")
        return ProjectedState()
    }

    /// Whether a body was blanked since: it may be in the snapshot still.
    private func isRedacted(
        behind position: Int, _ reader: JournalReader
    ) throws(JournalError) -> Bool {
        var isRedacted = false
        try reader.scan(after: position, kinds: [Self.redaction]) { _ in isRedacted = true }
        return isRedacted
    }

    private static let redaction = "BodyRedacted"
}
