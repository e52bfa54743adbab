/// Reads what a `SnapshotWriter` wrote, and takes any other bytes for what they are: nothing is
/// reserved that the bytes left cannot fill, and nothing is read outside of them.
package struct SnapshotReader {
    /// How much room a list gets before its elements have shown that they are there.
    private static let reserveMax = 1024

    let content: SnapshotContent
    private let bytes: UnsafeRawBufferPointer
    private(set) var position: Int
    private let end: Int

    /// Reads a range of the bytes of a content; they are valid for as long as the reader is used.
    init(_ content: SnapshotContent, _ bytes: UnsafeRawBufferPointer, range: Range<Int>) {
        self.content = content
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    var isAtEnd: Bool { position == end }
    private var left: Int { end - position }

    package mutating func count() throws(SnapshotError) -> Int {
        let value = try variable()
        guard value <= UInt64(Int.max) else { throw damaged("a count") }
        return Int(value)
    }

    package mutating func int() throws(SnapshotError) -> Int {
        let value = try variable()
        return Int(truncatingIfNeeded: value >> 1) ^ -Int(truncatingIfNeeded: value & 1)
    }

    /// A range of places: the first, and how many there are.
    mutating func range() throws(SnapshotError) -> Range<Int> {
        let (first, count) = (try int(), try int())
        guard first >= 0, count >= 0, first <= Int.max - count else {
            throw damaged("a range of places")
        }
        return first..<first + count
    }

    package mutating func bool() throws(SnapshotError) -> Bool {
        switch try byte() {
        case 0: false
        case 1: true
        default: throw damaged("a truth value")
        }
    }

    mutating func byte() throws(SnapshotError) -> UInt8 {
        guard position < end else { throw damaged("its end") }
        defer { position += 1 }
        return bytes[position]
    }

    package mutating func text() throws(SnapshotError) -> String {
        String(decoding: try slice(count()), as: UTF8.self)
    }

    package mutating func word() throws(SnapshotError) -> String {
        let number = try count()
        if number == 0 { return try text() }
        guard number <= content.words.count else { throw damaged("a word") }
        return content.words[number - 1]
    }

    /// The next bytes, valid for as long as the reader is.
    mutating func slice(_ count: Int) throws(SnapshotError) -> UnsafeRawBufferPointer {
        guard count <= left else { throw damaged("a length") }
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
    }

    /// Eight bytes, the lowest first.
    mutating func fixed() throws(SnapshotError) -> UInt64 {
        UInt64(littleEndian: try slice(8).loadUnaligned(as: UInt64.self))
    }

    /// Reads a list by its elements, each of which takes a byte at least.
    mutating func list<Element>(
        _ element: (inout SnapshotReader) throws(SnapshotError) -> Element
    ) throws(SnapshotError) -> [Element] {
        let count = try elementCount()
        var elements: [Element] = []
        elements.reserveCapacity(min(count, Self.reserveMax))
        for _ in 0..<count { elements.append(try element(&self)) }
        return elements
    }

    /// Reads a dictionary by its entries, each of which takes a byte at least.
    mutating func entries<Key, Value>(
        _ entry: (inout SnapshotReader) throws(SnapshotError) -> (Key, Value)
    ) throws(SnapshotError) -> [Key: Value] {
        let count = try elementCount()
        var entries: [Key: Value] = [:]
        entries.reserveCapacity(min(count, Self.reserveMax))
        for _ in 0..<count {
            let (key, value) = try entry(&self)
            entries[key] = value
        }
        return entries
    }

    func damaged(_ what: String) -> SnapshotError {
        .damaged(what: "\(what) at byte \(position) cannot be")
    }

    private mutating func elementCount() throws(SnapshotError) -> Int {
        let count = try count()
        guard count <= left else { throw damaged("a number of elements") }
        return count
    }

    private mutating func variable() throws(SnapshotError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < end {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
            guard shift < 64 else { break }
        }
        throw damaged("a number")
    }
}
