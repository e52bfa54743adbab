// A copy of a journal that can be trusted as much as the journal.

package import Catalog

/// What a copy of a journal holds.
package struct TransferSummary: Hashable, Sendable {
    /// The end of the copy.
    package var head: JournalHead
    /// How many blobs it has.
    package var blobs: Int
    /// How many events in it have no body any more.
    package var redacted: Int
    /// The size of the file that was written, in bytes.
    package var bytes: Int

    /// How many events it has.
    package var events: Int { head.sequence }
}

extension Journal {
    /// Copies the journal at a path to a file that is not there yet, while others write to it.
    ///
    /// The copy is what the journal was when the backup began. Before it gets its name, all of it
    /// is held against the format and its chain, and its head against the journal.
    ///
    /// - `shouldStop`: asked now and then; the backup then ends with `.stopped`.
    /// - Throws: `.exists`, `.unwritable`, `.notGood`, `.stopped`, `.journal`.
    package static func backup(
        at path: String, to copy: String, shouldStop: () -> Bool = { false }
    ) throws(TransferError) -> TransferSummary {
        let pool = try TransferError.asking { () throws(JournalError) in
            try ReaderPool(path: try FilePath.resolved(path))
        }
        let file = try FreshFile(copy)
        // SQLite's own locks would go with a second descriptor.
        file.closeDescriptor()
        let head = try TransferError.asking { () throws(JournalError) in
            try pool.withConnection { reader throws(JournalError) in
                try reader.inOneView { () throws(JournalError) -> JournalHead? in
                    try copyView(of: reader, to: file.temporary, shouldStop: shouldStop)
                }
            }
        }
        guard let head else { throw .stopped }
        let summary = try checked(file.temporary, head: head)
        try file.finish(likeFile: pool.path)
        return summary
    }

    /// The head of the view that was copied; nil when it was stopped.
    private static func copyView(
        of reader: ReaderConnection, to path: String, shouldStop: () -> Bool
    ) throws(JournalError) -> JournalHead? {
        // The first question of a view decides what it sees.
        let head = try SQLite.at(reader.path) { () throws(SQLiteFailure) in try reader.head() }
        let isWhole = try SQLite.at(path) { () throws(SQLiteFailure) in
            let copy = try Connection(path, flags: SQLite.write)
            // It is thrown away after any failure, and synced as a whole when it is finished.
            try copy.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
            return try reader.connection.copy(to: copy, shouldStop: shouldStop)
        }
        return isWhole ? head : nil
    }

    /// Holds a file that nobody else has open against everything that a journal must be.
    ///
    /// - `head`: where it must end.
    static func checked(
        _ path: String, head: JournalHead
    ) throws(TransferError) -> TransferSummary {
        let reader = try TransferError.asking { () throws(JournalError) in
            // Immutable, so that SQLite makes no log beside it.
            let connection = try JournalFile.reading(
                FilePath.uri(path, "immutable=1"), path: path, vfs: nil)
            try JournalFile.check(connection, path: path)
            return ReaderConnection(connection, path: path)
        }
        let found = Verifier.run(reader, head: head, depth: .everything)
        if let finding = found.findings.first { throw .notGood(what: "\(finding)") }
        guard found.head == head else {
            throw .notGood(what: "it ends at event \(found.events) instead of \(head.sequence)")
        }
        let bytes = try TransferError.at(path) { () throws(SQLiteFailure) in
            try reader.connection.int("PRAGMA page_count")
                * (try reader.connection.int("PRAGMA page_size"))
        }
        return TransferSummary(
            head: head, blobs: found.blobs, redacted: found.redacted, bytes: bytes)
    }
}
