import Synchronization

/// The entries of a table as they lie in a snapshot: found by the hash of their key, decoded one by
/// one.
///
/// All keys are ASCII, so that equal keys are equal bytes.
///
/// An entry that cannot be decoded is as absent: its snapshot has the right checksum, so it was not
/// damaged but forged, and whoever can do that can write the journal itself.
struct StoredTable<Key: TableKey, Value: SnapshotCoded & Sendable>: Sendable {
    let content: SnapshotContent
    /// The values that were looked up: a plan asks for the same product again and again.
    private let known = KnownValues<Value>()
    let count: Int
    /// A power of two, larger than `count`; 0 where that is.
    private let slotCount: Int
    /// Where the entries lie, each a key and a value.
    private let data: Range<Int>
    /// Where the beginnings of the entries stand, and the end of the last: eight bytes each, counted
    /// from the beginning of the first.
    private let offsets: Int
    /// Where the slots are: four bytes each, the number of an entry from 1, or 0.
    private let slots: Int

    /// - Throws: when the parts of the table do not fit into the bytes that are left.
    init(from reader: inout SnapshotReader) throws(SnapshotError) {
        content = reader.content
        let (count, slotCount) = (try reader.fixed(), try reader.fixed())
        let size = try reader.fixed()
        guard count <= UInt32.max, slotCount <= 1 << 33,
            count == 0 || slotCount > count && slotCount & (slotCount - 1) == 0,
            let size = Int(exactly: size)
        else { throw reader.damaged("a table") }
        (self.count, self.slotCount) = (Int(count), Int(slotCount))
        let start = reader.position
        _ = try reader.slice(size)
        data = start..<reader.position
        offsets = reader.position
        _ = try reader.slice((self.count + 1) * 8)
        slots = reader.position
        _ = try reader.slice(self.slotCount * 4)
    }

    // MARK: Looking up

    /// The number of the entry of a key, from 0.
    func index(of key: Key) -> Int? {
        guard count > 0 else { return nil }
        let text = key.tableText
        return index(of: text) ?? text.asciiEquivalent.flatMap { index(of: $0) }
    }

    /// The value of a key; kept, so that the next look is quick.
    func value(of key: Key) -> Value? {
        guard let index = index(of: key) else { return nil }
        if let value = known[index] { return value }
        let value = value(at: index)
        known[index] = value
        return value
    }

    /// Decodes the value at a number for somebody who keeps it.
    func take(_ index: Int) -> Value? {
        defer { known[index] = nil }
        return known[index] ?? value(at: index)
    }

    private func index(of text: String) -> Int? {
        var text = text
        return text.withUTF8 { utf8 in
            content.bytes.withUnsafeBytes { bytes in
                let key = UnsafeRawBufferPointer(utf8)
                var slot = Int(truncatingIfNeeded: Checksum.of(key)) & (slotCount - 1)
                for _ in 0..<slotCount {
                    let number = bytes.loadUnaligned(
                        fromByteOffset: slots + slot * 4, as: UInt32.self)
                    guard number != 0 else { return nil }
                    let index = Int(UInt32(littleEndian: number)) - 1
                    if hasKey(key, at: index, bytes) { return index }
                    slot = (slot + 1) & (slotCount - 1)
                }
                return nil
            }
        }
    }

    private func hasKey(
        _ key: UnsafeRawBufferPointer, at index: Int, _ bytes: UnsafeRawBufferPointer
    ) -> Bool {
        guard var reader = reader(at: index, bytes) else { return false }
        do throws(SnapshotError) {
            let found = try reader.slice(reader.count())
            return found.count == key.count && found.elementsEqual(key)
        } catch {
            return false
        }
    }

    // MARK: Decoding

    func key(at index: Int) -> Key? { decode(index) { (key, _) throws(SnapshotError) in key } }

    func value(at index: Int) -> Value? { entry(at: index)?.value }

    func entry(at index: Int) -> (key: Key, value: Value)? {
        decode(index) { (key, reader) throws(SnapshotError) in
            let value = try Value(from: &reader)
            guard reader.isAtEnd else { throw reader.damaged("an entry") }
            return (key, value)
        }
    }

    /// The bytes of an entry, key and value, in all bytes of the content.
    func bytes(at index: Int) -> Range<Int>? {
        content.bytes.withUnsafeBytes { range(at: index, $0) }
    }

    private func decode<Result>(
        _ index: Int, _ read: (Key, inout SnapshotReader) throws(SnapshotError) -> Result
    ) -> Result? {
        content.bytes.withUnsafeBytes { bytes in
            guard var reader = reader(at: index, bytes) else { return nil }
            do throws(SnapshotError) {
                guard let key = Key(tableText: try reader.text()) else { return nil }
                return try read(key, &reader)
            } catch {
                return nil
            }
        }
    }

    private func reader(at index: Int, _ bytes: UnsafeRawBufferPointer) -> SnapshotReader? {
        range(at: index, bytes).map { SnapshotReader(content, bytes, range: $0) }
    }

    private func range(at index: Int, _ bytes: UnsafeRawBufferPointer) -> Range<Int>? {
        guard index >= 0, index < count else { return nil }
        let place = offsets + index * 8
        let lower = UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        let upper = UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
        guard lower <= upper, upper <= UInt64(data.count) else { return nil }
        return data.lowerBound + Int(lower)..<data.lowerBound + Int(upper)
    }
}

/// Decoded values by the number of their entry; shared by all copies of a table.
private final class KnownValues<Value: Sendable>: Sendable {
    private let values = Mutex<[Int: Value]>([:])

    subscript(index: Int) -> Value? {
        get { values.withLock { $0[index] } }
        set { values.withLock { $0[index] = newValue } }
    }
}

extension String {
    /// The ASCII text that Unicode says to be the same as this one; nil when there is none or this
    /// is it.
    ///
    /// Three characters stand in Unicode for an ASCII one, and Swift compares texts as Unicode does.
    /// Source: UnicodeData.txt, canonical decompositions to one code point below 128.
    var asciiEquivalent: String? {
        guard !utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        var plain = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "\u{37E}": plain.append(";")
            case "\u{1FEF}": plain.append("`")
            case "\u{212A}": plain.append("K")
            case _ where scalar.isASCII: plain.append(scalar)
            default: return nil
            }
        }
        return String(plain)
    }

    var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
