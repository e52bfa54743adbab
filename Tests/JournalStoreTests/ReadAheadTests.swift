import Catalog
import JournalStore
import Testing

@Suite struct `A scan that reads ahead` {
    let place: TemporaryJournal

    init() throws { place = try TemporaryJournal() }

    /// Events of which several make a batch, some of them larger than one.
    private func fill() async throws -> JournalReader {
        let journal = try place.open()
        for index in 0..<40 {
            let drafts = (0..<20).map { place in
                let size = place == 7 && index % 8 == 0 ? 300_000 : 1_000 * (index % 5)
                return draft(
                    index % 3 == 0 ? "PageObserved" : "AttributesSet", ["sku:\(place)"],
                    cause: place > 0 ? [.earlier(place - 1)] : [],
                    body: #"{"x":""# + String(repeating: "y", count: size) + #""}"#)
            }
            _ = try await journal.append(drafts, run: run)
        }
        journal.close()
        return try JournalReader.open(at: place.path)
    }

    @Test(arguments: [nil, ["PageObserved"], ["Nothing"]] as [Set<String>?])
    func `gives what a plain scan gives`(kinds: Set<String>?) async throws {
        let reader = try await fill()
        for (after, through) in [(0, nil), (311, 640), (800, nil), (0, 0)] as [(Int, Int?)] {
            var plain: [Record] = []
            try reader.scan(after: after, through: through, kinds: kinds) {
                record throws(JournalError) in plain.append(try record.record())
            }
            var ahead: [Record] = []
            try reader.scanAhead(after: after, through: through, kinds: kinds) {
                record throws(JournalError) in ahead.append(try record.record())
            }
            #expect(ahead == plain)
        }
    }

    @Test(arguments: [1, 20, 500, 800]) func `ends where its reader throws`(last: Int) async throws
    {
        struct Enough: Error {}
        let reader = try await fill()
        var seen = 0
        #expect(throws: Enough.self) {
            try reader.scanAhead { record throws(Enough) in
                seen = record.sequence
                if seen == last { throw Enough() }
            }
        }
        #expect(seen == last)
        // Nothing is left behind that the next one would trip over.
        #expect(try reader.records(after: 799).map(\.sequence) == [800])
    }

    @Test func `looks at chosen events too`() async throws {
        let reader = try await fill()
        var seen: [Int] = []
        try reader.scan(only: [3, 17, 18, 799, 4_000]) { (record: borrowing ScannedRecord) in
            seen.append(record.sequence)
        }
        #expect(seen == [3, 17, 18, 799])
    }

    @Test func `is a plain one in memory`() async throws {
        let journal = try Journal.inMemory(options: place.options)
        _ = try await journal.append(
            (0..<5).map { draft("AttributesSet", ["sku:\($0)"]) }, run: run)
        var seen: [Int] = []
        try journal.reader().scanAhead { (record: borrowing ScannedRecord) in
            seen.append(record.sequence)
        }
        try journal.reader().scan(only: [2, 4]) { (record: borrowing ScannedRecord) in
            seen.append(record.sequence)
        }
        #expect(seen == [1, 2, 3, 4, 5, 2, 4])
    }
}
