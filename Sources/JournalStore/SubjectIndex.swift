// The derived index: which events are about a subject. The chain does not cover it; `verify`
// compares it with the events, and it can be rebuilt from them.

import Catalog

/// The writer's side of the index.
///
/// A subject's entries lie anywhere in the index, so that each event on its own would cost a page
/// or two at its commit. Entries are therefore collected, and written many at a time; whoever asks
/// looks into the last events too. A crash loses nothing: they are collected again at the opening.
struct SubjectIndex {
    /// Entries are written when there are so many.
    private static let pendingMax = 4096

    private var pending: [Entry] = []
    /// The last event that was entered.
    private var through: Int
    /// How many subjects have a number.
    private var count: Int

    private let subjects = RowInsert("INSERT INTO subjects (name, id)", columns: 2)
    private let entries = RowInsert(
        "INSERT OR IGNORE INTO event_subjects (subject, sequence, role)", columns: 3)

    private struct Entry {
        let reference: SubjectReference
        let sequence: Int
    }

    /// Collects what the index of a journal lacks.
    init(_ connection: Connection) throws(SQLiteFailure) {
        through = try connection.int("SELECT through FROM subject_index")
        // Each subject has an entry, and entries are ordered by subject.
        count = try connection.int("SELECT ifnull(max(subject), 0) FROM event_subjects")
        let events = try connection.statement(
            "SELECT sequence, subjects FROM events WHERE sequence > ?1")
        defer { events.reset() }
        events.bind(1, through)
        while try events.step() {
            let sequence = events.int(0)
            guard let subjects = ColumnText.subjects(events.bytes(1)) else {
                throw .corrupt("the subjects of event \(sequence) are not as they are written")
            }
            add(subjects, sequence: sequence)
            // A journal that was never indexed must not fill the memory.
            if isFull, connection.isInTransaction { try write(to: connection) }
        }
    }

    /// True when it is time to write.
    var isFull: Bool { pending.count >= Self.pendingMax }

    /// Enters an event under its subjects.
    mutating func add(_ subjects: [SubjectReference], sequence: Int) {
        for reference in subjects {
            pending.append(Entry(reference: reference, sequence: sequence))
        }
        through = sequence
    }

    /// The highest number of an event about the subject; 0 when there is none.
    func last(of subject: Subject, in connection: Connection) throws(SQLiteFailure) -> Int {
        // Few ask, and what is pending is little: it costs nobody else a table.
        if let last = pending.last(where: { $0.reference.subject == subject }) {
            return last.sequence
        }
        return try connection.first(
            """
            SELECT max(sequence) FROM event_subjects
            WHERE subject = (SELECT id FROM subjects WHERE name = ?1)
            """
        ) {
            $0.bind(1, text: subject.text)
        } row: {
            $0.int(0)
        } ?? 0
    }

    /// Writes what was collected, in a transaction of the caller's.
    mutating func write(to connection: Connection) throws(SQLiteFailure) {
        // In the order of the index, so that each of its pages is gone to once.
        pending.sort { $0.reference.subject < $1.reference.subject }
        var numbers: [Int] = []
        numbers.reserveCapacity(pending.count)
        var fresh: [Subject] = []
        var last: Subject?
        var number = 0
        for entry in pending {
            let subject = entry.reference.subject
            if subject != last {
                number = try self.number(of: subject, in: connection, fresh: &fresh)
                last = subject
            }
            numbers.append(number)
        }
        let first = count - fresh.count + 1
        try subjects.run(rows: fresh.count, on: connection) { statement, row, place in
            statement.bind(place, text: fresh[row].text)
            statement.bind(place + 1, first + row)
        }
        try entries.run(rows: pending.count, on: connection) { statement, row, place in
            statement.bind(place, numbers[row])
            statement.bind(place + 1, pending[row].sequence)
            statement.bind(place + 2, text: pending[row].reference.role?.rawValue ?? "")
        }
        let mark = try connection.statement("UPDATE subject_index SET through = ?1")
        mark.bind(1, through)
        try mark.run()
        pending.removeAll(keepingCapacity: true)
    }

    /// The number of a subject; one that has none yet gets the next, and comes to the others that
    /// are to be inserted.
    private mutating func number(
        of subject: Subject, in connection: Connection, fresh: inout [Subject]
    ) throws(SQLiteFailure) -> Int {
        let known = try connection.first("SELECT id FROM subjects WHERE name = ?1") {
            $0.bind(1, text: subject.text)
        } row: {
            $0.int(0)
        }
        if let known { return known }
        count += 1
        fresh.append(subject)
        return count
    }
}
