// Journals of every released format, as they were written then, read by today's program.

import Audit
import Catalog
import CSQLite
import Events
import Foundation
import JournalStore
import Projections
import Sync
import TestSupport
import Testing

@Suite struct `A journal of a released format` {
    /// A text in `journal/golden/`: SQL that makes the journal, and its head in the first line.
    struct Golden: CustomTestStringConvertible {
        let file: URL
        var testDescription: String { file.lastPathComponent }

        static let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "journal/golden")

        static let all =
            ((try? FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: nil)) ?? [])
            .filter { $0.pathExtension == "sql" }.map(Golden.init)

        /// Makes the journal at a path, and gives back the head that was kept.
        func restore(to path: String) throws -> JournalHead {
            let sql = try String(contentsOf: file, encoding: .utf8)
            var connection: OpaquePointer?
            defer { sqlite3_close(connection) }
            try #require(sqlite3_open(path, &connection) == SQLITE_OK)
            try #require(sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK)
            let head = try #require(sql.firstMatch(of: /^-- head (\d+):([0-9a-f]{64})\n/))
            return JournalHead(
                sequence: try #require(Int(head.1)),
                hash: try #require(Digest(hex: String(head.2))))
        }
    }

    private let folder: URL
    private var path: String { folder.appending(path: "plysync.journal").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "golden-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    @Test(arguments: Golden.all) func `is told in sentences and projected to the state of then`(
        _ golden: Golden
    ) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try golden.restore(to: path)
        let reader = try JournalReader.open(at: path)
        for record in try reader.records(after: 0) {
            let type = try #require(EventKinds.type(named: record.kind), "\(record.kind)")
            let event: any Event = try EventDecoding.decode(
                type, version: record.version, body: try #require(record.body))
            #expect(event.subjects == record.subjects)
            #expect(!record.sentence.contains("cannot be read"))
        }
        let state = try ProjectedState.replayed(from: reader)
        #expect(state.position == (try reader.records(after: 0).last?.sequence))
        let account = state.account(try #require(state.targets.system("default")))
        #expect(account.products.keys.sorted() == ["AMZN-US-B0C1TZKBAU"])
    }

    /// What a later program may have written: kept, shown and skipped.
    @Test(arguments: Golden.all) func `goes on, also with a kind that nobody knows yet`(
        _ golden: Golden
    ) async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let head = try golden.restore(to: path)
        let time = try #require(Instant("2030-01-01T00:00:00Z"))
        let options = JournalOptions(
            now: { time }, randomBytes: { [UInt8](repeating: 0, count: $0) },
            process: .init(pid: 1, host: "test"))
        let journal = try Journal.open(at: path, create: false, options: options)
        defer { journal.close() }
        let before = try ProjectedState.replayed(from: journal.reader())
        let unknown = RecordDraft(
            system: .plysync, kind: "PigeonReleased", version: 7,
            subjects: [SubjectReference(text: "pigeon:7")], cause: [.sequence(1)],
            body: Array(#"{"pigeon":7}"#.utf8))
        let appended = try await journal.append([unknown], run: RunID(text: "run-of-later"))
        #expect(appended.sequences.lowerBound == head.sequence + 1)

        let record = try #require(try journal.reader().record(head.sequence + 1))
        #expect(record.body == unknown.body)
        #expect(record.sentence == #"{"pigeon":7}"#)
        var selection = LogSelection()
        selection.subjects = [Subject(text: "pigeon:7")]
        var shown: [Int] = []
        _ = try selection.events(behind: 0, in: journal.reader()) { shown.append($0.sequence) }
        #expect(shown == [record.sequence])
        let after = try ProjectedState.replayed(from: journal.reader())
        #expect(
            Drawing.difference(from: before, to: after) == [
                "- .common.position = \(head.sequence)",
                "+ .common.position = \(head.sequence + 1)",
            ])
        #expect(try journal.reader().verify().isValid)
    }
}
