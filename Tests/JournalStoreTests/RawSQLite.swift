// Another tool with its hands in the journal: SQLite without anything of ours.

import CSQLite
import Testing

/// A plain connection, as the sqlite3 shell has it.
final class RawSQLite {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private var handle: OpaquePointer?

    /// With `knowsFunction` it has the function that only plysync has, to see what the triggers do
    /// when its absence does not stop them.
    init(_ path: String, knowsFunction: Bool = false) throws {
        guard sqlite3_open(path, &handle) == SQLITE_OK else { throw failure }
        if knowsFunction {
            sqlite3_create_function(
                handle, "only_plysync_writes", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, nil,
                { context, _, _ in sqlite3_result_int(context, 1) }, nil, nil)
        }
    }

    deinit { sqlite3_close(handle) }

    func execute(_ sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
    }

    func text(_ sql: String) throws -> [String] {
        try rows(sql) { statement in
            sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? ""
        }
    }

    /// The bytes of one value.
    func bytes(_ sql: String) throws -> [UInt8] {
        try #require(
            try rows(sql) { statement in
                let count = Int(sqlite3_column_bytes(statement, 0))
                return Array(
                    UnsafeRawBufferPointer(start: sqlite3_column_blob(statement, 0), count: count))
            }.first)
    }

    /// Runs a statement with one value bound as text or blob.
    func execute(_ sql: String, _ bytes: [UInt8], asText: Bool) throws {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else {
            throw failure
        }
        defer { sqlite3_finalize(statement) }
        let code = bytes.withUnsafeBytes { bytes in
            asText
                ? sqlite3_bind_text(
                    statement, 1, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count),
                    nil)
                : sqlite3_bind_blob(statement, 1, bytes.baseAddress, Int32(bytes.count), nil)
        }
        guard code == SQLITE_OK else { throw failure }
        // The bytes are still there: the array lives until the end of the function.
        try withExtendedLifetime(bytes) {
            guard sqlite3_step(statement) == SQLITE_DONE else { throw failure }
        }
    }

    /// Does what nobody may: drops the triggers, runs `work`, and puts them back as they were.
    func pastTriggers(_ work: () throws -> Void) throws {
        let triggers = try text(
            "SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid")
        for name in try text("SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
            try execute("DROP TRIGGER \(name)")
        }
        try work()
        for trigger in triggers { try execute(trigger) }
    }

    private func rows<Row>(_ sql: String, _ row: (OpaquePointer?) -> Row) throws -> [Row] {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else {
            throw failure
        }
        defer { sqlite3_finalize(statement) }
        var rows: [Row] = []
        while sqlite3_step(statement) == SQLITE_ROW { rows.append(row(statement)) }
        return rows
    }

    private var failure: Failure { Failure(description: String(cString: sqlite3_errmsg(handle))) }
}
