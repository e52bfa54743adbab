// Reading a journal: while another process writes to it, or from memory.

package import Catalog

/// Answers from a journal's events; safe to use from many tasks at once.
///
/// Each call sees the journal as it stands when the call begins. On a file calls never wait for the
/// writer; in memory they do.
package final class JournalReader: Sendable {
    /// Where the answers come from.
    enum Source: Sendable {
        case file(ReaderPool)
        case memory(WriterBox)
    }

    let source: Source
    /// The journal's file with symbolic links followed; `:memory:` for one in memory.
    package let path: String
    /// 32 hexadecimal digits that no other journal has.
    package let journalID: String
    /// When the journal was made.
    package let created: Instant

    /// Opens a file for reading only.
    ///
    /// - Throws: `.missing`, `.notAJournal`, `.newerFormat`, `.corrupt`, `.failed`.
    package static func open(at path: String) throws(JournalError) -> JournalReader {
        let pool = try ReaderPool(path: try FilePath.resolved(path))
        return try JournalReader(.file(pool), path: pool.path)
    }

    init(_ source: Source, path: String) throws(JournalError) {
        self.source = source
        self.path = path
        let identity = try Self.with(source) { (reader) throws(JournalError) in
            try SQLite.at(path) { () throws(SQLiteFailure) in
                try JournalIdentity(reader.connection)
            }
        }
        journalID = identity.text
        created = identity.created
    }

    // MARK: Questions

    /// Where the journal ends: sequence number and hash of the last event.
    package func head() throws(JournalError) -> JournalHead {
        try ask { (reader) throws(SQLiteFailure) in try reader.head() }
    }

    /// The event of a number; nil when there is none.
    package func record(_ sequence: Int) throws(JournalError) -> Record? {
        try records(after: sequence - 1, through: sequence).first
    }

    /// The events behind `after`, to `through` and at most `limit` of them, where given.
    package func records(
        after: Int, through: Int? = nil, limit: Int? = nil
    ) throws(JournalError) -> [Record] {
        try collect { (reader, take) throws(ScanStop<JournalError>) in
            try reader.scan(
                after: after, through: through ?? .max, limit: limit ?? -1, take)
        }
    }

    /// Every event about a subject, in order.
    package func records(of subject: Subject) throws(JournalError) -> [Record] {
        try collect { (reader, take) throws(ScanStop<JournalError>) in
            let sequences = try ScanStop<JournalError>.reading(path) { () throws(SQLiteFailure) in
                try reader.sequences(of: subject)
            }
            for sequence in sequences {
                try reader.scan(after: sequence - 1, through: sequence, take)
            }
        }
    }

    /// Every event of a run; reads through the whole journal.
    package func records(of run: RunID) throws(JournalError) -> [Record] {
        try collect { (reader, take) throws(ScanStop<JournalError>) in
            try reader.scan(after: 0, through: .max, filter: EventFilter(run: run), take)
        }
    }

    /// Every event of a kind; reads through the whole journal.
    package func records(ofKind kind: String) throws(JournalError) -> [Record] {
        try collect { (reader, take) throws(ScanStop<JournalError>) in
            try reader.scan(after: 0, through: .max, filter: EventFilter(kinds: [kind]), take)
        }
    }

    /// The numbers of the events about a subject, ascending.
    package func sequences(of subject: Subject) throws(JournalError) -> [Int] {
        try Self.with(source) { (reader) throws(JournalError) in
            try reader.inOneView { () throws(JournalError) in
                try SQLite.at(path) { () throws(SQLiteFailure) in
                    try reader.sequences(of: subject)
                }
            }
        }
    }

    /// The content of a blob; nil when the journal has none of that hash, or it was redacted.
    ///
    /// - Throws: `.corrupt` when the content does not have its hash any more.
    package func blob(_ digest: Digest) throws(JournalError) -> [UInt8]? {
        try ask { (reader) throws(SQLiteFailure) in try reader.blob(digest) }
    }

    /// True when the journal has a blob of that hash; its content is not looked at.
    package func hasBlob(_ digest: Digest) throws(JournalError) -> Bool {
        try ask { (reader) throws(SQLiteFailure) in
            try ReaderConnection.hasBlob(digest, in: reader.connection)
        }
    }

    // MARK: Connections

    /// Runs one question on a connection, and tells its failure as the journal's.
    func ask<Value: Sendable>(
        _ work: (ReaderConnection) throws(SQLiteFailure) -> Value
    ) throws(JournalError) -> Value {
        try Self.with(source) { (reader) throws(JournalError) in
            try SQLite.at(path) { () throws(SQLiteFailure) in try work(reader) }
        }
    }

    static func with<Value: Sendable>(
        _ source: Source, _ work: (ReaderConnection) throws(JournalError) -> Value
    ) throws(JournalError) -> Value {
        switch source {
        case .file(let pool): try pool.withConnection(work)
        case .memory(let box):
            try box.withWriter { writer throws(JournalError) in try work(writer.reading) }
        }
    }

    private func collect(
        _ scan: (
            ReaderConnection, (borrowing ScannedRecord) throws(JournalError) -> Void
        ) throws(ScanStop<JournalError>) -> Void
    ) throws(JournalError) -> [Record] {
        try Self.with(source) { (reader) throws(JournalError) in
            try reader.inOneView { () throws(JournalError) in
                var records: [Record] = []
                do throws(ScanStop<JournalError>) {
                    try scan(reader) { record throws(JournalError) in
                        records.append(try record.record())
                    }
                } catch {
                    switch error {
                    case .journal(let error), .body(let error): throw error
                    }
                }
                return records
            }
        }
    }
}
