// One request as rows: its blobs, the names that are new, its events.

import Catalog

extension Writer {
    /// An event that has its place, and all that its row holds but the hash.
    struct PlacedEvent {
        let sequence: Int
        let time: Instant
        let run: Int
        let system: Int
        let kind: Int
        let version: Int
        /// The texts of the columns.
        let subjects: [UInt8]
        let cause: [UInt8]
        /// Nil when it was redacted, as of an event that comes from another file.
        let body: [UInt8]?
        let bodyHash: Digest
        /// Those that came with it.
        let blobs: [Digest]
    }

    /// Writes the blobs and events of a request behind `last`; answers the new end.
    func write(
        _ request: AppendRequest, after last: JournalHead, time: Instant
    ) throws(SQLiteFailure) -> JournalHead {
        let first = last.sequence + 1
        var blobs = try store(request.blobs, with: first)
        var end = last
        for event in request.events {
            let draft = event.draft
            let placed = PlacedEvent(
                sequence: end.sequence + 1, time: time,
                // In the order of columns, by which new names are numbered.
                run: try number(of: request.run.text), system: try number(of: draft.system.text),
                kind: try number(of: draft.kind), version: draft.version, subjects: event.subjects,
                cause: ColumnText.write(draft.cause.map { $0.sequence(first: first) }),
                body: draft.body, bodyHash: event.bodyHash, blobs: blobs)
            let hash = hash(of: placed, after: end.hash)
            try insert(placed, hash: hash)
            index.add(draft.subjects, sequence: placed.sequence)
            end = JournalHead(sequence: placed.sequence, hash: hash)
            blobs = []
        }
        return end
    }

    func hash(of event: PlacedEvent, after previous: Digest) -> Digest {
        event.subjects.withUnsafeBytes { subjects in
            event.cause.withUnsafeBytes { cause in
                let header = ChainLink.Header(
                    sequence: event.sequence, time: event.time, version: event.version,
                    run: names.fields[event.run - 1], system: names.fields[event.system - 1],
                    kind: names.fields[event.kind - 1], subjects: subjects, cause: cause,
                    blobs: event.blobs)
                return previous.withBytes { previous in
                    event.bodyHash.withBytes { bodyHash in
                        link.hash(previous: previous, header: header, bodyHash: bodyHash)
                    }
                }
            }
        }
    }

    /// Makes the event's row; it is in the table after `writeRows` at the latest.
    func insert(_ event: PlacedEvent, hash: Digest) throws(SQLiteFailure) {
        rows.append(event, hash: hash)
        if rows.isFull { try writeRows() }
    }

    /// Puts the rows that were made into the table.
    func writeRows() throws(SQLiteFailure) { try rows.write(to: connection) }

    /// The number of a name, which is added to the file at its first use.
    func number(of name: String) throws(SQLiteFailure) -> Int {
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
            try insert(blob, with: sequence)
            stored.append(blob.digest)
        }
        return stored
    }

    func insert(
        _ blob: AppendRequest.StoredBlob, with sequence: Int
    ) throws(SQLiteFailure) {
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
