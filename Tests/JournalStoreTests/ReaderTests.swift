// Readers beside a writer, and in folders that are not theirs.

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

    // A thread of root acts as nobody here, since root may write everywhere.
    @Test(.enabled(if: geteuid() == 0))
    func `reads in a folder that it may not write, and notices a change`() async throws {
        do {
            let journal = try place.open()
            try await fill(journal, clock: place.clock)
            journal.close()
        }
        let reader = try asNobody { try JournalReader.open(at: place.path) }
        #expect(try asNobody { try reader.records(after: 0) }.count == 12)
        #expect(try asNobody { try Journal.verify(at: place.path) }.isValid)
        #expect(throws: JournalError.readOnly(path: place.path)) {
            try asNobody { try place.open(create: false) }
        }
        let journal = try place.open()
        _ = try await journal.append([draft()], run: run)
        #expect(throws: JournalError.changedWhileRead(path: place.path)) {
            try asNobody { try reader.records(after: 0) }
        }
        // With the writer's log beside the file a new reader sees everything.
        let second = try asNobody { try JournalReader.open(at: place.path) }
        #expect(try asNobody { try second.records(after: 0) }.count == 13)
    }

    @Test(.enabled(if: geteuid() == 0))
    func `says what is wrong with a log that it cannot use`() async throws {
        let journal = try place.open()
        try await fill(journal, clock: place.clock)
        let crashed = place.folder + "/crashed"
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: place.path + suffix, toPath: crashed + suffix)
        }
        let error = #expect(throws: JournalError.self) {
            try asNobody { try JournalReader.open(at: crashed) }
        }
        #expect(error == .needsRecovery(path: crashed))
    }
}

/// Runs `work` with the file rights of nobody, on this thread only.
private func asNobody<Value>(_ work: () throws -> Value) rethrows -> Value {
    _ = setFileSystemUser(65_534)
    defer { _ = setFileSystemUser(0) }
    return try work()
}

@_silgen_name("setfsuid") private func setFileSystemUser(_ user: UInt32) -> Int32
