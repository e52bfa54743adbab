// The journal of a program that writes: one file, one writer, appends only.

package import Catalog
import Synchronization

/// Appends events to a journal, durably and in order; safe to use from many tasks at once.
///
/// A file has one such writer at a time, in this process or another; anybody may read it meanwhile.
package final class Journal: Sendable {
    /// The journal's file with symbolic links followed; `:memory:` for one in memory.
    package let path: String
    /// 32 hexadecimal digits that no other journal has.
    package let journalID: String

    let box: WriterBox
    private let lock: WriterLock?
    private let answers: JournalReader
    private let queue = Mutex(AppendQueue())
    let secrets = Mutex(SecretFilter())
    private let onCommit: (@Sendable (CommitMoment) -> Void)?
    private let refusal: @Sendable () -> JournalError?

    private init(
        _ writer: sending Writer, path: String, lock: WriterLock?, options: JournalOptions
    ) throws(JournalError) {
        self.path = path
        refusal = options.refusal
        self.lock = lock
        onCommit = options.onCommit
        let box = WriterBox(writer)
        self.box = box
        answers = try JournalReader(
            lock == nil
                ? .memory(box) : .file(try ReaderPool(path: path, vfs: options.storage.vfs)),
            path: path)
        journalID = answers.journalID
    }

    deinit { close() }

    // MARK: Opening

    /// Opens the journal at a path for writing, and holds its lock until `close`.
    ///
    /// Before anything is written, the tables are compared with those of the format, and the last
    /// event with the chain. With `create`, a file that is missing or empty becomes a journal.
    ///
    /// - Throws: `.missing`, `.locked`, `.notAJournal`, `.newerFormat`, `.schemaChanged`,
    ///   `.corrupt`, `.readOnly`, `.unreadable`, `.diskFull`, `.diskFailed`, `.notDurable`,
    ///   `.busy`, `.failed`.
    package static func open(
        at path: String, create: Bool, options: JournalOptions
    ) throws(JournalError) -> Journal {
        let path = try FilePath.resolved(path)
        guard create || FilePath.exists(path) else { throw .missing(path: path) }
        let lock = try WriterLock(
            path: path, holder: LockHolder(process: options.process, since: options.now()))
        let connection = try JournalFile.writing(
            path, path: path, flags: create ? SQLite.create : SQLite.write, options: options)
        try prepare(connection, path: path, create: create, options: options)
        try JournalFile.makeDurable(connection, path: path, as: options.storage.synchronous)
        try JournalFile.renewLog(connection, path: path)
        let writer = try SQLite.at(path) { () throws(SQLiteFailure) in
            try Writer(connection, path: path, options: options)
        }
        return try Journal(writer, path: path, lock: lock, options: options)
    }

    /// A journal that lives as long as this object, for tests and simulations.
    ///
    /// It is a journal in all but durability: the same tables, checks and answers.
    package static func inMemory(options: JournalOptions) throws(JournalError) -> Journal {
        let path = ":memory:"
        let connection = try JournalFile.writing(
            path, path: path, flags: SQLite.create, options: options)
        let writer = try SQLite.at(path) { () throws(SQLiteFailure) in
            try JournalFile.create(connection, options: options)
            return try Writer(connection, path: path, options: options)
        }
        return try Journal(writer, path: path, lock: nil, options: options)
    }

    /// A journal in memory that holds what this one holds now, byte for byte, under the same id:
    /// what a process that dies at this moment leaves behind.
    ///
    /// For simulations: on disk two journals of one id would be two histories. Costs a copy of the
    /// whole.
    package func copyInMemory(options: JournalOptions) throws(JournalError) -> Journal {
        let path = ":memory:"
        let connection = try JournalFile.writing(
            path, path: path, flags: SQLite.create, options: options)
        try box.withWriter { (writer) throws(JournalError) in
            try SQLite.at(path) { () throws(SQLiteFailure) in
                _ = try writer.connection.copy(to: connection) { false }
            }
        }
        let writer = try SQLite.at(path) { () throws(SQLiteFailure) in
            try Writer(connection, path: path, options: options)
        }
        return try Journal(writer, path: path, lock: nil, options: options)
    }

    /// Creates the tables of an empty file, or checks those of a journal.
    private static func prepare(
        _ connection: Connection, path: String, create: Bool, options: JournalOptions
    ) throws(JournalError) {
        if create,
            try SQLite.at(
                path, { () throws(SQLiteFailure) in try JournalFile.isEmpty(connection) })
        {
            return try SQLite.at(path) { () throws(SQLiteFailure) in
                try JournalFile.create(connection, options: options)
            }
        }
        try JournalFile.check(connection, path: path)
        let differences = try SQLite.at(path) { () throws(SQLiteFailure) in
            try Schema.differences(in: connection)
        }
        guard differences.isEmpty else {
            throw .schemaChanged(path: path, differences: differences)
        }
        try ChainCheck.checkEnd(of: ReaderConnection(connection, path: path))
    }

    /// Waits for a commit that is under way, then gives up file and lock; later appends fail.
    package func close() {
        // Readers first: SQLite folds its log into the file with the last connection.
        if case .file(let pool) = answers.source { pool.drain() }
        box.withState { $0.close() }
        lock?.release()
    }

    // MARK: Appending

    /// Appends the drafts as one: all of them are in the journal, next to each other, or none is.
    ///
    /// Returns when they are on disk. Callers that come while a commit is under way share the next
    /// one's sync. An append that has begun is not cancelled with its task.
    ///
    /// There is at least one draft, and its causes are earlier than itself. Blobs that the journal
    /// has already are not kept twice. `expecting` names for each subject the highest number of an
    /// event about it that the caller knows, 0 for none; if one has moved, nothing is written:
    ///
    ///     try await journal.append([created], run: run, expecting: [.sku("MCA0032"): 17])
    ///
    /// - Throws: `.conflict`, `.secretRefused`, `.forbidden`, which concern this append only;
    ///   `.busy`, after which the same append may be tried again; `.diskFull`, `.diskFailed` and
    ///   their like, after which this journal writes no more; `.poisoned`, `.closed`.
    package func append(
        _ drafts: [RecordDraft], run: RunID, blobs: [Blob] = [], expecting: [Subject: Int] = [:]
    ) async throws(JournalError) -> Appended {
        precondition(!drafts.isEmpty, "an append has at least one draft")
        var fresh: [Blob] = []
        for blob in blobs where try !answers.hasBlob(blob.digest) { fresh.append(blob) }
        let request = try AppendRequest(
            drafts, run: run, blobs: fresh, expecting: expecting,
            secrets: secrets.withLock { $0 })
        if queue.withLock({ $0.lead() }) { return try await lead(request).get() }
        let turn = await withCheckedContinuation { continuation in
            let caller = AppendQueue.Waiting(request: request, continuation: continuation)
            if queue.withLock({ $0.wait(caller) }) { continuation.resume(returning: .lead) }
        }
        switch turn {
        case .lead: return try await lead(request).get()
        case .done(let answer): return try answer.get()
        }
    }

    /// Commits the request with those of all who wait, tells them, and passes the lead on.
    private func lead(_ own: AppendRequest) async -> Result<Appended, JournalError> {
        // Those who were just served come back now; a few turns let them in.
        var turns = 0
        while turns < 4, queue.withLock({ $0.expectsMore }) {
            await Task.yield()
            turns += 1
        }
        let others = queue.withLock { $0.take() }
        let requests = [own] + others.map(\.request)
        onCommit?(.begins)
        let answers =
            refusal().map { error in requests.map { _ in .failure(error) } }
            ?? box.withState { $0.commit(requests) }
        onCommit?(.ended)
        for (caller, answer) in zip(others, answers.dropFirst()) {
            caller.continuation.resume(returning: .done(answer))
        }
        queue.withLock { $0.finish() }?.continuation.resume(returning: .lead)
        return answers[0]
    }

    /// Makes every later append refuse drafts and blobs that hold one of the secrets.
    ///
    /// Texts of fewer than 8 bytes are not looked for. Call it again for each new token.
    package func refuse(_ secrets: [String]) {
        self.secrets.withLock { $0.add(secrets) }
    }

    // MARK: Reading and keeping

    /// The end of the journal: what is on disk, or in memory, now.
    package func head() throws(JournalError) -> JournalHead {
        try box.withWriter { (writer) throws(JournalError) in writer.head }
    }

    /// A reader of the same journal, which sees each event as soon as its append has returned.
    package func reader() -> JournalReader { answers }

    /// Empties the index of subjects and fills it from the events; takes seconds a million events.
    ///
    /// - Throws: `.corrupt` when an event's subjects cannot be read; then nothing is written any
    ///   more by this journal.
    package func rebuildSubjectIndex() throws(JournalError) {
        try box.withState { $0.rebuildSubjectIndex() }.get()
    }
}
