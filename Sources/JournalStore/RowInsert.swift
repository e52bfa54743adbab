// INSERT statements of one table, for one row or several.

/// Inserts many rows with few statements.
///
/// Before a statement of a transaction changes a page, SQLite keeps a copy of it, in case the
/// statement fails half-way: for rows that are appended to the same page that is most of the work,
/// and rows of one statement share it.
final class RowInsert {
    /// How many rows the statements have, the most first.
    private static let sizes = [16, 4, 1]
    static var rowsMax: Int { sizes[0] }

    private let head: String
    private let columns: Int
    private var statements: [Int: Statement] = [:]

    /// - `head`: the statement up to the word VALUES, of a table with so many columns.
    init(_ head: String, columns: Int) {
        self.head = head
        self.columns = columns
    }

    /// Inserts so many rows.
    ///
    /// Calls `bind` for each with its number and the place of its first column. What is lent to the
    /// statement must stay where it is until this returns.
    func run(
        rows: Int, on connection: Connection, _ bind: (Statement, Int, Int32) -> Void
    ) throws(SQLiteFailure) {
        var first = 0
        while first < rows {
            let size = Self.sizes.first { $0 <= rows - first } ?? 1
            let statement = try statement(rows: size, on: connection)
            for row in 0..<size { bind(statement, first + row, Int32(row * columns + 1)) }
            try statement.run()
            first += size
        }
    }

    private func statement(
        rows: Int, on connection: Connection
    ) throws(SQLiteFailure) -> Statement {
        if let statement = statements[rows] { return statement }
        let row = "(" + Array(repeating: "?", count: columns).joined(separator: ",") + ")"
        let values = Array(repeating: row, count: rows).joined(separator: ",")
        let statement = try Statement("\(head) VALUES \(values)", on: connection.handle)
        statements[rows] = statement
        return statement
    }
}
