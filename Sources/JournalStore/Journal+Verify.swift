// Verification, for whoever holds a path, a reader or a journal.

package import Catalog

extension Journal {
    /// Holds a file against its format and its chain; works while a run writes to it.
    ///
    /// Against a head that was kept elsewhere it also finds a cut tail, and a history that was
    /// written anew.
    ///
    /// - Throws: when the file cannot be read as a journal at all: `.missing`, `.notAJournal`,
    ///   `.newerFormat`, `.corrupt`, `.failed`. All else is in the findings.
    package static func verify(
        at path: String, head: JournalHead? = nil, depth: Verification.Depth = .everything
    ) throws(JournalError) -> Verification {
        let pool = try ReaderPool(path: try FilePath.resolved(path))
        return try JournalReader.verify(.file(pool), path: pool.path, head: head, depth: depth)
    }
}

extension JournalReader {
    /// The same for a journal that is open.
    package func verify(
        head: JournalHead? = nil, depth: Verification.Depth = .everything
    ) throws(JournalError) -> Verification {
        try Self.verify(source, path: path, head: head, depth: depth)
    }

    static func verify(
        _ source: Source, path: String, head: JournalHead?, depth: Verification.Depth
    ) throws(JournalError) -> Verification {
        try with(source) { (reader) throws(JournalError) in
            try reader.inOneView { () throws(JournalError) in
                // With nothing that was read before: names are looked at as well.
                let fresh = ReaderConnection(reader.connection, path: path)
                return Verifier.run(fresh, head: head, depth: depth)
            }
        }
    }
}
