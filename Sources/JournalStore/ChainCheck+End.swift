// A look at the end of the chain only, before anything is added to it.

import Catalog

extension ChainCheck {
    /// Holds the last event against the one before it, which costs nothing however long the
    /// journal is.
    ///
    /// - Throws: `.corrupt` with what is wrong, or why it cannot be read.
    static func checkEnd(of reader: ReaderConnection) throws(JournalError) {
        let stop = try SQLite.at(reader.path) { () throws(SQLiteFailure) -> Stop? in
            let head = try reader.head()
            guard head.sequence > 0 else { return nil }
            let before = try reader.connection.first("SELECT hash FROM events WHERE sequence = ?1")
            {
                $0.bind(1, head.sequence - 1)
            } row: {
                $0.digest(0)
            }
            let genesis = try JournalIdentity(reader.connection).genesis
            let hash = head.sequence == 1 ? genesis : (before ?? nil)
            guard let hash else {
                return Stop(finding: .event(head.sequence - 1, .missing))
            }
            var check = try ChainCheck(
                reader, behind: JournalHead(sequence: head.sequence - 1, hash: hash))
            return check.advance(through: .max)
        }
        if let failure = stop?.failure { throw failure }
        if let stop { throw .corrupt(path: reader.path, what: stop.finding.description) }
    }
}
