// SQLite's online backup.

import CSQLite

extension Connection {
    /// Copies the state that this connection sees, page by page, into another, empty database.
    ///
    /// Within a view the copy is of that one state, whatever others commit meanwhile.
    ///
    /// - `shouldStop`: asked now and then.
    /// - Returns: false when it was stopped.
    func copy(
        to other: Connection, shouldStop: () -> Bool
    ) throws(SQLiteFailure) -> Bool {
        guard let backup = sqlite3_backup_init(other.handle, "main", handle, "main") else {
            throw SQLiteFailure(sqlite3_errcode(other.handle), on: other.handle)
        }
        var code = SQLITE_OK
        // 8 MiB at a time.
        while code == SQLITE_OK, !shouldStop() { code = sqlite3_backup_step(backup, 256) }
        sqlite3_backup_finish(backup)
        if code == SQLITE_OK { return false }
        guard code == SQLITE_DONE else { throw SQLiteFailure(code, on: other.handle) }
        return true
    }
}
