// Every byte of every row: whatever is changed, verification names the event and what is wrong.

import Catalog
import CSQLite
@testable import JournalStore
import Testing

@Suite struct `A journal in which one byte is changed` {
    let place: TemporaryJournal
    /// In one transaction that is never committed, without triggers.
    let tool: Connection

    init() async throws {
        place = try TemporaryJournal()
        let journal = try place.open()
        try await fill(journal, clock: place.clock, events: 7)
        journal.close()
        tool = try Connection(place.path, flags: SQLite.write)
        try tool.execute("BEGIN")
        for trigger in try tool.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger'", row: { $0.text(0) })
        {
            try tool.execute("DROP TRIGGER \(trigger)")
        }
    }

    /// A place of a byte: column, key of the row, and which byte of the value.
    struct Place: CustomStringConvertible {
        let table: String
        let column: String
        let row: Int
        let byte: Int

        var description: String { "byte \(byte) of \(table).\(column) in row \(row)" }
    }

    /// Changes each byte of a column in all rows, one after the other, and hands on what is found;
    /// numbers are taken for eight bytes.
    private func eachByte(
        of table: String, _ column: String, depth: JournalStore.Verification.Depth,
        _ look: (Place, JournalStore.Verification) throws -> Void
    ) throws {
        var changes = 0
        for row in try ints("SELECT rowid FROM \(table) ORDER BY rowid") {
            let whole = try value("SELECT \(column) FROM \(table) WHERE rowid = \(row)")
            for byte in whole.bytes.indices {
                try tool.execute("SAVEPOINT change")
                defer { try? tool.execute("ROLLBACK TO change; RELEASE change") }
                var changed = whole
                changed.bytes[byte] ^= UInt8(1 + (row + byte) % 255)
                let set = "UPDATE \(table) SET \(column) = ?1 WHERE rowid = \(row)"
                // SQLite itself refuses a number that another row has.
                guard try isDone(set, with: changed) else { continue }
                changes += 1
                try look(
                    Place(table: table, column: column, row: row, byte: byte), verify(depth))
            }
        }
        #expect(changes > 0)
    }

    private func verify(_ depth: JournalStore.Verification.Depth, head: JournalHead? = nil)
        -> JournalStore.Verification
    {
        Verifier.run(ReaderConnection(tool, path: place.path), head: head, depth: depth)
    }

    // MARK: Rows

    @Test(arguments: [
        "time", "run", "system", "kind", "version", "subjects", "cause", "body_hash", "hash",
        "body",
    ])
    func `is wrong at the event that has the byte`(_ column: String) throws {
        try eachByte(of: "events", column, depth: .chain) { place, found in
            #expect(found.events == place.row - 1, "\(place): \(found)")
            guard found.findings.count == 1, case .event(place.row, let fault) = found.findings[0]
            else {
                Issue.record("\(place): \(found)")
                return
            }
            let isNamed =
                switch (column, fault) {
                case ("body", .body), ("body_hash", .bodyHash), ("hash", .hash): true
                // Behind the last event nothing tells which of the two was there first.
                case ("hash", .header): place.row == 7
                case ("run", .unreadable), ("system", .unreadable), ("kind", .unreadable): true
                case ("body", _), ("body_hash", _), ("hash", _): false
                case (_, .header): true
                default: false
                }
            #expect(isNamed, "\(place): \(fault)")
        }
    }

