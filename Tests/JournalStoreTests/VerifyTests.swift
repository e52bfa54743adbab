// Whatever is changed in a journal is found, and named; the independent checker agrees.

import Catalog
import CSQLite
import Foundation
import JournalStore
import Testing

@Suite struct `Verification` {
    let place: TemporaryJournal
    let head: JournalHead

    init() async throws {
        place = try TemporaryJournal()
        let journal = try place.open()
        try await fill(journal, clock: place.clock)
        head = try journal.head()
        journal.close()
    }

    private var kept: String { "\(head.sequence):\(head.hash)" }

    /// A change past all triggers, in SQL, and what is to be found.
    struct Damage: CustomTestStringConvertible, Sendable {
        let sql: String
        let findings: [Finding]
        var head = false
        var testDescription: String { sql }

        init(_ sql: String, _ findings: Finding..., head: Bool = false) {
            self.sql = sql
            self.findings = findings
            self.head = head
        }
    }

    private static let columns =
        "time, run, system, kind, version, subjects, cause, body_hash, hash, body"

    static let damages = [
        Damage("UPDATE events SET time = time + 1 WHERE sequence = 1", .event(1, .header)),
        Damage("UPDATE events SET run = 2 WHERE sequence = 3", .event(3, .header)),
        Damage("UPDATE events SET system = 5 WHERE sequence = 3", .event(3, .header)),
        Damage("UPDATE events SET kind = kind - 1 WHERE sequence = 5", .event(5, .header)),
        Damage("UPDATE events SET version = 2 WHERE sequence = 12", .event(12, .header)),
        // Past the four bytes of it that are hashed.
        Damage(
            "UPDATE events SET version = version + 4294967296 WHERE sequence = 3",
            .event(3, .header)),
        Damage(
            "UPDATE events SET sequence = -1 WHERE sequence = 12",
            .event(-1, .rule("its number is below 1")), .subjectIndex),
        Damage("UPDATE events SET subjects = '[]' WHERE sequence = 4", .event(4, .header)),
        Damage("UPDATE events SET cause = '[1]' WHERE sequence = 4", .event(4, .header)),
        Damage("UPDATE events SET body = '{ }' WHERE sequence = 4", .event(4, .body)),
        Damage(
            "UPDATE events SET body_hash = zeroblob(32) WHERE sequence = 4", .event(4, .bodyHash)),
        Damage("UPDATE events SET hash = zeroblob(32) WHERE sequence = 4", .event(4, .hash)),
        Damage(
            "UPDATE events SET body = '{ }', time = 0 WHERE sequence = 4", .event(4, .several)),
        Damage("UPDATE events SET body = NULL WHERE sequence = 4", .redactedByNobody(4)),
        Damage("DELETE FROM events WHERE sequence = 6", .event(6, .missing)),
        Damage("DELETE FROM events WHERE sequence = 1", .event(1, .missing)),
        Damage(
            """
            DELETE FROM events WHERE sequence = 6;
            UPDATE events SET sequence = sequence - 1 WHERE sequence > 6
            """, .event(6, .header)),
        Damage(
            """
            UPDATE events SET sequence = 100 WHERE sequence = 6;
            UPDATE events SET sequence = 6 WHERE sequence = 7;
            UPDATE events SET sequence = 7 WHERE sequence = 100
            """, .event(6, .header)),
        Damage(
            "INSERT INTO events SELECT 13, \(columns) FROM events WHERE sequence = 12",
            .event(13, .header)),
        Damage(
            "UPDATE names SET name = 'ProductDeleted' WHERE name = 'ProductCreated'",
            .event(4, .header)),
        Damage("INSERT INTO names VALUES (99, 'x')", .event(1, .unreadable("name 12 is missing"))),
        Damage("INSERT INTO names SELECT max(id) + 1, 'x' FROM names", .name(12)),
        Damage(
            "UPDATE names SET id = 99 WHERE id = 4",
            .event(1, .unreadable("name 4 is missing"))),
        Damage(
            "UPDATE names SET name = 'run-b' WHERE name = 'run-c'", .event(6, .header)),
        Damage(
            """
            UPDATE events SET run = 10 WHERE sequence = 2;
            UPDATE names SET name = 'run-a' WHERE id = 10
            """, .name(4)),
        Damage("UPDATE journal SET created = created + 1", .event(1, .header)),
        Damage("UPDATE journal SET id = zeroblob(16)", .event(1, .header)),
        Damage(
            "UPDATE journal SET format = 'x'",
            .damage("its table journal does not say which journal it is")),
        Damage(
            "UPDATE blobs SET data = zeroblob(length(data)) WHERE id = 2",
            .blob(2, "its data or their checksum were changed")),
        Damage(
            "UPDATE blobs SET checksum = checksum + 1 WHERE id = 2",
            .blob(2, "its data or their checksum were changed")),
        Damage(
            "UPDATE blobs SET size = size + 1 WHERE id = 2",
            .blob(2, "its data do not give a content of its size")),
        Damage(
            "UPDATE blobs SET hash = zeroblob(32) WHERE id = 2",
            .event(3, .header), .blob(2, "its hash was changed")),
        Damage("UPDATE blobs SET sequence = 3 WHERE id = 1", .event(1, .header)),
        Damage("DELETE FROM blobs WHERE id = 3", .event(3, .header)),
        Damage("DELETE FROM blobs WHERE id = 1", .event(1, .header), .blob(1, "it is missing")),
        Damage("DELETE FROM event_subjects WHERE sequence = 3", .subjectIndex),
        Damage("UPDATE event_subjects SET role = 'target' WHERE role = 'canonical'", .subjectIndex),
        Damage("UPDATE subjects SET name = 'sku:other' WHERE name = 'sku:0'", .subjectIndex),
        Damage("UPDATE subject_index SET through = 13", .subjectIndex),
        Damage("DROP VIEW event_log", .schema("view event_log is missing")),
        Damage(
            "CREATE TABLE notes (text)", .schema("table notes does not belong here")),
        Damage("DROP INDEX blobs_by_hash", .schema("index blobs_by_hash is missing")),
        Damage(
            """
            DELETE FROM events WHERE sequence > 9;
            DELETE FROM event_subjects WHERE sequence > 9;
            UPDATE subject_index SET through = 9
            """, .cut(kept: 12, last: 9), head: true),
    ]

