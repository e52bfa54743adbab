// What is redacted is gone, to the last byte, and nothing else is.

import Catalog
import Foundation
import JournalStore
import Testing

@Suite struct `A redaction` {
    let place: TemporaryJournal
    /// Stands in the body of event 13 and in the blob that came with it.
    private let secret = "Erika Mustermann, Musterstraße 7"
    /// Long enough for pages of its own.
    private let longSecret = String(repeating: "Max Muster wohnt hier. ", count: 9_000)
    private let item: Blob
    private let other = Blob(Array("raw item two".utf8))

    init() async throws {
        place = try TemporaryJournal()
        // Bytes that do not become fewer, so that they can be found.
        item = Blob(Array("Erika Mustermann".utf8) + (0..<300).map { UInt8($0 * 151 % 251) })
        let journal = try place.open()
        try await fill(journal, clock: place.clock)
        _ = try await journal.append(
            [
                draft(
                    "ProductExported", ["asin:US/B07X8Z63ZM"],
                    body: #"{"title":"\#(secret)","raw":"\#(item.digest)"}"#),
                draft("ProductExported", ["asin:US/B07X8Z63ZN"], body: #"{"t":"\#(longSecret)"}"#),
                draft(
                    "ProductExported", ["asin:US/B07X8Z63ZO"],
                    body: #"{"raw":"\#(other.digest)"}"#),
            ], run: run, blobs: [item])
        journal.close()
    }

    private func redaction(_ events: [Int], blobs: [Digest] = []) -> RecordDraft {
        draft(
            "BodyRedacted", blobs.map { "blob:\($0)" }, system: .plysync,
            cause: events.map { .sequence($0) })
    }

    /// Everything that lies beside the journal under its name.
    private func bytes() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: place.folder)
        where name.hasPrefix("plysync.journal") {
            files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(place.folder)/\(name)"))
        }
        return files
    }

    private func expectGone(
        _ texts: [Data], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for (name, file) in try bytes() {
            for text in texts where file.firstRange(of: text) != nil {
                Issue.record(
                    "\(name) holds \(String(decoding: text.prefix(30), as: UTF8.self))",
                    sourceLocation: sourceLocation)
            }
        }
    }

    @Test func `leaves no byte of a body or a raw item`() async throws {
        let data = Data(
            try RawSQLite(place.path).bytes("SELECT data FROM blobs WHERE id = 4"))
        let sought = [Data(secret.utf8), Data(longSecret.utf8.prefix(60)), data]
        for text in sought {
            #expect(try bytes().values.contains { $0.firstRange(of: text) != nil })
        }
        let journal = try place.open()
        let sequence = try await journal.redact(
            redaction([13, 14], blobs: [item.digest]), run: run)
        #expect(sequence == 16)
        #expect(try journal.eraseRemains())
        // While it is open, when its log is beside it.
        try expectGone(sought)
        journal.close()
        try expectGone(sought)

        let found = try Journal.verify(at: place.path)
        #expect(found.description == "valid, 16 events, 2 redacted, 4 blobs, 1 redacted")
        let head = try #require(found.head)
        let answer = try Checker.run(place.path, head: "\(head.sequence):\(head.hash)")
        #expect(answer.output == "\(found); head \(head.sequence):\(head.hash)\n")
        let reader = try JournalReader.open(at: place.path)
        #expect(try reader.record(13)?.body == nil)
        #expect(try reader.record(13)?.subjects.map(\.description) == ["asin:US/B07X8Z63ZM"])
        #expect(try reader.record(15)?.body != nil)
        #expect(try reader.blob(item.digest) == nil)
        #expect(try !reader.hasBlob(item.digest))
        #expect(try reader.blob(other.digest) == other.bytes)
        #expect(
            try reader.records(of: Subject(text: "blob:\(item.digest)")).map(\.sequence) == [16])
    }

