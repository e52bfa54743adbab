// How an event is taken from a row, or from a copy of one.

import Catalog
import CSQLite

extension ScannedRecord {
    /// The event in the current row of a statement that selects the columns of `EventQuery`.
    init(_ row: Statement, context: ScanContext) {
        self.init(
            sequence: row.int(0), time: Instant(microseconds: row.int(1)), version: row.int(5),
            body: row.isNull(10) ? nil : row.bytes(10), kindNumber: row.int(4),
            runNumber: row.int(2), systemNumber: row.int(3), subjectsText: row.bytes(6),
            causeText: row.bytes(7), bodyHashBytes: row.bytes(8), hashBytes: row.bytes(9),
            context: context)
    }
}

/// A copy of an event's row, for a scan that must not hold SQLite while its body runs.
struct CopiedRow: Sendable {
    private let sequence: Int
    private let time: Instant
    private let version: Int
    private let numbers: (run: Int, system: Int, kind: Int)
    private let body: [UInt8]?
    private let texts: (subjects: [UInt8], cause: [UInt8])
    private let hashes: (body: [UInt8], event: [UInt8])

    init(_ record: borrowing ScannedRecord) {
        sequence = record.sequence
        time = record.time
        version = record.version
        numbers = (record.runNumber, record.systemNumber, record.kindNumber)
        body = record.body.map { Array($0) }
        texts = (Array(record.subjectsText), Array(record.causeText))
        hashes = (Array(record.bodyHashBytes), Array(record.hashBytes))
    }

    /// Calls `read` with the event as a scan shows it.
    func withRecord<Failure: Error>(
        _ context: ScanContext, _ read: (borrowing ScannedRecord) throws(Failure) -> Void
    ) throws(Failure) {
        // One run of bytes, so that one borrow reaches all parts.
        let parts = [texts.subjects, texts.cause, hashes.body, hashes.event, body ?? []]
        var result: Result<Void, Failure> = .success(())
        parts.joinedBytes.withUnsafeBytes { bytes in
            var start = 0
            var slices: [UnsafeRawBufferPointer] = []
            for part in parts {
                slices.append(UnsafeRawBufferPointer(rebasing: bytes[start..<start + part.count]))
                start += part.count
            }
            let record = ScannedRecord(
                sequence: sequence, time: time, version: version,
                body: body == nil ? nil : slices[4],
                kindNumber: numbers.kind, runNumber: numbers.run, systemNumber: numbers.system,
                subjectsText: slices[0], causeText: slices[1], bodyHashBytes: slices[2],
                hashBytes: slices[3], context: context)
            do throws(Failure) {
                try read(record)
            } catch {
                result = .failure(error)
            }
        }
        try result.get()
    }
}

extension [[UInt8]] {
    fileprivate var joinedBytes: [UInt8] { Array<UInt8>(joined()) }
}