    @Test(arguments: damages) func `names what was changed`(_ damage: Damage) throws {
        do {
            let tool = try RawSQLite(place.path)
            try tool.pastTriggers { try tool.execute(damage.sql) }
        }
        let found = try Journal.verify(at: place.path, head: damage.head ? head : nil)
        #expect(found.findings == damage.findings)
        let answer = try Checker.run(place.path, head: damage.head ? kept : nil)
        #expect(answer.status == 1, "\(answer.output)")
        if damage.head {
            #expect(try Journal.verify(at: place.path).isValid)
            #expect(try Checker.run(place.path).status == 0)
        }
    }

    @Test func `finds nothing where nothing was changed`() throws {
        let found = try Journal.verify(at: place.path, head: head)
        #expect(found.description == "valid, 12 events, 0 redacted, 3 blobs")
        #expect(found.head == head)
        let answer = try Checker.run(place.path, head: kept)
        #expect(answer.output == "\(found); head \(kept)\n")
    }

    @Test(arguments: [
        "time", "run", "system", "kind", "version", "subjects", "cause", "body_hash", "hash",
        "body",
    ])
    func `finds any changed byte of any column`(_ column: String) throws {
        var random = Numbers(seed: 20_260_301)
        for _ in 0..<12 {
            let sequence = Int.random(in: 1...12, using: &random)
            let copy = try place.copy("\(column)-\(UInt32.random(in: 0 ... .max, using: &random))")
            do {
                let tool = try RawSQLite(copy)
                let value = "SELECT \(column) FROM events WHERE sequence = \(sequence)"
                let type = try tool.text("SELECT typeof((\(value)))")
                try tool.pastTriggers {
                    let update = "UPDATE events SET \(column) = "
                    let place = " WHERE sequence = \(sequence)"
                    guard type != ["integer"] else {
                        let bit = Int.random(in: 0..<3, using: &random)
                        let bits = "(\(column) | \(1 << bit)) - (\(column) & \(1 << bit))"
                        return try tool.execute(update + bits + place)
                    }
                    var bytes = try tool.bytes(value)
                    let index = bytes.indices.randomElement(using: &random) ?? 0
                    bytes[index] ^= UInt8.random(in: 1...255, using: &random)
                    try tool.execute(update + "?1" + place, bytes, asText: type == ["text"])
                }
            }
            let found = try Journal.verify(at: copy, depth: .chain)
            #expect(found.events == sequence - 1, "event \(sequence)")
            guard case .event(sequence, _)? = found.findings.first else {
                Issue.record("event \(sequence): \(found)")
                continue
            }
        }
        #expect(try Checker.run(place.path).status == 0)
    }

