import Catalog
import JournalStore
import Projections

/// Events that lie next to each other in a journal.
struct EventRange: Sendable {
    /// The sequence number of the last event before them.
    let after: Int
    /// The sequence number of the last of them.
    let through: Int

    var count: Int { max(0, through - after) }
}

/// The events of a journal as projectors take them.
struct PastEvents {
    private let reader: JournalReader
    /// By number: names are few and come again and again, so each is looked up once.
    private var kinds: [PastKind?] = []

    init(_ reader: JournalReader) { self.reader = reader }

    /// Goes through the events of some kinds, in their order; of those that were redacted there is
    /// no more than the header, with the causes.
    mutating func read(
        _ range: EventRange, of kinds: Set<String>,
        _ fold: (PastEvent) throws(ProjectionError) -> Void,
        redacted: (borrowing ScannedRecord, [Int]) -> Void
    ) throws(JournalError) {
        try reading { () throws in
            try reader.scan(after: range.after, through: range.through, kinds: kinds) {
                record throws(JournalError) in try read(record, fold, redacted)
            }
        }
    }

    /// Goes through the events of some numbers, ascending, that still have a body.
    mutating func read(
        only sequences: [Int], _ fold: (PastEvent) throws(ProjectionError) -> Void
    ) throws(JournalError) {
        try reading { () throws in
            try reader.scan(only: sequences) { record throws(JournalError) in
                try read(record, fold, { _, _ in })
            }
        }
    }

    private func reading(_ scan: () throws -> Void) throws(JournalError) {
        do {
            try scan()
        } catch let error as JournalError {
            throw error
        } catch {
            throw .failed(path: reader.path, what: "\(error)")
        }
    }

    private mutating func read(
        _ record: borrowing ScannedRecord, _ fold: (PastEvent) throws(ProjectionError) -> Void,
        _ redacted: (borrowing ScannedRecord, [Int]) -> Void
    ) throws(JournalError) {
        let kind = kind(of: record)
        let cause = try record.cause()
        guard let body = record.body else { return redacted(record, cause) }
        let event = PastEvent(
            sequence: record.sequence, time: record.time, run: record.run, system: record.system,
            kind: kind, version: record.version, cause: cause, body: body)
        do throws(ProjectionError) {
            try fold(event)
        } catch {
            throw .failed(path: reader.path, what: "\(error)")
        }
    }

    private mutating func kind(of record: borrowing ScannedRecord) -> PastKind {
        let number = record.kindNumber
        if number < kinds.count, let kind = kinds[number] { return kind }
        while kinds.count <= number { kinds.append(nil) }
        let kind = PastKind(record.kind)
        kinds[number] = kind
        return kind
    }
}
