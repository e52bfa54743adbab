// The database itself refuses what would change history, whoever asks.

import Catalog
import JournalStore
import Testing

@Suite struct `Another tool` {
    let place: TemporaryJournal

    init() async throws {
        place = try TemporaryJournal()
        let journal = try place.open()
        try await fill(journal, clock: place.clock)
        journal.close()
    }

    static let writes = [
        "INSERT INTO events SELECT 13, time, run, system, kind, version, subjects, cause, body_hash, hash, body FROM events WHERE sequence = 12",
        "INSERT INTO events SELECT * FROM events WHERE sequence = 12",
        "INSERT OR REPLACE INTO events SELECT * FROM events WHERE sequence = 5",
        "INSERT OR IGNORE INTO events SELECT * FROM events WHERE sequence = 5",
        "REPLACE INTO events SELECT 3, time, run, system, kind, version, subjects, cause, body_hash, hash, '{}' FROM events WHERE sequence = 5",
        "INSERT INTO events SELECT NULL, time, run, system, kind, version, subjects, cause, body_hash, hash, body FROM events WHERE sequence = 5",
        "INSERT INTO events SELECT 14, time, run, system, kind, version, subjects, cause, body_hash, hash, body FROM events WHERE sequence = 5",
        "INSERT INTO events SELECT * FROM events WHERE sequence = 5 ON CONFLICT (sequence) DO UPDATE SET time = 0",
        "UPDATE events SET body = '{}' WHERE sequence = 3",
        "UPDATE events SET body = NULL WHERE sequence = 3",
        "UPDATE OR REPLACE events SET sequence = 4 WHERE sequence = 3",
        "UPDATE OR IGNORE events SET time = 0",
        "DELETE FROM events WHERE sequence = 12",
        "DELETE FROM events",
        "INSERT INTO names VALUES (99, 'x')",
        "INSERT OR REPLACE INTO names VALUES (1, 'x')",
        "UPDATE names SET name = 'x' WHERE id = 1",
        "DELETE FROM names",
        "INSERT OR REPLACE INTO blobs SELECT * FROM blobs WHERE id = 1",
        "UPDATE blobs SET size = 0",
        "DELETE FROM blobs WHERE id = 2",
        "INSERT INTO journal VALUES (2, 'x', x'00112233445566778899aabbccddeeff', 0)",
        "INSERT OR REPLACE INTO journal VALUES (1, 'x', x'00112233445566778899aabbccddeeff', 0)",
        "UPDATE journal SET created = 0",
        "DELETE FROM journal",
        "INSERT INTO names VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET name = 'x'",
        "INSERT OR IGNORE INTO names VALUES (1, 'x')",
        "INSERT INTO names VALUES (NULL, 'x')",
        "INSERT INTO blobs SELECT 9, sequence, hash, size, checksum, data FROM blobs WHERE id = 1",
        "INSERT INTO blobs SELECT * FROM blobs WHERE id = 1 ON CONFLICT (id) DO UPDATE SET size = 0",
        "UPDATE OR REPLACE blobs SET id = 2 WHERE id = 1",
        "UPDATE OR REPLACE names SET id = 2 WHERE id = 1",
        "INSERT INTO journal VALUES (1, 'x', zeroblob(16), 0) ON CONFLICT (one) DO UPDATE SET created = 0",
    ]

    /// What plysync does to its index, and nobody else may.
    static let indexWrites = [
        "INSERT INTO subject_index VALUES (1, 0) ON CONFLICT (one) DO UPDATE SET through = 0",
        "REPLACE INTO subject_index VALUES (1, 0)",
        "UPDATE subject_index SET through = 0",
        "DELETE FROM subject_index",
        "INSERT INTO subjects VALUES ('sku:x', 99)",
        "REPLACE INTO subjects VALUES ('sku:0', 99)",
        "UPDATE subjects SET id = id + 1",
        "DELETE FROM subjects",
        "INSERT INTO event_subjects VALUES (1, 12, 'source')",
        "REPLACE INTO event_subjects SELECT * FROM event_subjects",
        "UPDATE event_subjects SET role = 'source'",
        "DELETE FROM event_subjects",
    ]

