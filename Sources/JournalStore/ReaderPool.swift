// Connections for reading a file: each reader has one to itself, so that readers wait for nobody.

import Catalog
import Synchronization

/// Hands out connections to one file, and keeps a few for the next reader.
final class ReaderPool: Sendable {
    /// A connection in the hands of one reader.
    ///
    /// It may cross threads unchecked, since it is in the pool or with the one who borrowed it,
    /// never both, and the pool's lock stands between any two borrowers.
    private struct Lease: @unchecked Sendable {
        let connection: ReaderConnection
    }

    private static let idleMax = 4

    let path: String
    private let location: String
    private let vfs: String?
    /// What the file looked like at the start, where SQLite cannot watch for writers.
    private let witness: FileWitness?
    private let idle = Mutex<[Lease]>([])

    /// Opens a first connection and checks that the file is a journal.
    ///
    /// In a folder that may not be written SQLite needs the writer's log files, which exist while a
    /// writer runs. Where they are absent nobody writes, so the file is read as one that does not
    /// change, and a change is an error instead of a wrong answer.
    init(path: String, vfs: String? = nil) throws(JournalError) {
        guard FilePath.exists(path) else { throw .missing(path: path) }
        self.path = path
        self.vfs = vfs
        let isStill = !FilePath.isFolderWritable(path) && !FilePath.exists(path + "-wal")
        location = isStill ? FilePath.uri(path, "immutable=1") : path
        witness = isStill ? FileWitness(path) : nil
        let connection = try JournalFile.reading(location, path: path, vfs: vfs)
        do throws(JournalError) {
            try JournalFile.check(connection, path: path)
        } catch .failed where !FilePath.isFolderWritable(path) && FilePath.exists(path + "-wal") {
            throw .needsRecovery(path: path)
        } catch {
            throw error
        }
        let lease = Lease(connection: ReaderConnection(connection, path: path))
        idle.withLock { $0.append(lease) }
    }

    /// Runs `work` with a connection that nobody else has.
    func withConnection<Value>(
        _ work: (ReaderConnection) throws(JournalError) -> Value
    ) throws(JournalError) -> Value {
        let kept = idle.withLock { $0.popLast() }
        let lease = if let kept { kept } else { try opened() }
        defer {
            idle.withLock { idle in
                if idle.count < Self.idleMax { idle.append(lease) }
            }
        }
        let result: Result<Value, JournalError>
        do throws(JournalError) {
            result = .success(try work(lease.connection))
        } catch {
            result = .failure(error)
        }
        // Whatever was found in a file that changed meanwhile is worth nothing, errors included.
        if let witness, witness != FileWitness(path) { throw .changedWhileRead(path: path) }
        return try result.get()
    }

    /// Closes the connections that nobody uses; the next reader opens one anew.
    func drain() { idle.withLock { $0 = [] } }

    private func opened() throws(JournalError) -> Lease {
        let connection = try JournalFile.reading(location, path: path, vfs: vfs)
        return Lease(connection: ReaderConnection(connection, path: path))
    }
}
