// Why a journal could not be copied to another file, written out, or read in.

/// What ended a backup, an export or an import; nothing that looks good is left behind.
package enum TransferError: Error, Hashable, Sendable {
    /// There is something at the path, and it is never overwritten.
    case exists(path: String)
    /// The file to read cannot be read; `what` is the system's reason.
    case unreadable(path: String, what: String)
    /// The new file cannot be written; `what` is the system's reason.
    case unwritable(path: String, what: String)
    /// Nobody reads any more what is written; only of a pipe or a socket.
    case unread(path: String)
    /// A line of an export, counted from 1, is not what it must be.
    case wrongLine(Int, what: String)
    /// A copy was made and is not a good journal; it was thrown away.
    case notGood(what: String)
    /// The one who asked for it wants it no more.
    case stopped
    /// The journal itself refused or failed.
    case journal(JournalError)
}

extension TransferError: CustomStringConvertible {
    /// One sentence of what happened, without contents.
    package var description: String {
        switch self {
        case .exists(let path): "\(path) is there already, and was left as it is."
        case .unreadable(let path, let what): "\(path) cannot be read: \(what)."
        case .unwritable(let path, let what): "\(path) cannot be written: \(what)."
        case .unread(let path): "Nobody reads \(path) any more."
        case .wrongLine(let line, let what): "Line \(line): \(what)."
        case .notGood(let what): "The copy is not a good journal and was thrown away: \(what)."
        case .stopped: "Stopped; nothing was left behind."
        case .journal(let error): error.description
        }
    }

    /// One sentence of what to do next.
    package var hint: String {
        switch self {
        case .exists: "Name a file that is not there yet."
        case .unreadable: "Check the path and that you may read it."
        case .unwritable: "Check the folder, the rights on it and the space on the disk."
        case .unread: "Let the reader take all of it, or name a file."
        case .wrongLine: "Nothing was imported; export the journal again, whole."
        case .notGood: "Run 'plysync journal verify': the journal itself may be damaged."
        case .stopped: "Run the same command again."
        case .journal(let error): error.hint
        }
    }

    /// Runs work on a journal, and tells its failure as this kind of error.
    static func at<Value>(
        _ path: String, _ work: () throws(SQLiteFailure) -> Value
    ) throws(TransferError) -> Value {
        do throws(SQLiteFailure) {
            return try work()
        } catch {
            throw .journal(error.error(path: path))
        }
    }

    /// The same for work that fails in the journal's own words.
    static func asking<Value>(
        _ work: () throws(JournalError) -> Value
    ) throws(TransferError) -> Value {
        do throws(JournalError) {
            return try work()
        } catch {
            throw .journal(error)
        }
    }
}
