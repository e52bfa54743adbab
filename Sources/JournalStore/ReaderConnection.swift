// A connection that reads, with the names that it has read.

import Catalog
import CSQLite

/// One thread's view of a journal.
final class ReaderConnection {
    let connection: Connection
    let path: String
    let names = NameTable()
    /// What the events of a scan share, as of the last names that were read.
    private(set) var context: ScanContext

    init(_ connection: Connection, path: String) {
        self.connection = connection
        self.path = path
        context = ScanContext(path: path, names: [])
    }

    /// Runs questions that belong together on one state of the journal.
    func inOneView<Value>(
        _ work: () throws(JournalError) -> Value
    ) throws(JournalError) -> Value {
        try SQLite.at(path) { () throws(SQLiteFailure) in try connection.beginView() }
        defer { connection.endView() }
        return try work()
    }

    // MARK: Events in order

    /// Calls `body` for the events between two numbers that the filter wants, in their order, as
    /// they stood when the first was read.
    func scan<Failure: Error>(
        after: Int, through: Int, limit: Int = -1, filter: EventFilter = EventFilter(),
        _ body: (borrowing ScannedRecord) throws(Failure) -> Void
    ) throws(ScanStop<Failure>) {
        let rows = try ScanStop<Failure>.reading(path) { () throws(SQLiteFailure) in
            try connection.statement(
                """
                SELECT sequence, time, run, system, kind, version, subjects, cause, body_hash,
                    hash, body
                FROM events WHERE sequence > ?1 AND sequence <= ?2 ORDER BY sequence LIMIT ?3
                """)
        }
        defer { rows.reset() }
        rows.bind(1, after)
        rows.bind(2, through)
        rows.bind(3, limit)
        try read(rows, filter: filter, body)
    }

    private func read<Failure: Error>(
        _ rows: Statement, filter: EventFilter,
        _ body: (borrowing ScannedRecord) throws(Failure) -> Void
    ) throws(ScanStop<Failure>) {
        var wanted = filter.wanted(among: names.texts)
        while try ScanStop<Failure>.reading(path, { () throws(SQLiteFailure) in try rows.step() }) {
            let (run, system, kind) = (rows.int(2), rows.int(3), rows.int(4))
            if max(run, system, kind) > context.names.count || min(run, system, kind) < 1 {
                // Names come with the events that use them first, in the same commit.
                try ScanStop<Failure>.reading(path) { () throws(SQLiteFailure) in
                    try refresh(for: rows.int(0), numbers: [run, system, kind])
                }
                wanted = filter.wanted(among: names.texts)
            }
            guard filter.isOpen || wanted.matches(kind: kind, run: run) else { continue }
            do throws(Failure) {
                try body(ScannedRecord(rows, context: context))
            } catch {
                throw .body(error)
            }
        }
    }

    private func refresh(for sequence: Int, numbers: [Int]) throws(SQLiteFailure) {
        try names.refresh(from: connection)
        context = ScanContext(path: path, names: names.texts)
        guard numbers.allSatisfy({ names.contains($0) }) else {
            throw .corrupt("event \(sequence) has a name that is missing")
        }
    }

    // MARK: Other questions

    /// The end of the journal as it stands now.
    func head() throws(SQLiteFailure) -> JournalHead {
        let last = try connection.first(
            "SELECT sequence, hash FROM events ORDER BY sequence DESC LIMIT 1"
        ) { row throws(SQLiteFailure) in
            guard let hash = row.digest(1) else { throw .corrupt("the last event has no hash") }
            return JournalHead(sequence: row.int(0), hash: hash)
        }
        if let last { return last }
        return JournalHead(sequence: 0, hash: try JournalIdentity(connection).genesis)
    }

    /// The content of a blob, checked; nil when the journal has none of that hash, or has it no
    /// more.
    func blob(_ digest: Digest) throws(SQLiteFailure) -> [UInt8]? {
        try connection.first("SELECT size, data FROM blobs WHERE hash = ?1 AND length(data) > 0") {
            $0.bind(1, digest)
        } row: { row throws(SQLiteFailure) in
            guard let bytes = Deflate.restore(row.bytes(1), size: row.int(0)),
                Blob(bytes).digest == digest
            else { throw .corrupt("blob \(digest) does not have its content") }
            return bytes
        }
    }

    static func hasBlob(_ digest: Digest, in connection: Connection) throws(SQLiteFailure) -> Bool {
        try connection.first("SELECT 1 FROM blobs WHERE hash = ?1 AND length(data) > 0") {
            $0.bind(1, digest)
        } row: { _ in
            true
        } ?? false
    }
}
