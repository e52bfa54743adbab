// Any byte of the file itself: SQLite, the chain or the checks around them notice it, or it lies
// where nothing is kept.

import Catalog
import CSQLite
import Foundation
import Hashing
@testable import JournalStore
import Testing

@Suite struct `A file in which one byte is changed` {
    let place: TemporaryJournal
    let bytes: [UInt8]
    let content: Digest

    init() async throws {
        place = try TemporaryJournal()
        let journal = try place.open()
        try await fill(journal, clock: place.clock)
        journal.close()
        bytes = try Array(Data(contentsOf: URL(fileURLWithPath: place.path)))
        content = try #require(try Self.content(of: Connection(place.path, flags: SQLite.read)))
    }

    /// What verification says of changed bytes: whether they are valid, and what they hold then.
    private struct Judgement {
        var isValid = false
        var content: Digest?
    }

    /// All that SQL shows of a journal.
    private static func content(of connection: Connection) throws -> Digest? {
        var hash = ContentHash()
        for query in [
            "SELECT type, name, tbl_name, sql, '', '', '', '', '', '', '' FROM sqlite_schema",
            "SELECT *, '', '', '', '', '', '', '' FROM journal",
            "SELECT *, '', '', '', '', '', '', '', '', '' FROM names",
            "SELECT * FROM events", "SELECT *, '', '', '', '', '' FROM blobs",
            "SELECT *, '', '', '', '', '', '', '', '', '' FROM subject_index",
            "SELECT *, '', '', '', '', '', '', '', '', '' FROM subjects",
            "SELECT *, '', '', '', '', '', '', '', '' FROM event_subjects",
        ] {
            let rows = try Statement(query, on: connection.handle)
            while try rows.step() {
                for column in 0..<11 as Range<Int32> {
                    hash.update([UInt8(rows.type(column))])
                    hash.update(rows.bytes(column))
                }
            }
        }
        return hash.finish()
    }

    /// Looks at bytes as at a file, but in memory, which is quicker.
    private func judge(_ bytes: inout [UInt8]) throws -> Judgement {
        let connection = try Connection(":memory:", flags: SQLite.create)
        return try bytes.withUnsafeMutableBytes { bytes in
            let start = bytes.bindMemory(to: UInt8.self).baseAddress
            let count = Int64(bytes.count)
            try #require(
                sqlite3_deserialize(
                    connection.handle, "main", start, count, count,
                    UInt32(SQLITE_DESERIALIZE_READONLY)) == SQLITE_OK)
            do throws(JournalError) {
                try JournalFile.check(connection, path: "memory")
            } catch {
                return Judgement()
            }
            let reader = ReaderConnection(connection, path: "memory")
            let found = Verifier.run(reader, head: nil, depth: .everything)
            return Judgement(
                isValid: found.isValid,
                content: found.isValid ? try Self.content(of: connection) : nil)
        }
    }

    /// The places to change: all that are in use, at a stride, and some of the rest.
    private func places(stride: Int) -> [Int] {
        bytes.indices.filter { place in
            let isUsed = bytes[place] != 0 || place > 0 && bytes[place - 1] != 0
            // In memory there is no write-ahead log, so these two bytes have to say so.
            return place % (isUsed ? stride : 4_099) == 0 && place != 18 && place != 19
        }
    }

    private func changed(_ place: Int) -> UInt8 { bytes[place] ^ UInt8(1 + place % 255) }

    @Test func `is found out, or holds the same as before`() throws {
        var bytes = bytes
        bytes[18] = 1
        bytes[19] = 1
        #expect(try judge(&bytes).content == content)
        var found = 0
        var harmless: [Int] = []
        for place in places(stride: 11) {
            let byte = bytes[place]
            bytes[place] = changed(place)
            defer { bytes[place] = byte }
            let judgement = try judge(&bytes)
            if judgement.isValid {
                harmless.append(place)
                #expect(judgement.content == content, "byte \(place)")
            } else {
                found += 1
            }
        }
        // Nothing is kept in SQLite's counters on the first page, behind the cells' pointers of a
        // page, and in one number of the list of tables that nothing goes by.
        let used = harmless.filter { bytes[$0] != 0 && $0 >= 100 }
        #expect(used.count <= 1, "\(used)")
        #expect(found > 700)
    }

    @Test func `is judged alike by the independent checker`() throws {
        for place in places(stride: 1_013).prefix(12) {
            var copy = bytes
            copy[place] = changed(place)
            let path = self.place.folder + "/changed-\(place)"
            try Data(copy).write(to: URL(fileURLWithPath: path))
            let found = try? Journal.verify(at: path)
            let answer = try Checker.run(path)
            #expect((answer.status == 0) == (found?.isValid == true), "byte \(place): \(answer)")
        }
    }
}
