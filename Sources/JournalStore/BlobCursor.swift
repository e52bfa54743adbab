// The blobs in the order in which they came, beside a walk along the chain.

import Catalog

/// Gives the hashes of the blobs that came with an event, without touching their contents.
struct BlobCursor {
    /// A blob that no event has taken yet.
    struct Entry {
        let number: Int
        let sequence: Int
        let hash: Digest
    }

    private let rows: Statement
    private(set) var next: Entry?

    /// Leaves out the blobs that came with the event `after` or an earlier one.
    init(_ connection: Connection, after: Int) throws(SQLiteFailure) {
        // A statement of its own, not the connection's: two walks may be under way at once.
        rows = try Statement(
            "SELECT id, sequence, hash FROM blobs WHERE sequence > ?1 ORDER BY id",
            on: connection.handle)
        rows.bind(1, after)
        try advance()
    }

    /// The hashes of the blobs that came with the event.
    mutating func take(with event: Int) throws(SQLiteFailure) -> [Digest] {
        var hashes: [Digest] = []
        while let entry = next, entry.sequence <= event {
            guard entry.sequence == event else { throw .corrupt("it is out of its order") }
            hashes.append(entry.hash)
            try advance()
        }
        return hashes
    }

    private mutating func advance() throws(SQLiteFailure) {
        guard try rows.step() else {
            next = nil
            return
        }
        guard let hash = rows.digest(2) else { throw .corrupt("its hash has not 32 bytes") }
        next = Entry(number: rows.int(0), sequence: rows.int(1), hash: hash)
    }
}
