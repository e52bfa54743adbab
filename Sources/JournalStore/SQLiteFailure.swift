// What SQLite answers when it cannot, before it is told in our words.

import CSQLite

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A result code of SQLite with its message.
struct SQLiteFailure: Error {
    /// The extended code; its low byte is the primary one.
    let code: Int32
    let message: String
    /// `errno`, where SQLite names one: beside failures to open and of the disk.
    let systemCode: Int32

    var primary: Int32 { code & 0xFF }

    init(code: Int32, message: String, systemCode: Int32 = 0) {
        self.code = code
        self.message = message
        self.systemCode = systemCode
    }

    /// The last failure of a connection; `code` is the answer of the call itself.
    init(_ code: Int32, on handle: OpaquePointer?) {
        guard let handle else {
            self.init(code: code, message: String(cString: sqlite3_errstr(code)))
            return
        }
        self.init(
            code: sqlite3_extended_errcode(handle),
            message: String(cString: sqlite3_errmsg(handle)),
            systemCode: sqlite3_system_errno(handle))
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
        case SQLITE_IOERR: diskError(path: path)
        case SQLITE_CANTOPEN: openError(path: path)
        default: .failed(path: path, what: message)
        }
    }

    private var systemMessage: String {
        systemCode == 0 ? message : "\(message) (\(String(cString: strerror(systemCode))))"
    }

    private func diskError(path: String) -> JournalError {
        [ENOSPC, EDQUOT].contains(systemCode)
            ? .diskFull(path: path) : .diskFailed(path: path, what: systemMessage)
    }

    private func openError(path: String) -> JournalError {
        switch systemCode {
        case ENOSPC, EDQUOT: .diskFull(path: path)
        case EIO: .diskFailed(path: path, what: systemMessage)
        case EACCES, EPERM, EROFS:
            FilePath.isReadable(path) ? .readOnly(path: path) : .unreadable(path: path)
        default: .failed(path: path, what: systemMessage)
        }
    }
}
