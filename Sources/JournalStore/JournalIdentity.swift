// What a journal says of itself.

import Catalog

/// The one row of the table `journal`.
struct JournalIdentity: Sendable {
    let format: String
    /// 16 random bytes.
    let id: [UInt8]
    let created: Instant

    /// The hash before the first event.
    var genesis: Digest { ChainLink.genesis(format: format, id: id, created: created) }

    /// The id in hexadecimal digits.
    var text: String { Self.text(id) }

    /// An id in hexadecimal digits.
    static func text(_ id: [UInt8]) -> String {
        id.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    init(_ connection: Connection) throws(SQLiteFailure) {
        let rows = try connection.rows("SELECT format, id, created FROM journal") { row in
            (format: row.text(0), id: Array(row.bytes(1)), created: row.int(2))
        }
        guard rows.count == 1, let row = rows.first, row.format == ChainLink.format else {
            throw .corrupt("its table journal does not say which journal it is")
        }
        format = row.format
        id = row.id
        created = Instant(microseconds: row.created)
    }
}
