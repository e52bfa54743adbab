// Readers beside a writer, and behind one that crashed.

import Catalog
import Foundation
import JournalStore
import Testing

@Suite struct `A reader of a file` {
    let place: TemporaryJournal

    init() throws { place = try TemporaryJournal() }

    @Test func `sees what was appended, while the writer goes on`() async throws {
        let journal = try place.open()
        let reader = try JournalReader.open(at: place.path)
        #expect(try reader.head().sequence == 0)
        #expect(try reader.head() == (try journal.head()))
        try await fill(journal, clock: place.clock)
        #expect(try reader.records(after: 0).count == 12)
        #expect(reader.journalID == journal.journalID)
        var seen = 0
        try reader.scan { _ in seen += 1 }
        _ = try await journal.append(
            [draft("A kind of its own", ["sku:new"])], run: RunID(text: "run-z"))
        #expect(seen == 12)
        #expect(try reader.record(13)?.kind == "A kind of its own")
        #expect(try reader.sequences(of: .sku("new")) == [13])
    }

    @Test(.enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1))
    func `keeps to what it saw first when events are added during a scan`() async throws {
        let journal = try place.open()
        try await fill(journal, clock: place.clock)
        let reader = try JournalReader.open(at: place.path)
        let other = try JournalReader.open(at: place.path)
        let gate = AsyncStream<Void>.makeStream()
        let appending = Task {
            for await _ in gate.stream { _ = try await journal.append([draft()], run: run) }
        }
        var seen: [Int] = []
        try reader.scan { event in
            seen.append(event.sequence)
            guard event.sequence == 1 else { return }
            gate.continuation.yield()
            gate.continuation.finish()
            while (try? other.head().sequence) == 12 {}
        }
        try await appending.value
        #expect(seen == Array(1...12))
        #expect(try reader.head().sequence == 13)
    }

    @Test func `reads a log that a crash left behind`() async throws {
        let journal = try place.open()
        try await fill(journal, clock: place.clock)
        let crashed = place.folder + "/crashed"
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: place.path + suffix, toPath: crashed + suffix)
        }
        #expect(try JournalReader.open(at: crashed).records(after: 0).count == 12)
        #expect(try Journal.verify(at: crashed).isValid)
        #expect(try Checker.run(crashed).status == 0)
        let again = try Journal.open(at: crashed, create: false, options: place.options)
        #expect(try await again.append([draft()], run: run).sequences == 13...13)
        #expect(try again.reader().sequences(of: .sku("MCA0032")) == [13])
    }
}
