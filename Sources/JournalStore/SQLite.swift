// Where SQLite's failures become the journal's errors.

import CSQLite

/// Flags for opening, and the bridge from one kind of error to the other.
enum SQLite {
    static let read = SQLITE_OPEN_READONLY
    static let write = SQLITE_OPEN_READWRITE
    static let create = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE

    /// Runs `work`, and tells its failure as one of the journal at `path`.
    static func at<Value>(
        _ path: String, _ work: () throws(SQLiteFailure) -> Value
    ) throws(JournalError) -> Value {
        do throws(SQLiteFailure) {
            return try work()
        } catch {
            throw error.error(path: path)
        }
    }
}
