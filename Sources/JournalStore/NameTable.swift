// The table of names: runs, systems and kinds as small numbers.

/// The names of a journal as one connection has read them; number n is the n-th.
final class NameTable {
    private(set) var texts: [String] = []
    /// Each name as a field of the hashed header: its length in four bytes, then its bytes.
    private(set) var fields: [[UInt8]] = []
    private var numbers: [String: Int] = [:]
    /// The number of a name that stands there a second time, which only a damaged file has.
    private(set) var repeated: Int?

    var count: Int { texts.count }

    /// Nil when no such name was read.
    func number(of text: String) -> Int? { numbers[text] }

    func contains(_ number: Int) -> Bool { number >= 1 && number <= texts.count }

    /// The name of a number that the table contains.
    func text(_ number: Int) -> String { texts[number - 1] }

    /// Adds the next name.
    func append(_ text: String) {
        texts.append(text)
        var field: [UInt8] = []
        ChainLink.append(Array(text.utf8), to: &field)
        fields.append(field)
        if numbers[text] == nil { numbers[text] = texts.count } else { repeated = texts.count }
    }

    /// Reads what was added to the file since the last time.
    func refresh(from connection: Connection) throws(SQLiteFailure) {
        let known = count
        let added = try connection.rows("SELECT id, name FROM names WHERE id > ?1 ORDER BY id") {
            $0.bind(1, known)
        } row: { row in
            (id: row.int(0), name: row.text(1))
        }
        for name in added {
            guard name.id == count + 1 else {
                throw .corrupt("name \(count + 1) is missing")
            }
            append(name.name)
        }
    }
}
