// What SQLite answers when it cannot, before it is told in our words.

import CSQLite

/// A result code of SQLite with its message.
struct SQLiteFailure: Error {
    /// The extended code; its low byte is the primary one.
    let code: Int32
    let message: String

    var primary: Int32 { code & 0xFF }

    init(code: Int32, message: String) {
        self.code = code
        self.message = message
    }

    /// The last failure of a connection; `code` is the answer of the call itself.
    init(_ code: Int32, on handle: OpaquePointer?) {
        guard let handle else {
            self.init(code: code, message: String(cString: sqlite3_errstr(code)))
            return
        }
        self.init(
            code: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle))
        )
    }

    /// Contents that SQLite accepts and the format does not.
    static func corrupt(_ what: String) -> SQLiteFailure {
        SQLiteFailure(code: SQLITE_CORRUPT, message: what)
    }

    /// The same in the journal's words.
    func error(path: String) -> JournalError {
        switch primary {
        case SQLITE_FULL: .diskFull(path: path)
        case SQLITE_READONLY: .readOnly(path: path)
        case SQLITE_CORRUPT: .corrupt(path: path, what: message)
        case SQLITE_NOTADB: .notAJournal(path: path)
        case SQLITE_BUSY, SQLITE_LOCKED: .busy(path: path)
        default: .failed(path: path, what: message)
        }
    }
}