    /// The numbers of the secrets that stand anywhere in the files.
    private func numbersFound() throws -> Set<Int> {
        let mark = Data("secret ".utf8)
        var found = Set<Int>()
        for file in try bytes().values {
            for range in file.ranges(of: mark) {
                let digits = file[range.upperBound...].prefix { (0x30...0x39).contains($0) }
                if let number = Int(String(decoding: digits, as: UTF8.self)) {
                    found.insert(number)
                }
            }
        }
        return found
    }

    @Test func `leaves no byte that SQLite moved about`() async throws {
        let journal = try place.open()
        // Rows of many sizes, so that pages are merged and split when they go one by one.
        for number in 0..<120 {
            let text = "secret \(number) " + String(repeating: "x", count: number * 37 % 4_000)
            _ = try await journal.append([draft(body: #"{"s":"\#(text)"}"#)], run: run)
        }
        for start in stride(from: 16, to: 136, by: 3) {
            _ = try await journal.redact(redaction([start, start + 2]), run: run)
        }
        #expect(try journal.eraseRemains())
        let kept = Set((0..<120).filter { $0 % 3 == 1 })
        #expect(try numbersFound() == kept)
        journal.close()
        #expect(try numbersFound() == kept)
        #expect(try Journal.verify(at: place.path).redacted == 80)
    }

    @Test func `waits for readers to let go of the log`() async throws {
        let journal = try place.open()
        let tool = try RawSQLite(place.path)
        try tool.execute("BEGIN")
        #expect(try tool.text("SELECT count(*) FROM events") == ["15"])
        _ = try await journal.redact(redaction([13]), run: run)
        #expect(try !journal.eraseRemains())
        try tool.execute("COMMIT")
        #expect(try journal.eraseRemains())
        try expectGone([Data(secret.utf8)])
        journal.close()
    }

    @Test func `of nothing that is there is refused, and changes nothing`() async throws {
        let before = try rows(place.path)
        let journal = try place.open()
        await #expect(throws: JournalError.self) {
            _ = try await journal.redact(redaction([17]), run: run)
        }
        journal.close()
        #expect(try rows(place.path) == before)
    }

    @Test func `lets the same raw item come again`() async throws {
        let journal = try place.open()
        _ = try await journal.redact(redaction([13], blobs: [item.digest]), run: run)
        _ = try await journal.append(
            [draft(body: #"{"raw":"\#(item.digest)"}"#)], run: run, blobs: [item])
        #expect(try journal.reader().blob(item.digest) == item.bytes)
        journal.close()
        #expect(
            try Journal.verify(at: place.path).description
                == "valid, 17 events, 1 redacted, 5 blobs, 1 redacted")
        #expect(try Checker.run(place.path).status == 0)
        // The redaction names only what was there before it.
        do {
            let tool = try RawSQLite(place.path, knowsFunction: true)
            #expect(throws: RawSQLite.Failure.self) {
                try tool.execute("UPDATE blobs SET data = x'', checksum = 0 WHERE id = 5")
            }
        }
    }

    static let writes = [
        "UPDATE blobs SET data = x'', checksum = 0 WHERE id = 1",
        "UPDATE blobs SET data = x'' WHERE id = 4",
        "UPDATE blobs SET data = x'', checksum = 0, size = 0 WHERE id = 4",
        "UPDATE blobs SET data = x'', checksum = 0, hash = zeroblob(32) WHERE id = 4",
        "UPDATE blobs SET data = x'', checksum = 0, sequence = 2 WHERE id = 4",
        "UPDATE blobs SET data = x'00', checksum = 0 WHERE id = 4",
        "UPDATE blobs SET data = NULL, checksum = 0 WHERE id = 4",
    ]

    @Test(arguments: writes)
    func `of a raw item is all that the database lets pass`(_ sql: String) async throws {
        let journal = try place.open()
        // Named, and not yet blanked.
        _ = try await journal.append([redaction([], blobs: [item.digest])], run: run)
        journal.close()
        let tool = try RawSQLite(place.path, knowsFunction: true)
        #expect(throws: RawSQLite.Failure.self) { try tool.execute(sql) }
        try tool.execute("UPDATE blobs SET data = x'', checksum = 0 WHERE id = 4")
        #expect(throws: RawSQLite.Failure.self) {
            try tool.execute("UPDATE blobs SET data = x'', checksum = 0 WHERE id = 4")
        }
        let stranger = try RawSQLite(place.path)
        #expect(throws: RawSQLite.Failure.self) {
            try stranger.execute("UPDATE blobs SET data = x'', checksum = 0 WHERE id = 3")
        }
        #expect(try Journal.verify(at: place.path).isValid)
    }

    @Test func `that no event names is damage`() throws {
        do {
            let tool = try RawSQLite(place.path)
            try tool.pastTriggers {
                try tool.execute("UPDATE blobs SET data = x'', checksum = 0 WHERE id = 4")
            }
        }
        #expect(
            try Journal.verify(at: place.path).findings == [
                .blob(4, "its content is gone, and no later BodyRedacted event names it")
            ])
        #expect(try Checker.run(place.path).status == 1)
    }

