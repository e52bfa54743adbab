// Why a scan ended early: its two sources of errors, kept apart.

/// A failure of reading, or the error of the scan's body.
enum ScanStop<Failure: Error>: Error {
    case journal(JournalError)
    case body(Failure)

    /// Runs a piece of SQLite's work in a scan of the journal at `path`.
    static func reading<Value>(
        _ path: String, _ work: () throws(SQLiteFailure) -> Value
    ) throws(ScanStop) -> Value {
        do throws(SQLiteFailure) {
            return try work()
        } catch {
            throw .journal(error.error(path: path))
        }
    }

    /// Runs a piece of work that fails as the journal does.
    static func asking<Value>(
        _ work: () throws(JournalError) -> Value
    ) throws(ScanStop) -> Value {
        do throws(JournalError) {
            return try work()
        } catch {
            throw .journal(error)
        }
    }
}
