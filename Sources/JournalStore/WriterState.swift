// The one place of a journal that writes, and whether it still may.

/// A writer, or why there is none any more.
enum WriterState {
    case open(Writer)
    /// A commit failed: what is on disk is not known until the file is opened again.
    case poisoned(reason: String)
    case closed

    /// - Throws: `.poisoned` or `.closed`.
    func writer() throws(JournalError) -> Writer {
        switch self {
        case .open(let writer): return writer
        case .poisoned(let reason): throw .poisoned(reason: reason)
        case .closed: throw .closed
        }
    }

    /// Commits appends together, each with its own answer.
    mutating func commit(_ requests: [AppendRequest]) -> [Result<Appended, JournalError>] {
        switch writing({ writer throws(SQLiteFailure) in try writer.commit(requests) }) {
        case .success(let answers):
            // These events are on disk, whatever becomes of the log; a failure there is told to
            // the next who appends.
            _ = writing { writer throws(SQLiteFailure) in try writer.shortenLog() }
            return answers
        case .failure(let error): return requests.map { _ in .failure(error) }
        }
    }

    /// Commits an append, and blanks what it names.
    mutating func redact(_ request: AppendRequest) -> Result<Appended, JournalError> {
        switch writing({ writer throws(SQLiteFailure) in try writer.redact(request) }) {
        case .success(let answer): answer
        case .failure(let error): .failure(error)
        }
    }

    /// Erases what was blanked from the file; false while a reader keeps some of it.
    mutating func eraseRemains() -> Result<Bool, JournalError> {
        writing { writer throws(SQLiteFailure) in try writer.eraseRemains() }
    }

    /// Ends all writing.
    mutating func close() {
        // The index is derived: what is not written now is collected at the next opening.
        if case .open = self {
            _ = writing { writer throws(SQLiteFailure) in try writer.finishSubjectIndex() }
        }
        self = .closed
    }

    mutating func rebuildSubjectIndex() -> Result<Void, JournalError> {
        writing { writer throws(SQLiteFailure) in try writer.rebuildSubjectIndex() }
    }

    /// Runs work that writes.
    ///
    /// After a failure of SQLite the connection is closed for good: a commit that failed may be on
    /// disk or not, and a later one must not build on it. Only where the transaction did not even
    /// begin, since another tool had the file, may the next one try again.
    private mutating func writing<Value>(
        _ work: (Writer) throws(SQLiteFailure) -> Value
    ) -> Result<Value, JournalError> {
        do throws(JournalError) {
            let writer = try writer()
            do throws(SQLiteFailure) {
                return .success(try work(writer))
            } catch {
                let error = error.error(path: writer.path)
                let hasNotBegun =
                    error == .busy(path: writer.path) && !writer.connection.isInTransaction
                if !hasNotBegun { self = .poisoned(reason: error.description) }
                throw error
            }
        } catch {
            return .failure(error)
        }
    }
}