    @Test func `goes into an export and out of it again`() async throws {
        let journal = try place.open()
        _ = try await journal.redact(redaction([13, 14], blobs: [item.digest]), run: run)
        journal.close()
        var lines = try Lines(try JournalReader.open(at: place.path))
        #expect(!lines.lines.contains { $0.contains("Muster") })
        let copy = place.folder + "/other"
        let summary = try lines.importing(to: copy)
        #expect(summary.redacted == 2)
        #expect(try rows(copy) == rows(place.path))
        #expect(try Checker.run(copy).status == 0)
        // Without the event that demands it, it is a hole.
        lines.lines.removeLast()
        #expect(throws: TransferError.self) { _ = try lines.importing(to: copy + "2") }
    }

    @Test func `goes into a backup`() async throws {
        let journal = try place.open()
        _ = try await journal.redact(redaction([13], blobs: [item.digest]), run: run)
        let summary = try Journal.backup(at: place.path, to: place.folder + "/copy")
        #expect(summary.redacted == 1)
        journal.close()
    }

    @Test func `finds the raw items that bodies name`() throws {
        let reader = try JournalReader.open(at: place.path)
        let body = try #require(try reader.record(13)?.body)
        #expect(try reader.blobs(namedIn: body).map(\.digest) == [item.digest])
        let digests: Set = [item.digest, other.digest]
        #expect(
            try reader.events(naming: digests, except: []) == [item.digest: 13, other.digest: 15])
        #expect(try reader.events(naming: digests, except: [13]) == [other.digest: 15])
    }
}

@Suite struct `Statistics` {
    @Test func `tell what each way of keeping raw items saves`() async throws {
        let place = try TemporaryJournal()
        let journal = try place.open()
        let item = Blob(Array(String(repeating: "raw item ", count: 1_000).utf8))
        for number in 1...3 {
            place.clock.advance(.seconds(86_400))
            _ = try await journal.append(
                [
                    draft(
                        "ProductExported", ["asin:US/\(number)"],
                        body: #"{"raw":"\#(item.digest)","not":"\#(item.digest)0"}"#)
                ], run: RunID(text: "run-\(number)"), blobs: [item])
        }
        let stats = try journal.reader().stats()
        #expect(stats.blobs == 1)
        #expect(stats.blobReferences == 3)
        #expect(stats.savedByDeduplication == 18_000)
        #expect(stats.blobBytes == 9_000)
        #expect(stats.savedByCompression == 9_000 - stats.blobBytesStored)
        #expect(stats.blobBytesStored < 200)
        #expect(stats.days.map(\.name) == ["2026-03-02", "2026-03-03", "2026-03-04"])
        #expect(stats.days.map(\.tally.blobBytes) == [stats.blobBytesStored, 0, 0])
        #expect(stats.runs.map(\.tally.events) == [1, 1, 1])
        #expect(stats.headerBytes == 3 * (13 + 2 + 64 + 48))
        journal.close()
    }
}
