package import JSON

/// A tag, then what the value holds; lists and objects, which are rare, as their text.
extension JSONValue: SnapshotCoded {
    package func encode(to writer: inout SnapshotWriter) {
        switch self {
        case .null: writer.byte(0)
        case .bool(let value): writer.byte(value ? 2 : 1)
        case .number(let number):
            writer.byte(3)
            writer.text(number.text)
        case .string(let text):
            writer.byte(4)
            writer.text(text)
        case .array, .object:
            writer.byte(5)
            writer.json { $0.value(self) }
        }
    }

    package init(from reader: inout SnapshotReader) throws(SnapshotError) {
        switch try reader.byte() {
        case 0: self = .null
        case 1: self = .bool(false)
        case 2: self = .bool(true)
        case 3: self = .number(JSONNumber(text: try reader.text()))
        case 4: self = .string(try reader.text())
        case 5: self = try reader.json { json throws(JSONError) in try json.value() }
        default: throw reader.damaged("a JSON value")
        }
    }

    /// Whether the text is the same too: equal values may differ in it, as `1` and `1.0` do.
    func isSameText(as other: JSONValue) -> Bool {
        switch (self, other) {
        case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
        case (.bool(let a), .bool(let b)): a == b
        default: bytes == other.bytes
        }
    }
}

// Values that are few and have a form of JSON already, which their own tests hold.

extension SnapshotWriter {
    mutating func json(_ write: (inout JSONWriter) -> Void) {
        var json = JSONWriter()
        write(&json)
        raw(counted: json.bytes)
    }
}

extension SnapshotReader {
    mutating func json<Value>(
        _ read: (inout JSONReader) throws(JSONError) -> Value
    ) throws(SnapshotError) -> Value {
        let bytes = try slice(count())
        do throws(JSONError) {
            return try JSONReader.read(bytes, read)
        } catch {
            throw damaged("a text of JSON")
        }
    }
}
