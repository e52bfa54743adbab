/// A value that a snapshot holds.
///
/// A stored property that is added to a type must be written and read too: a test compares all
/// properties of states that came from snapshots with those of states that did not.
package protocol SnapshotCoded {
    /// Writes the value, in a byte at least.
    func encode(to writer: inout SnapshotWriter)
    /// Reads what `encode` wrote.
    init(from reader: inout SnapshotReader) throws(SnapshotError)
}

extension SnapshotWriter {
    mutating func value(_ value: some SnapshotCoded) { value.encode(to: &self) }

    mutating func optional<Value>(
        _ value: Value?, _ write: (Value, inout SnapshotWriter) -> Void
    ) {
        bool(value != nil)
        if let value { write(value, &self) }
    }

    mutating func optional(_ value: (some SnapshotCoded)?) {
        optional(value) { $0.encode(to: &$1) }
    }
    mutating func text(optional value: String?) { optional(value) { $1.text($0) } }
    mutating func word(optional value: String?) { optional(value) { $1.word($0) } }
    mutating func int(optional value: Int?) { optional(value) { $1.int($0) } }

    mutating func list<Element>(
        _ elements: [Element], _ write: (Element, inout SnapshotWriter) -> Void
    ) {
        count(elements.count)
        for element in elements { write(element, &self) }
    }

    mutating func list(_ elements: [some SnapshotCoded]) {
        list(elements) { $0.encode(to: &$1) }
    }
    mutating func texts(_ elements: [String]) { list(elements) { $1.text($0) } }

    /// Entries in the order of their keys, so that equal dictionaries are equal bytes.
    mutating func entries<Value>(
        _ entries: [String: Value], _ write: (Value, inout SnapshotWriter) -> Void
    ) {
        count(entries.count)
        for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
            text(key)
            write(value, &self)
        }
    }

    mutating func entries(_ entries: [String: some SnapshotCoded]) {
        self.entries(entries) { $0.encode(to: &$1) }
    }
}

extension SnapshotReader {
    mutating func value<Value: SnapshotCoded>() throws(SnapshotError) -> Value {
        try Value(from: &self)
    }

    mutating func optional<Value>(
        _ read: (inout SnapshotReader) throws(SnapshotError) -> Value
    ) throws(SnapshotError) -> Value? {
        try bool() ? try read(&self) : nil
    }

    mutating func optional<Value: SnapshotCoded>() throws(SnapshotError) -> Value? {
        try bool() ? try Value(from: &self) : nil
    }
    mutating func optionalText() throws(SnapshotError) -> String? {
        try bool() ? try text() : nil
    }
    mutating func optionalWord() throws(SnapshotError) -> String? {
        try bool() ? try word() : nil
    }
    mutating func optionalInt() throws(SnapshotError) -> Int? { try bool() ? try int() : nil }

    mutating func list<Element: SnapshotCoded>() throws(SnapshotError) -> [Element] {
        try list { reader throws(SnapshotError) in try Element(from: &reader) }
    }
    mutating func texts() throws(SnapshotError) -> [String] {
        try list { reader throws(SnapshotError) in try reader.text() }
    }

    mutating func entries<Value: SnapshotCoded>() throws(SnapshotError) -> [String: Value] {
        try entries { reader throws(SnapshotError) in
            (try reader.text(), try Value(from: &reader))
        }
    }

    /// Reads a case by its word.
    mutating func choice<Value: RawRepresentable<String>>() throws(SnapshotError) -> Value {
        guard let value = Value(rawValue: try word()) else { throw damaged("a choice") }
        return value
    }
}
