// A connection to SQLite: the thin layer over the C library, with nothing in it about journals.

import CSQLite

/// One connection with its prepared statements, used by one thread at a time.
final class Connection {
    let handle: OpaquePointer
    /// By the address of their SQL, which is a literal of the program.
    private var statements: [UnsafePointer<UInt8>: Statement] = [:]
    /// Pages in the write-ahead log after the last commit; 0 until there was one.
    private(set) var logPages: Int32 = 0

    /// Opens a path or a `file:` URI with flags of `sqlite3_open_v2`, to which ours are added, on
    /// the VFS of a name or on the system's own.
    init(_ location: String, flags: Int32, vfs: String? = nil) throws(SQLiteFailure) {
        var opened: OpaquePointer?
        let flags = flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE
        let code = sqlite3_open_v2(location, &opened, flags, vfs)
        guard code == SQLITE_OK, let opened else {
            let failure = SQLiteFailure(code, on: opened)
            sqlite3_close_v2(opened)
            throw failure
        }
        handle = opened
    }

    deinit {
        statements = [:]
        sqlite3_close_v2(handle)
    }

    /// The prepared statement of a literal, made at its first use and kept.
    func statement(_ sql: StaticString) throws(SQLiteFailure) -> Statement {
        if let statement = statements[sql.utf8Start] { return statement }
        let text = UnsafeRawPointer(sql.utf8Start).assumingMemoryBound(to: CChar.self)
        let statement = try Statement(text, on: handle)
        statements[sql.utf8Start] = statement
        return statement
    }

    /// Runs one or several statements, and forgets rows.
    func execute(_ sql: String) throws(SQLiteFailure) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw SQLiteFailure(code, on: handle) }
    }

    /// The rows of a query, each made into a value.
    func rows<Row>(
        _ sql: StaticString, _ bind: (Statement) -> Void = { _ in },
        row: (Statement) throws(SQLiteFailure) -> Row
    ) throws(SQLiteFailure) -> [Row] {
        let statement = try statement(sql)
        defer { statement.reset() }
        bind(statement)
        var rows: [Row] = []
        while try statement.step() { rows.append(try row(statement)) }
        return rows
    }

    /// The first row of a query; nil when it has none.
    func first<Row>(
        _ sql: StaticString, _ bind: (Statement) -> Void = { _ in },
        row: (Statement) throws(SQLiteFailure) -> Row
    ) throws(SQLiteFailure) -> Row? {
        let statement = try statement(sql)
        defer { statement.reset() }
        bind(statement)
        return try statement.step() ? row(statement) : nil
    }

    func int(_ sql: StaticString) throws(SQLiteFailure) -> Int {
        try first(sql) { $0.int(0) } ?? 0
    }

    func text(_ sql: StaticString) throws(SQLiteFailure) -> String {
        try first(sql) { $0.text(0) } ?? ""
    }

    /// Begins to see one state of the file, whatever others commit meanwhile.
    func beginView() throws(SQLiteFailure) { try execute("BEGIN") }

    /// Ends the view.
    ///
    /// Nothing was written, so that nothing can be lost, whatever SQLite answers.
    func endView() { sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) }

    /// True while a transaction is open.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// True when SQLite fell back to reading only, since the file may not be written.
    var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

    func setBusyTimeout(_ timeout: Duration) {
        let milliseconds =
            timeout.components.seconds * 1000
            + timeout.components.attoseconds / 1_000_000_000_000_000
        sqlite3_busy_timeout(handle, Int32(clamping: milliseconds))
    }

    /// Registers a function without arguments that answers 1, for use in triggers too.
    func register(function name: String) throws(SQLiteFailure) {
        let code = sqlite3_create_function_v2(
            handle, name, 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, nil,
            { context, _, _ in sqlite3_result_int(context, 1) }, nil, nil, nil)
        guard code == SQLITE_OK else { throw SQLiteFailure(code, on: handle) }
    }

    /// Takes over the checkpoints from SQLite, which would not tell us that one failed.
    ///
    /// The hook lives no longer than the connection, which outlives it by closing in `deinit`.
    func watchLog() {
        let connection = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_wal_hook(
            handle,
            { connection, _, _, pages in
                guard let connection else { return SQLITE_OK }
                Unmanaged<Connection>.fromOpaque(connection).takeUnretainedValue().logPages = pages
                return SQLITE_OK
            }, connection)
    }

    /// Copies the log into the file and empties it; false while a reader needs what is in it.
    func emptyLog() throws(SQLiteFailure) -> Bool {
        let code = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        if code & 0xFF == SQLITE_BUSY { return false }
        guard code == SQLITE_OK else { throw SQLiteFailure(code, on: handle) }
        return true
    }

    /// Copies the log into the file as far as readers let it.
    func checkpoint() throws(SQLiteFailure) {
        let code = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
        guard code == SQLITE_OK || code & 0xFF == SQLITE_BUSY else {
            throw SQLiteFailure(code, on: handle)
        }
    }
}
