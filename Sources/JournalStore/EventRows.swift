// Rows of events on their way into the table, several with one statement.

import Catalog

/// Collects rows of events, and inserts them together.
struct EventRows {
    /// Rows are inserted when they have so many bytes, if not before.
    private static let bytesMax = 1 << 20

    private struct Row {
        let sequence: Int
        let time: Instant
        let run: Int
        let system: Int
        let kind: Int
        let version: Int
        let bodyHash: Digest
        let hash: Digest
        /// Where the texts stand: subjects, cause, and the body but for a redacted one.
        let subjects: Range<Int>
        let cause: Range<Int>
        let body: Range<Int>?
    }

    private var rows: [Row] = []
    private var bytes: [UInt8] = []
    private let insert = RowInsert(
        """
        INSERT INTO events (
            sequence, time, run, system, kind, version, subjects, cause, body_hash, hash, body)
        """, columns: 11)

    var isFull: Bool { rows.count >= RowInsert.rowsMax || bytes.count >= Self.bytesMax }

    mutating func append(_ event: Writer.PlacedEvent, hash: Digest) {
        let (subjects, cause) = (place(event.subjects), place(event.cause))
        rows.append(
            Row(
                sequence: event.sequence, time: event.time, run: event.run, system: event.system,
                kind: event.kind, version: event.version, bodyHash: event.bodyHash, hash: hash,
                subjects: subjects, cause: cause, body: event.body.map { place($0) }))
    }

    /// Inserts what was collected, in a transaction of the caller's.
    mutating func write(to connection: Connection) throws(SQLiteFailure) {
        guard !rows.isEmpty else { return }
        let result = bytes.withUnsafeBytes { bytes in
            Result { () throws(SQLiteFailure) in
                try insert.run(rows: rows.count, on: connection) { statement, number, first in
                    Self.bind(rows[number], to: statement, from: first, bytes)
                }
            }
        }
        rows.removeAll(keepingCapacity: true)
        // One large body must not hold its memory for ever.
        bytes.removeAll(keepingCapacity: bytes.count <= 2 * Self.bytesMax)
        try result.get()
    }

    private mutating func place(_ text: [UInt8]) -> Range<Int> {
        let start = bytes.count
        bytes += text
        return start..<bytes.count
    }

    private static func bind(
        _ row: Row, to statement: Statement, from first: Int32, _ bytes: UnsafeRawBufferPointer
    ) {
        statement.bind(first, row.sequence)
        statement.bind(first + 1, row.time.microseconds)
        statement.bind(first + 2, row.run)
        statement.bind(first + 3, row.system)
        statement.bind(first + 4, row.kind)
        statement.bind(first + 5, row.version)
        statement.lend(first + 6, text: UnsafeRawBufferPointer(rebasing: bytes[row.subjects]))
        statement.lend(first + 7, text: UnsafeRawBufferPointer(rebasing: bytes[row.cause]))
        statement.bind(first + 8, row.bodyHash)
        statement.bind(first + 9, row.hash)
        // What is not bound is NULL.
        if let body = row.body {
            statement.lend(first + 10, text: UnsafeRawBufferPointer(rebasing: bytes[body]))
        }
    }
}
