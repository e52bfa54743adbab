// After a commit that failed nothing more is written.

import Catalog
@testable import JournalStore
import Testing

@Suite struct `A writer whose commit failed` {
    let place: TemporaryJournal

    init() throws { place = try TemporaryJournal() }

    private func request(_ bytes: Int) throws -> AppendRequest {
        let body = #"{"a":""# + String(repeating: "x", count: bytes) + #""}"#
        return try AppendRequest(
            [draft(body: body)], run: run, blobs: [], expecting: [:], secrets: SecretFilter())
    }

    /// A writer of a file that may not grow, which is a full disk to SQLite.
    private func writer() throws -> Writer {
        let connection = try JournalFile.writing(
            place.path, path: place.path, flags: SQLite.create, options: place.options)
        try JournalFile.create(connection, options: place.options)
        try JournalFile.makeDurable(connection, path: place.path, as: .full)
        try connection.execute("PRAGMA max_page_count = 24")
        return try Writer(connection, path: place.path, options: place.options)
    }

    @Test func `says that the disk is full, then that it writes no more`() throws {
        var state = WriterState.open(try writer())
        let small = try request(100)
        #expect(try state.commit([small])[0].get().sequences == 1...1)
        let full = JournalError.diskFull(path: place.path)
        let answers = state.commit([small, try request(2_000_000), small])
        #expect(answers == [.failure(full), .failure(full), .failure(full)])
        let poisoned = JournalError.poisoned(reason: full.description)
        #expect(state.commit([small]) == [.failure(poisoned)])
        #expect(state.rebuildSubjectIndex().error == poisoned)

        let found = try Journal.verify(at: place.path)
        #expect(found.description == "valid, 1 events, 0 redacted, 0 blobs")
        let journal = try place.open(create: false)
        #expect(try journal.head().sequence == 1)
    }
}

extension Result {
    fileprivate var error: Failure? {
        if case .failure(let error) = self { error } else { nil }
    }
}
