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
    private var index: SubjectIndex
    private var blobCount: Int
    private var link = ChainLink()
    /// The log is copied into the file when it has so many pages: 8 MiB.
    private static let logPagesMax = 256

    /// - Parameter connection: one that is set up for writing, on a journal that exists.
    init(
        _ connection: Connection, path: String, now: @escaping @Sendable () -> Instant
    ) throws(SQLiteFailure) {
        self.connection = connection
        self.path = path
        self.now = now
        reading = ReaderConnection(connection, path: path)
        try names.refresh(from: connection)
        head = try reading.head()
        let time = try connection.int("SELECT time FROM events ORDER BY sequence DESC LIMIT 1")
        lastTime = Instant(microseconds: time)
        index = try SubjectIndex(connection)
        blobCount = try connection.int("SELECT ifnull(max(id), 0) FROM blobs")
    }

    // MARK: Committing

    /// Writes the requests in their order in one transaction.
    ///
    /// A request that asks for what is not so is refused and leaves the others alone. A failure of
    /// SQLite fails them all.
    func commit(
        _ requests: [AppendRequest]
    ) throws(SQLiteFailure) -> [Result<Appended, JournalError>] {
        try connection.execute("BEGIN IMMEDIATE")
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
        if index.isFull { try index.write(to: connection) }
        try connection.execute("COMMIT")
        guard end.sequence > head.sequence else { return answers }
        head = end
        lastTime = time
        if connection.logPages >= Self.logPagesMax { try connection.checkpoint() }
        return answers
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
                    case .sequence(let sequence): (1...last + place).contains(sequence)
                    case .earlier(let draft): (0..<place).contains(draft)
                    }
                guard isEarlier else {
                    return .forbidden(
                        what: "draft \(place) (\(event.draft.kind)) has a cause that is not earlier")
                }
            }
        }
        return nil
    }

    // MARK: One request

    private func write(
        _ request: AppendRequest, after last: JournalHead, time: Instant
    ) throws(SQLiteFailure) -> JournalHead {
        let first = last.sequence + 1
        var blobs = try store(request.blobs, with: first)
        var end = last
        for event in request.events {
            end = try insert(event, of: request, first: first, after: end, time: time, blobs: blobs)
            blobs = []
        }
        return end
    }

    private func insert(
        _ event: AppendRequest.Event, of request: AppendRequest, first: Int,
        after last: JournalHead, time: Instant, blobs: [Digest]
    ) throws(SQLiteFailure) -> JournalHead {
        let draft = event.draft
        let sequence = last.sequence + 1
        let run = try number(of: request.run.text)
        let system = try number(of: draft.system.text)
        let kind = try number(of: draft.kind)
        let cause = ColumnText.write(draft.cause.map { $0.sequence(first: first) })
        let bodyHash = event.bodyHash.bytes
        let hash = event.subjects.withUnsafeBytes { subjects in
            cause.withUnsafeBytes { cause in
                let header = ChainLink.Header(
                    sequence: sequence, time: time, version: draft.version,
                    run: names.fields[run - 1], system: names.fields[system - 1],
                    kind: names.fields[kind - 1], subjects: subjects, cause: cause, blobs: blobs)
                return last.hash.bytes.withUnsafeBytes { previous in
                    bodyHash.withUnsafeBytes { bodyHash in
                        link.hash(previous: previous, header: header, bodyHash: bodyHash)
                    }
                }
            }
        }
        let insert = try connection.statement(
            """
            INSERT INTO events (
                sequence, time, run, system, kind, version, subjects, cause, body_hash, hash, body)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """)
        insert.bind(1, sequence)
        insert.bind(2, time.microseconds)
        insert.bind(3, run)
        insert.bind(4, system)
        insert.bind(5, kind)
        insert.bind(6, draft.version)
        event.subjects.withUnsafeBytes { insert.bind(7, text: $0) }
        cause.withUnsafeBytes { insert.bind(8, text: $0) }
        insert.bind(9, event.bodyHash)
        insert.bind(10, hash)
        draft.body.withUnsafeBytes { insert.bind(11, text: $0) }
        try insert.run()
        index.add(draft.subjects, sequence: sequence)
        return JournalHead(sequence: sequence, hash: hash)
    }

    /// The number of a name, which is added to the file at its first use.
    private func number(of name: String) throws(SQLiteFailure) -> Int {
        if let number = names.number(of: name) { return number }
        let number = names.count + 1
        let insert = try connection.statement("INSERT INTO names (id, name) VALUES (?1, ?2)")
        insert.bind(1, number)
        insert.bind(2, text: name)
        try insert.run()
        names.append(name)
        return number
    }

    /// Keeps the blobs that the journal has not yet; answers their hashes.
    private func store(
        _ blobs: [AppendRequest.StoredBlob], with sequence: Int
    ) throws(SQLiteFailure) -> [Digest] {
        var stored: [Digest] = []
        for blob in blobs where try !ReaderConnection.hasBlob(blob.digest, in: connection) {
            let insert = try connection.statement(
                """
                INSERT INTO blobs (id, sequence, hash, size, checksum, data)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                """)
            blobCount += 1
            insert.bind(1, blobCount)
            insert.bind(2, sequence)
            insert.bind(3, blob.digest)
            insert.bind(4, blob.size)
            blob.data.withUnsafeBytes { data in
                insert.bind(5, Deflate.checksum(data))
                insert.bind(6, blob: data)
            }
            try insert.run()
            stored.append(blob.digest)
        }
        return stored
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

extension RecordDraft.Cause {
    /// The number that it stands for in an append whose first event has the number `first`.
    fileprivate func sequence(first: Int) -> Int {
        switch self {
        case .sequence(let sequence): sequence
        case .earlier(let index): first + index
        }
    }
}
