// The replay's road: events one by one, without a copy.

import Catalog

extension JournalReader {
    /// How many events are copied at a time where SQLite must not be held meanwhile.
    private static let chunk = 512

    /// Calls `body` for every event behind `after`, in order, until `body` throws.
    ///
    /// The events are those that the journal had when the scan began. `body` may ask this reader
    /// other questions. It ends with `through`, where that is given. Of `kinds` those that are not
    /// named cost next to nothing, since they are not looked into; nil stands for all.
    ///
    ///     try reader.scan(after: snapshot.sequence, kinds: ["ProductExported"]) { event in
    ///         guard let body = event.body else { return }
    ///         try state.apply(event.sequence, decode(body))
    ///     }
    ///
    /// - Throws: what `body` throws, or a `JournalError`.
    package func scan<Failure: Error>(
        after: Int = 0, through: Int? = nil, kinds: Set<String>? = nil,
        _ body: (borrowing ScannedRecord) throws(Failure) -> Void
    ) throws {
        do throws(ScanStop<Failure>) {
            try stopping(after: after, through: through, kinds: kinds, body)
        } catch {
            switch error {
            case .journal(let error): throw error
            case .body(let error): throw error
            }
        }
    }

    /// The same for a body that does not throw.
    package func scan(
        after: Int = 0, through: Int? = nil, kinds: Set<String>? = nil,
        _ body: (borrowing ScannedRecord) -> Void
    ) throws(JournalError) {
        do throws(ScanStop<Never>) {
            try stopping(after: after, through: through, kinds: kinds, body)
        } catch {
            switch error {
            case .journal(let error): throw error
            }
        }
    }

    /// Calls `body` for the events of some numbers, ascending; of those that there are.
    package func scan<Failure: Error>(
        only sequences: [Int], _ body: (borrowing ScannedRecord) throws(Failure) -> Void
    ) throws {
        guard case .file(let pool) = source else {
            for sequence in sequences {
                try scan(after: sequence - 1, through: sequence, body)
            }
            return
        }
        let end = try pool.withConnection { reader throws(JournalError) in
            try reader.inOneView { () throws(JournalError) in
                Result { () throws(ScanStop<Failure>) in
                    for sequence in sequences {
                        try reader.scan(
                            after: sequence - 1, through: sequence, body)
                    }
                }
            }
        }
        do throws(ScanStop<Failure>) {
            try end.get()
        } catch {
            switch error {
            case .journal(let error): throw error
            case .body(let error): throw error
            }
        }
    }

    private func stopping<Failure: Error>(
        after: Int, through: Int?, kinds: Set<String>?,
        _ body: (borrowing ScannedRecord) throws(Failure) -> Void
    ) throws(ScanStop<Failure>) {
        let filter = EventFilter(kinds: kinds)
        switch source {
        case .file(let pool):
            let end = try ScanStop<Failure>.asking { () throws(JournalError) in
                try pool.withConnection { reader throws(JournalError) in
                    Result { () throws(ScanStop<Failure>) in
                        try reader.scan(
                            after: after, through: through ?? .max, filter: filter, body)
                    }
                }
            }
            try end.get()
        case .memory(let box):
            try copying(box, after: after, through: through, filter: filter, body)
        }
    }

    /// A scan that leaves the one connection to others while `body` runs.
    private func copying<Failure: Error>(
        _ box: WriterBox, after: Int, through: Int?, filter: EventFilter,
        _ body: (borrowing ScannedRecord) throws(Failure) -> Void
    ) throws(ScanStop<Failure>) {
        let last = try ScanStop<Failure>.asking { () throws(JournalError) in try head().sequence }
        let end = min(through ?? last, last)
        var position = after
        while position < end {
            let next = min(position + Self.chunk, end)
            let copies = try ScanStop<Failure>.asking { () throws(JournalError) in
                try box.withWriter { writer throws(JournalError) in
                    try writer.reading.copies(after: position, through: next, filter: filter)
                }
            }
            for row in copies.rows {
                do throws(Failure) {
                    try row.withRecord(copies.context, body)
                } catch {
                    throw .body(error)
                }
            }
            position = next
        }
    }
}

/// Copies of some events, with the names that they use.
struct CopiedRows: Sendable {
    let rows: [CopiedRow]
    let context: ScanContext
}

extension ReaderConnection {
    /// Copies of the events between two numbers.
    fileprivate func copies(
        after: Int, through: Int, filter: EventFilter
    ) throws(JournalError) -> CopiedRows {
        var rows: [CopiedRow] = []
        do throws(ScanStop<Never>) {
            try scan(after: after, through: through, filter: filter) { rows.append(CopiedRow($0)) }
        } catch {
            switch error {
            case .journal(let error): throw error
            }
        }
        return CopiedRows(rows: rows, context: context)
    }
}