    @Test func `is wrong where the event with another number is missing`() throws {
        try eachByte(of: "events", "sequence", depth: .chain) { place, found in
            guard case .event(let sequence, let fault)? = found.findings.first else {
                Issue.record("\(place): \(found)")
                return
            }
            // Nobody misses the last event; but where it is now, there is none.
            let isStray = sequence < 1 && fault == .rule("its number is below 1")
            #expect(
                sequence == place.row && fault == .missing || place.row == 7 && isStray,
                "\(place): \(found)")
        }
    }

    @Test(arguments: ["id", "name"]) func `is wrong at the first event with the name`(
        _ column: String
    ) throws {
        let first = try ints(
            """
            SELECT (SELECT min(sequence) FROM events WHERE names.id IN (run, system, kind))
            FROM names ORDER BY id
            """)
        try eachByte(of: "names", column, depth: .chain) { place, found in
            switch found.findings.first {
            case .event(first[place.row - 1], .header)? where column == "name": break
            case .event(_, .unreadable(let what))? where column == "id":
                #expect(what.hasSuffix("is missing"), "\(place): \(found)")
            default: Issue.record("\(place): \(found)")
            }
        }
    }

    @Test(arguments: ["format", "id", "created"]) func `is wrong from the start`(
        _ column: String
    ) throws {
        try eachByte(of: "journal", column, depth: .chain) { place, found in
            let expected =
                column == "format"
                ? Finding.damage("its table journal does not say which journal it is")
                : .event(1, .header)
            #expect(found.findings == [expected], "\(place)")
        }
    }

    @Test(arguments: ["id", "sequence", "hash", "size", "checksum", "data"])
    func `is wrong at the blob, or at the event with which it came`(_ column: String) throws {
        let came = try ints("SELECT sequence FROM blobs ORDER BY id")
        try eachByte(of: "blobs", column, depth: .everything) { place, found in
            let isFound = found.findings.contains { finding in
                switch finding {
                case .blob(let number, _): number <= place.row
                case .event(let sequence, .header):
                    ["id", "sequence", "hash"].contains(column) && came.contains(sequence)
                default: false
                }
            }
            #expect(isFound, "\(place): \(found.findings)")
        }
    }

    @Test(arguments: [
        ("subjects", "name"), ("subjects", "id"), ("event_subjects", "subject"),
        ("event_subjects", "sequence"), ("event_subjects", "role"),
    ])
    func `is wrong in the index`(_ table: String, _ column: String) throws {
        // Tables without rowids have no handle for one row but all of it; a copy has.
        try tool.execute(
            """
            CREATE TEMP TABLE copy AS SELECT * FROM main.\(table);
            DELETE FROM main.\(table)
            """)
        for row in try ints("SELECT rowid FROM temp.copy") {
            try tool.execute("SAVEPOINT change; INSERT INTO main.\(table) SELECT * FROM temp.copy")
            defer { try? tool.execute("ROLLBACK TO change; RELEASE change") }
            let type = column == "name" || column == "role" ? "|| 'x'" : "+ 1000"
            let keys = table == "subjects" ? "(name)" : "(subject, sequence, role)"
            try tool.execute(
                """
                UPDATE main.\(table) SET \(column) = \(column) \(type)
                WHERE \(keys) = (SELECT \(keys.dropFirst().dropLast()) FROM temp.copy
                    WHERE rowid = \(row))
                """)
            #expect(verify(.everything).findings.contains(.subjectIndex), "row \(row)")
        }
    }

    // MARK: Events that come and go

    @Test(arguments: 1...7) func `or from which an event is gone is wrong there`(_ gone: Int) throws
    {
        let head = try ReaderConnection(tool, path: place.path).head()
        try tool.execute("DELETE FROM events WHERE sequence = \(gone)")
        let found = verify(.chain, head: head)
        #expect(
            found.findings.first
                == (gone == 7 ? .cut(kept: 7, last: 6) : .event(gone, .missing)))
        try tool.execute("UPDATE events SET sequence = sequence - 1 WHERE sequence > \(gone)")
        if gone < 7 { #expect(verify(.chain).findings == [.event(gone, .header)]) }
        try tool.execute("DELETE FROM events WHERE sequence >= \(gone)")
        #expect(verify(.chain, head: head).findings.contains(.cut(kept: 7, last: gone - 1)))
    }

    @Test(arguments: 1...7) func `or into which an event was put is wrong there`(_ new: Int) throws
    {
        try tool.execute(
            """
            UPDATE events SET sequence = -sequence WHERE sequence >= \(new);
            UPDATE events SET sequence = 1 - sequence WHERE sequence < 0;
            INSERT INTO events SELECT \(new), time, run, system, kind, version, subjects, cause,
                body_hash, hash, body FROM events WHERE sequence = \(new + 1)
            """)
        // It is the old event again, so that the next is the first that does not follow.
        #expect(verify(.chain).findings == [.event(new + 1, .header)])
    }

    @Test(arguments: 1...6) func `or in which two events changed places is wrong there`(
        _ first: Int
    ) throws {
        try tool.execute(
            """
            UPDATE events SET sequence = -1 WHERE sequence = \(first);
            UPDATE events SET sequence = \(first) WHERE sequence = \(first + 1);
            UPDATE events SET sequence = \(first + 1) WHERE sequence = -1
            """)
        #expect(verify(.chain).findings == [.event(first, .header)])
    }

    // MARK: SQL

    /// A value of a row as bytes, and as what it is bound again.
    private struct Value {
        enum Kind { case int, text, blob }
        let kind: Kind
        var bytes: [UInt8]
    }

    private func ints(_ sql: String) throws -> [Int] {
        let statement = try Statement(sql, on: tool.handle)
        var ints: [Int] = []
        while try statement.step() { ints.append(statement.int(0)) }
        return ints
    }

    private func value(_ sql: String) throws -> Value {
        let statement = try Statement(sql, on: tool.handle)
        try #require(try statement.step())
        switch statement.type(0) {
        case SQLITE_INTEGER:
            return Value(
                kind: .int, bytes: withUnsafeBytes(of: statement.int(0).bigEndian, Array.init))
        case SQLITE_TEXT: return Value(kind: .text, bytes: Array(statement.bytes(0)))
        default: return Value(kind: .blob, bytes: Array(statement.bytes(0)))
        }
    }

    private func isDone(_ sql: String, with value: Value) throws -> Bool {
        let statement = try Statement(sql, on: tool.handle)
        value.bytes.withUnsafeBytes { bytes in
            switch value.kind {
            case .int: statement.bind(1, Int(bigEndian: bytes.loadUnaligned(as: Int.self)))
            case .text: statement.bind(1, text: bytes)
            case .blob: statement.bind(1, blob: bytes)
            }
        }
        do throws(SQLiteFailure) {
            _ = try statement.step()
            return true
        } catch {
            guard error.primary == SQLITE_CONSTRAINT else { throw error }
            return false
        }
    }
}
