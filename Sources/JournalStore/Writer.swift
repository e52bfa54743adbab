// Writes events: one transaction for all who wait, one clock reading, one link after the other.

import Catalog

/// The connection that writes, with what it knows of the journal's end.
final class Writer {
    let connection: Connection
    let path: String
    let names = NameTable()
    /// The same connection for questions, where the journal has no other: in memory.
    let reading: ReaderConnection
    private let now: @Sendable () -> Instant
    private(set) var head: JournalHead
    private var lastTime: Instant
    var index: SubjectIndex
    var blobCount: Int
    var link = ChainLink()
    /// Rows of the transaction that are not in the table yet.
    var rows = EventRows()
    private let logPagesMax: Int

    /// Begins where the journal ends; the connection is set up for writing.
    init(
        _ connection: Connection, path: String, options: JournalOptions
    ) throws(SQLiteFailure) {
        self.connection = connection
        self.path = path
        now = options.now
        logPagesMax = options.storage.logPagesMax
        reading = ReaderConnection(connection, path: path)
        try names.refresh(from: connection)
        head = try reading.head()
        let time = try connection.int("SELECT time FROM events ORDER BY sequence DESC LIMIT 1")
        lastTime = Instant(microseconds: time)
        index = try SubjectIndex(connection)
        blobCount = try connection.int("SELECT ifnull(max(id), 0) FROM blobs")
    }

    // MARK: Committing

    /// Writes the requests in their order in one transaction, and does what belongs to it if any
    /// of them was written.
    ///
    /// A request that asks for what is not so is refused and leaves the others alone. A failure of
    /// SQLite fails them all.
    func commit(
        _ requests: [AppendRequest], afterwards: () throws(SQLiteFailure) -> Void = {}
    ) throws(SQLiteFailure) -> [Result<Appended, JournalError>] {
        try connection.statement("BEGIN IMMEDIATE").run()
        let reading = now()
        let time = max(lastTime, reading)
        var answers: [Result<Appended, JournalError>] = []
        var end = head
        for request in requests {
            if let refusal = try refusal(of: request, after: end.sequence) {
                answers.append(.failure(refusal))
                continue
            }
            let first = end.sequence + 1
            end = try write(request, after: end, time: time)
            let behind = lastTime - reading
            answers.append(
                .success(
                    Appended(
                        sequences: first...end.sequence, time: time,
                        clockBehind: max(.zero, behind))))
        }
        try writeRows()
        if end.sequence > head.sequence { try afterwards() }
        if index.isFull { try index.write(to: connection) }
        try connection.statement("COMMIT").run()
        guard end.sequence > head.sequence else { return answers }
        head = end
        lastTime = time
        return answers
    }

    /// Copies the log into the file when it is long enough.
    func shortenLog() throws(SQLiteFailure) {
        if connection.logPages >= logPagesMax { try connection.checkpoint() }
    }

    /// Why a request cannot be written after that event; nil when it can.
    private func refusal(
        of request: AppendRequest, after last: Int
    ) throws(SQLiteFailure) -> JournalError? {
        for expected in request.expecting {
            let found = try index.last(of: expected.subject, in: connection)
            if found != expected.sequence {
                return .conflict(
                    subject: expected.subject, expected: expected.sequence, found: found)
            }
        }
        for (place, event) in request.events.enumerated() {
            for cause in event.draft.cause {
                let isEarlier =
                    switch cause {
                    case .sequence(let sequence): sequence >= 1 && sequence <= last + place
                    case .earlier(let draft): draft >= 0 && draft < place
                    }
                guard isEarlier else {
                    return .forbidden(
                        what: "draft \(place) (\(event.draft.kind)) has a cause that is not earlier"
                    )
                }
            }
        }
        return nil
    }

    // MARK: The index of subjects

    /// Writes what the index lacks, as at the end of a run.
    func finishSubjectIndex() throws(SQLiteFailure) {
        try connection.execute("BEGIN IMMEDIATE")
        try index.write(to: connection)
        try connection.execute("COMMIT")
    }

    /// Empties the index and fills it from the events.
    func rebuildSubjectIndex() throws(SQLiteFailure) {
        try connection.execute(
            """
            BEGIN IMMEDIATE;
            DELETE FROM event_subjects;
            DELETE FROM subjects;
            UPDATE subject_index SET through = 0
            """)
        index = try SubjectIndex(connection)
        try index.write(to: connection)
        try connection.execute("COMMIT")
    }
}
