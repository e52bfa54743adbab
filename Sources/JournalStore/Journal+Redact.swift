// The one change that a journal allows: bodies and contents of blobs that a later event names go.

package import Catalog
import Synchronization

extension Journal {
    /// Appends a BodyRedacted event, and blanks the bodies of the events that its cause names and
    /// the contents of the blobs that are its subjects, all or nothing.
    ///
    /// The bytes may be found in the file or its log until `eraseRemains`.
    ///
    /// - Returns: the number of the event.
    /// - Throws: what `append` throws.
    package func redact(
        _ draft: RecordDraft, run: RunID
    ) async throws(JournalError) -> Int {
        precondition(draft.kind == "BodyRedacted", "only such an event lets a body go")
        let request = try AppendRequest(
            [draft], run: run, blobs: [], expecting: [:], secrets: secrets.withLock { $0 })
        return try box.withState { $0.redact(request) }.get().sequences.lowerBound
    }

    /// Writes the file anew without what was blanked, and empties its log.
    ///
    /// Needs as much space again as the file has, for a while.
    ///
    /// - Returns: false while a reader holds on to an older state of the journal, so that its log
    ///   had to stay; to be called again later.
    package func eraseRemains() throws(JournalError) -> Bool {
        try box.withState { $0.eraseRemains() }.get()
    }
}

extension Writer {
    /// Commits an append of one event, and blanks what it names.
    func redact(_ request: AppendRequest) throws(SQLiteFailure) -> Result<Appended, JournalError> {
        // What is freed is overwritten, which not every build of SQLite does by itself.
        try connection.execute("PRAGMA secure_delete = ON")
        guard try connection.int("PRAGMA secure_delete") == 1 else {
            throw SQLiteFailure(code: 1, message: "SQLite does not overwrite what it frees")
        }
        let draft = request.events[0].draft
        return try commit([request]) { () throws(SQLiteFailure) in
            for case .sequence(let sequence) in draft.cause { try blank(event: sequence) }
            for reference in draft.subjects where reference.subject.kind == "blob" {
                guard let digest = Digest(hex: String(reference.subject.name)) else { continue }
                try blank(blob: digest)
            }
        }[0]
    }

    private func blank(event sequence: Int) throws(SQLiteFailure) {
        let update = try connection.statement(
            "UPDATE events SET body = NULL WHERE sequence = ?1 AND body IS NOT NULL")
        update.bind(1, sequence)
        try update.run()
    }

    private func blank(blob digest: Digest) throws(SQLiteFailure) {
        let update = try connection.statement(
            "UPDATE blobs SET data = x'', checksum = 0 WHERE hash = ?1 AND length(data) > 0")
        update.bind(1, digest)
        try update.run()
    }

    /// Writes all that is left anew, since SQLite may have moved rows about and left copies in the
    /// unused parts of pages; then the log holds nothing that was before.
    func eraseRemains() throws(SQLiteFailure) -> Bool {
        try connection.execute("PRAGMA secure_delete = ON; VACUUM")
        return try connection.emptyLog()
    }
}