    /// Changes the file itself, where SQLite does not look.
    @Test(arguments: [
        "Größe 9½", "canonical=sku:MCA0032-105W", "amazon:A2EXAMPLE:US", "plysync-journal-1",
        "an event is never deleted", "lower(hex(events.hash))", "sku:tab", "SHA-256 of the body",
    ])
    func `finds any changed byte of a text in the file`(_ text: String) throws {
        var random = Numbers(seed: 7)
        let whole = try Data(contentsOf: URL(fileURLWithPath: place.path))
        let places = whole.ranges(of: Data(text.utf8))
        try #require(!places.isEmpty)
        for (number, place) in places.enumerated() {
            var changed = whole
            changed[place.randomElement(using: &random) ?? 0] ^= UInt8.random(
                in: 1...127, using: &random)
            let copy = self.place.folder + "/changed-\(number)"
            try changed.write(to: URL(fileURLWithPath: copy))
            #expect(try !Journal.verify(at: copy).isValid)
        }
    }

    @Test func `finds any changed byte of a blob in the file`() throws {
        let whole = try Data(contentsOf: URL(fileURLWithPath: place.path))
        let data = Data(try RawSQLite(place.path).bytes("SELECT data FROM blobs WHERE id = 1"))
        let range = try #require(whole.firstRange(of: data))
        for index in range {
            var changed = whole
            changed[index] ^= 0x42
            let copy = place.folder + "/changed"
            try changed.write(to: URL(fileURLWithPath: copy))
            #expect(try !Journal.verify(at: copy).isValid)
        }
    }

    @Test func `finds a history that was written anew`() async throws {
        let other = try TemporaryJournal()
        let journal = try other.open()
        try await fill(journal, clock: other.clock)
        _ = try await journal.append([draft()], run: run)
        let found = try journal.reader().verify(head: head)
        #expect(found.isValid)
        let record = try #require(try journal.reader().record(13))
        let kept = JournalHead(sequence: 12, hash: record.hash)
        #expect(try journal.reader().verify(head: kept).findings == [.otherHistory(12)])
    }

    @Test(arguments: 0..<40) func `never crashes on a broken file`(_ seed: Int) throws {
        var random = Numbers(seed: UInt64(seed))
        var bytes = try Data(contentsOf: URL(fileURLWithPath: place.path))
        for _ in 0..<Int.random(in: 1...30, using: &random) {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
                in: 0 ... .max, using: &random)
        }
        if seed % 3 == 0 { bytes = bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)) }
        try bytes.write(to: URL(fileURLWithPath: place.path))
        // Any answer is right but a crash; most bytes of a small file are unused.
        do throws(JournalError) {
            _ = try Journal.verify(at: place.path)
            let reader = try JournalReader.open(at: place.path)
            _ = try reader.records(after: 0)
            _ = try reader.stats()
        } catch {
            #expect(!error.description.isEmpty)
        }
    }
}

/// Seeded numbers: the same in every run (SplitMix64).
struct Numbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
