// Journals of every released format, as text in `journal/golden/`, are read, checked and gone on with.

import Catalog
import Foundation
import JournalStore
import Testing

@Suite struct `A file of a released format` {
    let place: TemporaryJournal

    init() throws { place = try TemporaryJournal() }

    static let formats = [1]

    /// Makes the journal, and gives back its head, which stands in the first line of the text.
    private func restore(_ format: Int) throws -> (head: JournalHead, text: String) {
        let file = Repository.file("journal/golden/format-\(format).sql")
        let sql = try String(contentsOf: file, encoding: .utf8)
        try RawSQLite(place.path).execute(sql)
        let head = try #require(sql.firstMatch(of: /^-- head (\d+):([0-9a-f]{64})\n/))
        return (
            JournalHead(
                sequence: try #require(Int(head.1)),
                hash: try #require(Digest(hex: String(head.2)))), "\(head.1):\(head.2)"
        )
    }

    @Test(arguments: formats) func `is valid up to the head that was kept`(_ format: Int) throws {
        let kept = try restore(format)
        let found = try Journal.verify(at: place.path, head: kept.head)
        #expect(found.isValid, "\(found)")
        #expect(found.head == kept.head)
        #expect(try Checker.run(place.path, head: kept.text).status == 0)
    }

    @Test(arguments: formats)
    func `goes on, also with a kind that nobody knows yet`(_ format: Int) async throws {
        let kept = try restore(format)
        let journal = try place.open(create: false)
        let unknown = draft("PigeonReleased", ["pigeon:7"], body: #"{"pigeon":7}"#)
        _ = try await journal.append([unknown], run: run)
        let reader = journal.reader()
        #expect(try reader.sequences(of: Subject(text: "pigeon:7")) == [kept.head.sequence + 1])
        #expect(try reader.record(kept.head.sequence + 1)?.body == unknown.body)
        #expect(try reader.verify(head: kept.head).isValid)
    }
}
