// A prepared statement of SQLite: the thin layer's second half.

import Catalog
import CSQLite

/// A prepared statement, used by one thread at a time; finalised with its last reference.
final class Statement {
    private let handle: OpaquePointer

    /// Tells SQLite to copy what is bound: `SQLITE_TRANSIENT`, a cast that C macros cannot carry
    /// over to Swift.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ sql: UnsafePointer<CChar>, on connection: OpaquePointer) throws(SQLiteFailure) {
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v3(
            connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK, let handle else { throw SQLiteFailure(code, on: connection) }
        self.handle = handle
    }

    deinit { sqlite3_finalize(handle) }

    // MARK: Running

    /// Goes to the next row; false when there is none.
    func step() throws(SQLiteFailure) -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        throw SQLiteFailure(code, on: sqlite3_db_handle(handle))
    }

    /// Runs a statement that gives no rows, and makes it ready for the next time.
    func run() throws(SQLiteFailure) {
        defer { reset() }
        _ = try step()
    }

    /// The same where an error cannot be thrown; nil when there is none.
    func failureOfRun() -> SQLiteFailure? {
        do throws(SQLiteFailure) {
            try run()
            return nil
        } catch {
            return error
        }
    }

    /// Ends the statement's hold on the file and on what was bound.
    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    // MARK: Binding; the first place is 1

    func bind(_ place: Int32, _ value: Int) { sqlite3_bind_int64(handle, place, Int64(value)) }

    func bind(_ place: Int32, text: String) {
        var text = text
        text.withUTF8 { bind(place, text: UnsafeRawBufferPointer($0)) }
    }

    func bind(_ place: Int32, text: UnsafeRawBufferPointer) {
        let start = text.assumingMemoryBound(to: CChar.self).baseAddress
        guard let start else { return _ = sqlite3_bind_text(handle, place, "", 0, nil) }
        sqlite3_bind_text(handle, place, start, Int32(text.count), Self.copied)
    }

    /// Binds a text that stays where it is until the statement is reset, so that SQLite need not
    /// copy it.
    func lend(_ place: Int32, text: UnsafeRawBufferPointer) {
        let start = text.assumingMemoryBound(to: CChar.self).baseAddress
        guard let start else { return _ = sqlite3_bind_text(handle, place, "", 0, nil) }
        sqlite3_bind_text(handle, place, start, Int32(text.count), nil)
    }

    func bind(_ place: Int32, blob: UnsafeRawBufferPointer) {
        guard let start = blob.baseAddress else {
            return _ = sqlite3_bind_zeroblob(handle, place, 0)
        }
        sqlite3_bind_blob(handle, place, start, Int32(blob.count), Self.copied)
    }

    func bind(_ place: Int32, _ digest: Digest) {
        digest.withBytes { bind(place, blob: $0) }
    }

    // MARK: Reading the row; the first column is 0

    func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

    /// The bytes of a text or blob, valid until the next step; empty for an empty one and NULL.
    func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(handle, column)
        return UnsafeRawBufferPointer(
            start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }

    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    /// `SQLITE_INTEGER`, `SQLITE_TEXT`, `SQLITE_BLOB`, `SQLITE_NULL` and so on.
    func type(_ column: Int32) -> Int32 { sqlite3_column_type(handle, column) }

    func isNull(_ column: Int32) -> Bool { type(column) == SQLITE_NULL }

    /// Nil unless the column holds exactly 32 bytes.
    func digest(_ column: Int32) -> Digest? {
        let bytes = bytes(column)
        return bytes.count == 32 ? Digest(bytes: bytes) : nil
    }
}
