// What a user may not do to a journal, and what is said then.

import Catalog
import Foundation
import JournalStore
import Testing

@Suite struct `A user without the rights` {
    let place: TemporaryJournal

    init() async throws {
        place = try TemporaryJournal()
        let journal = try place.open()
        try await fill(journal, clock: place.clock)
        journal.close()
    }

    private func set(_ mode: Int, of path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    /// A copy of the journal with what a writer that was killed leaves beside it.
    private func crashed(_ suffixes: [String]) async throws -> String {
        let journal = try place.open()
        _ = try await journal.append([draft()], run: run)
        let crashed = place.folder + "/crashed"
        for suffix in [""] + suffixes {
            try FileManager.default.copyItem(atPath: place.path + suffix, toPath: crashed + suffix)
        }
        journal.close()
        return crashed
    }

    // MARK: To write

    @Test func `to write the file is told so`() throws {
        try set(0o777, of: place.folder)
        try set(0o444, of: place.path)
        let before = try Data(contentsOf: URL(fileURLWithPath: place.path))
        let error = #expect(throws: JournalError.readOnly(path: place.path)) {
            try OtherUser.act { try place.open(create: false) }
        }
        #expect(error?.hint == "Give this user the right to write the file and its folder.")
        #expect(try Data(contentsOf: URL(fileURLWithPath: place.path)) == before)
        #expect(try OtherUser.act { try Journal.verify(at: place.path) }.isValid)
    }

    @Test func `to write in the folder is told so`() throws {
        try set(0o666, of: place.path)
        try set(0o666, of: place.path + ".lock")
        try set(0o555, of: place.folder)
        defer { try? set(0o755, of: place.folder) }
        for create in [true, false] {
            #expect(throws: JournalError.readOnly(path: place.path)) {
                try OtherUser.act { try place.open(create: create) }
            }
        }
        #expect(throws: JournalError.readOnly(path: place.folder + "/new")) {
            try OtherUser.act {
                try Journal.open(
                    at: place.folder + "/new", create: true, options: place.options)
            }
        }
    }

    // MARK: To read

    @Test(arguments: [0o000, 0o222]) func `to read the file is told so`(_ mode: Int) throws {
        try set(0o777, of: place.folder)
        try set(0o666, of: place.path + ".lock")
        try set(mode, of: place.path)
        let error = JournalError.unreadable(path: place.path)
        #expect(throws: error) { try OtherUser.act { try JournalReader.open(at: place.path) } }
        #expect(throws: error) { try OtherUser.act { try Journal.verify(at: place.path) } }
        #expect(throws: error) { try OtherUser.act { try place.open(create: false) } }
        #expect(error.hint == "Give this user the right to read the file.")
    }

    @Test func `to enter the folder is not told that nothing is there`() throws {
        try set(0o000, of: place.folder)
        defer { try? set(0o755, of: place.folder) }
        #expect(throws: JournalError.unreadable(path: place.path)) {
            try OtherUser.act { try JournalReader.open(at: place.path) }
        }
        #expect(throws: JournalError.readOnly(path: place.path)) {
            try OtherUser.act { try place.open(create: false) }
        }
    }

    // MARK: To write, but to read

    @Test func `to write in the folder reads it, and notices a change`() async throws {
        try set(0o555, of: place.folder)
        defer { try? set(0o755, of: place.folder) }
        let reader = try OtherUser.act { try JournalReader.open(at: place.path) }
        #expect(try OtherUser.act { try reader.records(after: 0) }.count == 12)
        #expect(try OtherUser.act { try Journal.verify(at: place.path) }.isValid)
        try set(0o755, of: place.folder)
        let journal = try place.open()
        _ = try await journal.append([draft()], run: run)
        try set(0o555, of: place.folder)
        #expect(throws: JournalError.changedWhileRead(path: place.path)) {
            try OtherUser.act { try reader.records(after: 0) }
        }
        // With the writer's log beside the file a new reader sees everything.
        let second = try OtherUser.act { try JournalReader.open(at: place.path) }
        #expect(try OtherUser.act { try second.records(after: 0) }.count == 13)
    }

    @Test func `to write in the folder reads what a killed writer left`() async throws {
        let crashed = try await crashed(["-wal", "-shm"])
        try set(0o555, of: place.folder)
        defer { try? set(0o755, of: place.folder) }
        let reader = try OtherUser.act { try JournalReader.open(at: crashed) }
        #expect(try OtherUser.act { try reader.records(after: 0) }.count == 13)
        #expect(try OtherUser.act { try Journal.verify(at: crashed) }.isValid)
    }

    @Test func `to write in the folder is told of a log that cannot be read`() async throws {
        let crashed = try await crashed(["-wal"])
        try set(0o555, of: place.folder)
        defer { try? set(0o755, of: place.folder) }
        let error = JournalError.needsRecovery(path: crashed)
        #expect(throws: error) { try OtherUser.act { try JournalReader.open(at: crashed) } }
        #expect(error.hint == "Open it once, with any command, as a user who may write there.")
        try set(0o755, of: place.folder)
        #expect(try JournalReader.open(at: crashed).records(after: 0).count == 13)
    }
}
