// The write-ahead log as a file: what SQLite has no statement for.

import CSQLite

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension Connection {
    /// SQLite's own files take fewer than 128 KiB at a time.
    private static let chunkBytes = 1 << 16

    /// Writes every byte of the log again where it stands, and syncs it.
    ///
    /// To be called in a write transaction to which nothing was added yet.
    func renewLog() throws(SQLiteFailure) {
        var found: UnsafeMutablePointer<sqlite3_file>?
        try check(sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &found))
        guard let log = found, let functions = log.pointee.pMethods?.pointee else { return }
        var size: Int64 = 0
        try check(functions.xFileSize(log, &size))
        guard size > 0 else { return }
        let buffer = UnsafeMutableRawBufferPointer.allocate(
            byteCount: Self.chunkBytes, alignment: 8)
        defer { buffer.deallocate() }
        for start in stride(from: 0, to: size, by: Self.chunkBytes) {
            let count = Int32(min(Int64(Self.chunkBytes), size - start))
            try check(functions.xRead(log, buffer.baseAddress, count, start))
            try check(functions.xWrite(log, buffer.baseAddress, count, start))
        }
        try check(functions.xSync(log, SQLITE_SYNC_FULL))
    }

    /// Failures of a file are not noted on the connection, where others are asked for.
    private func check(_ code: Int32) throws(SQLiteFailure) {
        guard code == SQLITE_OK else {
            throw SQLiteFailure(
                code: code, message: String(cString: sqlite3_errstr(code)), systemCode: errno)
        }
    }
}
