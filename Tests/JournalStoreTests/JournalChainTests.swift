// The hashes are those that FORMAT.md promises, to the byte.

import Catalog
import Foundation
import JournalStore
import Testing

@Suite struct `The chain` {
    let place: TemporaryJournal

    init() throws { place = try TemporaryJournal() }

    @Test func `is the one of the example in FORMAT.md`() async throws {
        let format = try String(contentsOf: Repository.file("journal/FORMAT.md"), encoding: .utf8)
        func documented(_ name: String) throws -> String {
            let line = try #require(
                format.split(separator: "\n").first {
                    $0.hasPrefix("    \(name) ") && !$0.contains("=")
                })
            return String(line.suffix(64))
        }
        let journal = try place.open()
        #expect(try journal.head().hash.hex == documented("genesis"))
        #expect(journal.journalID == "000102030405060708090a0b0c0d0e0f")
        _ = try await journal.append(
            [draft("RunStarted", ["run:\(run)"], system: .plysync)], run: run)
        let record = try #require(try journal.reader().record(1))
        #expect(record.bodyHash.hex == (try documented("body_hash")))
        #expect(record.hash.hex == (try documented("hash")))
    }

    @Test func `goes on where it was when the file is opened again`() async throws {
        do {
            let journal = try place.open()
            try await fill(journal, clock: place.clock)
            journal.close()
        }
        let journal = try place.open(create: false)
        let appended = try await journal.append([draft()], run: run, expecting: [.sku("0"): 12])
        #expect(appended.sequences == 13...13)
        #expect(
            try Journal.verify(at: place.path).description
                == "valid, 13 events, 0 redacted, 3 blobs")
    }
}

/// Files of the repository that the tests stand in.
enum Repository {
    static func file(_ path: String) -> URL {
        URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(path)
    }
}
