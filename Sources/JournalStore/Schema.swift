// The tables of the format, as schema.sql writes them, and what a file has instead.

/// The embedded `schema.sql`, and how to hold a file against it.
enum Schema {
    static let applicationID = 1_349_286_227
    static let version = 1

    /// The text of `journal/schema.sql`.
    static var sql: String { String(decoding: PackageResources.schema_sql, as: UTF8.self) }

    /// What a file's tables, indexes, triggers and views have to be, one sentence for each that
    /// is not; empty when all is right.
    static func differences(in connection: Connection) throws(SQLiteFailure) -> [String] {
        let model = try Connection(":memory:", flags: SQLite.create)
        try model.execute(sql)
        let expected = try definitions(in: model)
        let found = try definitions(in: connection)
        var differences: [String] = []
        for definition in expected {
            guard let other = found.first(where: { $0.hasName(of: definition) }) else {
                differences.append("\(definition.title) is missing")
                continue
            }
            if other != definition { differences.append("\(definition.title) was changed") }
        }
        for definition in found where !expected.contains(where: { $0.hasName(of: definition) }) {
            differences.append("\(definition.title) does not belong here")
        }
        return differences
    }

    /// One row of `sqlite_schema`.
    private struct Definition: Equatable {
        let type: String
        let name: String
        let table: String
        let sql: String

        var title: String { "\(type) \(name)" }
        func hasName(of other: Definition) -> Bool { type == other.type && name == other.name }
    }

    /// Statistics that ANALYZE leaves are not part of the format and do no harm.
    private static func definitions(
        in connection: Connection
    ) throws(SQLiteFailure) -> [Definition] {
        try connection.rows(
            """
            SELECT type, name, tbl_name, sql FROM sqlite_schema
            WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY type, name
            """
        ) { row in
            Definition(type: row.text(0), name: row.text(1), table: row.text(2), sql: row.text(3))
        }
    }
}