    @Test(arguments: writes + indexWrites) func `cannot write to it`(_ sql: String) throws {
        do {
            let tool = try RawSQLite(place.path)
            #expect(throws: RawSQLite.Failure.self) { try tool.execute(sql) }
            #expect(throws: RawSQLite.Failure.self) {
                try tool.execute("PRAGMA recursive_triggers = ON; \(sql)")
            }
        }
        #expect(
            try Journal.verify(at: place.path).description
                == "valid, 12 events, 0 redacted, 3 blobs")
    }

    /// The same with the function, where only the conditions of the triggers are in the way; the
    /// first would be a rightful append, and only its hash would give it away.
    @Test(arguments: writes.dropFirst())
    func `cannot rewrite it with our function either`(_ sql: String) throws {
        do {
            let tool = try RawSQLite(place.path, knowsFunction: true)
            #expect(throws: RawSQLite.Failure.self) { try tool.execute(sql) }
        }
        #expect(try Journal.verify(at: place.path).isValid)
    }

    @Test(arguments: [
        "INSERT INTO events VALUES (13, 1, 1, 1, 1, 1, '[]', '[]', zeroblob(32), zeroblob(32), '{}')",
        "INSERT INTO names VALUES (10, 'x')",
        "UPDATE events SET body = NULL",
    ])
    func `is told who may write`(_ sql: String) throws {
        let tool = try RawSQLite(place.path)
        let error = #expect(throws: RawSQLite.Failure.self) { try tool.execute(sql) }
        #expect(error?.description == "no such function: only_plysync_writes")
    }

    @Test func `reads it with names and dates`() throws {
        let tool = try RawSQLite(place.path)
        let lines = try tool.text(
            """
            SELECT time || ' ' || run || ' ' || system || ' ' || kind || ' ' || subjects || cause
            FROM event_log WHERE sequence IN (2, 12)
            """)
        #expect(
            lines == [
                #"2026-03-01T08:30:00.000000Z run-a amazon:A2EXAMPLE:US ProductExported ["asin:US/B07X8Z63ZL"][1]"#,
                #"2026-03-01T08:30:03.280000Z run-c \#(plytix) AttributesSet ["sku:0"][]"#,
            ])
        #expect(
            try tool.text("SELECT body ->> 'number' FROM event_log WHERE sequence = 7") == ["7"])
    }

    @Test func `may blank a body only where a later event demands it`() async throws {
        do {
            let journal = try place.open()
            _ = try await journal.append(
                [
                    draft(
                        "BodyRedacted", ["run:1"], system: .plysync,
                        cause: [.sequence(2), .sequence(7)])
                ],
                run: run)
            journal.close()
        }
        do {
            let tool = try RawSQLite(place.path, knowsFunction: true)
            try tool.execute("UPDATE events SET body = NULL WHERE sequence = 2")
            for sql in [
                "UPDATE events SET body = NULL WHERE sequence = 2",
                "UPDATE events SET body = NULL WHERE sequence = 3",
                "UPDATE events SET body = NULL, time = 0 WHERE sequence = 7",
                "UPDATE events SET body = '{}' WHERE sequence = 2",
            ] {
                #expect(throws: RawSQLite.Failure.self) { try tool.execute(sql) }
            }
        }
        #expect(
            try Journal.verify(at: place.path).description
                == "valid, 13 events, 1 redacted, 3 blobs")
        #expect(try Checker.run(place.path).status == 0)
        let reader = try JournalReader.open(at: place.path)
        #expect(try reader.record(2)?.body == nil)
        #expect(try reader.stats().redacted == 1)
        do {
            let tool = try RawSQLite(place.path)
            try tool.pastTriggers {
                try tool.execute("UPDATE events SET body = NULL WHERE sequence = 3")
            }
        }
        #expect(try Journal.verify(at: place.path).findings == [.redactedByNobody(3)])
        #expect(try Checker.run(place.path).status == 1)
    }
}
