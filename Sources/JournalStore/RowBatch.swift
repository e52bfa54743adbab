// Copies of events on their way from the thread that reads them to the one that takes them.

import Catalog

/// Some events next to each other, in one run of bytes.
struct RowBatch: Sendable {
    /// A batch is handed over when it has so many bytes: it stays in the processor's cache.
    private static let bytesMax = 1 << 17

    /// What of a row is a number, and where its bytes stand.
    private struct Row {
        let sequence: Int
        let time: Instant
        let version: Int
        let run: Int
        let system: Int
        let kind: Int
        let start: Int
        let subjects: Int
        let cause: Int
        let bodyHash: Int
        let hash: Int
        /// Nil where the body was redacted.
        let body: Int?
    }

    private var rows: [Row] = []
    private var bytes: [UInt8] = []
    private var context: ScanContext

    init(_ context: ScanContext) {
        self.context = context
        bytes.reserveCapacity(Self.bytesMax + Self.bytesMax / 4)
        rows.reserveCapacity(64)
    }

    /// Becomes an empty batch in the same memory: to let go of so much and ask for it again costs
    /// more than to fill it.
    mutating func clear(_ context: ScanContext) {
        rows.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        self.context = context
    }

    var isEmpty: Bool { rows.isEmpty }
    var isFull: Bool { bytes.count >= Self.bytesMax }

    mutating func append(_ record: borrowing ScannedRecord) {
        // Names only come to those that are known: those of the last event are right for all.
        context = record.context
        rows.append(
            Row(
                sequence: record.sequence, time: record.time, version: record.version,
                run: record.runNumber, system: record.systemNumber, kind: record.kindNumber,
                start: bytes.count, subjects: record.subjectsText.count,
                cause: record.causeText.count, bodyHash: record.bodyHashBytes.count,
                hash: record.hashBytes.count, body: record.body?.count))
        bytes.append(contentsOf: record.subjectsText)
        bytes.append(contentsOf: record.causeText)
        bytes.append(contentsOf: record.bodyHashBytes)
        bytes.append(contentsOf: record.hashBytes)
        if let body = record.body { bytes.append(contentsOf: body) }
    }

    /// Calls `read` with the events as a scan shows them.
    func forEach<Failure: Error>(
        _ read: (borrowing ScannedRecord) throws(Failure) -> Void
    ) throws(Failure) {
        let result = bytes.withUnsafeBytes { bytes in
            Result { () throws(Failure) in
                for row in rows { try read(record(row, in: bytes)) }
            }
        }
        try result.get()
    }

    private func record(_ row: Row, in bytes: UnsafeRawBufferPointer) -> ScannedRecord {
        var start = row.start
        func next(_ count: Int) -> UnsafeRawBufferPointer {
            defer { start += count }
            return UnsafeRawBufferPointer(rebasing: bytes[start..<start + count])
        }
        let (subjects, cause) = (next(row.subjects), next(row.cause))
        let (bodyHash, hash) = (next(row.bodyHash), next(row.hash))
        return ScannedRecord(
            sequence: row.sequence, time: row.time, version: row.version,
            body: row.body.map(next), kindNumber: row.kind, runNumber: row.run,
            systemNumber: row.system, subjectsText: subjects, causeText: cause,
            bodyHashBytes: bodyHash, hashBytes: hash, context: context)
    }
}
