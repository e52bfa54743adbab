// Opening a file as a journal: what is set up and checked before anything is read or written.

import Catalog

/// Sets up connections, creates journals, and tells a journal from other files.
enum JournalFile {
    // MARK: Opening

    /// A connection that reads; `location` is a path or a `file:` URI.
    static func reading(
        _ location: String, path: String, vfs: String?
    ) throws(JournalError) -> Connection {
        try SQLite.at(path) { () throws(SQLiteFailure) in
            let connection = try Connection(location, flags: SQLite.read, vfs: vfs)
            try harden(connection)
            return connection
        }
    }

    /// A connection that may append; it is not yet durable.
    ///
    /// - Throws: `.readOnly` when only reading is allowed.
    static func writing(
        _ location: String, path: String, flags: Int32, options: JournalOptions
    ) throws(JournalError) -> Connection {
        let connection = try SQLite.at(path) { () throws(SQLiteFailure) in
            let connection = try Connection(location, flags: flags, vfs: options.storage.vfs)
            connection.setBusyTimeout(options.busyTimeout)
            try harden(connection)
            try connection.register(function: "only_plysync_writes")
            return connection
        }
        // SQLite falls back to reading without a word.
        guard !connection.isReadOnly else { throw .readOnly(path: path) }
        return connection
    }

    /// What holds for every connection, since the file may have been made by anybody.
    private static func harden(_ connection: Connection) throws(SQLiteFailure) {
        try connection.execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
    }

    /// Asks SQLite for the durability that is promised, and reads back whether it gives it.
    static func makeDurable(
        _ connection: Connection, path: String, as wanted: JournalStorage.Synchronous
    ) throws(JournalError) {
        let (mode, synchronous) = try SQLite.at(path) { () throws(SQLiteFailure) in
            // On macOS only a full sync reaches the disk. What takes back one statement of a
            // transaction stays in memory: a page each, which would else go through a file in the
            // system's temporary folder, whose disk has nothing to do with the journal's.
            try connection.execute(
                """
                PRAGMA journal_mode = WAL; PRAGMA synchronous = \(wanted.rawValue);
                PRAGMA fullfsync = ON; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY
                """)
            // Asked anew: the change of mode answers before it is on disk, where it may yet fail.
            let mode = try connection.text("PRAGMA journal_mode")
            return (mode, try connection.int("PRAGMA synchronous"))
        }
        guard mode == "wal" else {
            throw .notDurable(path: path, what: "its journal mode is \(mode) instead of wal")
        }
        guard synchronous == wanted.rawValue else {
            throw .notDurable(path: path, what: "synchronous is \(synchronous) instead of FULL")
        }
        connection.watchLog()
    }

    /// Writes a log that an earlier writer left once more, and waits until it is on disk.
    ///
    /// Where a sync of that log failed, the system goes on to show what the disk may never have got,
    /// and calls the next sync a success. What is then copied from there into the file, or appended
    /// behind it, would not survive a power cut.
    static func renewLog(_ connection: Connection, path: String) throws(JournalError) {
        try SQLite.at(path) { () throws(SQLiteFailure) in
            // Nobody begins the log anew meanwhile.
            try connection.execute("BEGIN IMMEDIATE")
            defer { connection.endView() }
            try connection.renewLog()
        }
    }

    // MARK: Checking

    /// True when nothing was ever written to the file.
    static func isEmpty(_ connection: Connection) throws(SQLiteFailure) -> Bool {
        let tables = try connection.int("SELECT count(*) FROM sqlite_schema")
        let application = try connection.int("PRAGMA application_id")
        return tables == 0 && application == 0
    }

    /// Tells a journal that this program reads from everything else.
    ///
    /// - Throws: `.notAJournal`, `.newerFormat`, `.corrupt`.
    static func check(_ connection: Connection, path: String) throws(JournalError) {
        let (application, version, encoding) = try SQLite.at(path) { () throws(SQLiteFailure) in
            (
                try connection.int("PRAGMA application_id"),
                try connection.int("PRAGMA user_version"), try connection.text("PRAGMA encoding")
            )
        }
        guard application == Schema.applicationID else { throw .notAJournal(path: path) }
        guard version <= Schema.version else {
            throw .newerFormat(found: version, supported: Schema.version)
        }
        guard version == Schema.version, encoding == "UTF-8" else {
            throw .corrupt(path: path, what: "its format is said to be \(version) in \(encoding)")
        }
    }

    // MARK: Creating

    /// Makes the tables of an empty file in one transaction: a crash leaves it empty.
    static func create(_ connection: Connection, options: JournalOptions) throws(SQLiteFailure) {
        try create(connection, id: options.randomBytes(16), created: options.now())
    }

    /// The same for a journal that was begun elsewhere.
    static func create(
        _ connection: Connection, id: [UInt8], created: Instant
    ) throws(SQLiteFailure) {
        precondition(id.count == 16, "the id of a journal has 16 bytes")
        // Deferred, since the page size can be set only before the first page is made.
        try connection.execute("BEGIN")
        try connection.execute(Schema.sql)
        let insert = try connection.statement(
            "INSERT INTO journal (one, format, id, created) VALUES (1, ?1, ?2, ?3)")
        insert.bind(1, text: ChainLink.format)
        id.withUnsafeBytes { insert.bind(2, blob: $0) }
        insert.bind(3, created.microseconds)
        try insert.run()
        try connection.execute("COMMIT")
    }
}
