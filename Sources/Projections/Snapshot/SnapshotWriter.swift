/// Writes values into the bytes of a snapshot, in a form that is quick to read.
///
/// Integers take as few bytes as they need, texts stand behind their length, and words, texts that
/// occur often, are written once and referred to by number.
package struct SnapshotWriter {
    /// How many words there are at most: a reader takes them all before anything else.
    static let wordsMax = 4096

    private(set) var bytes: [UInt8] = []
    private(set) var words: [String]
    private var numbers: [String: Int]
    /// The folder of the last URL and the number of its word, since most follow their like.
    private var folder: [UInt8] = []
    private var folderNumber: Int?
    /// The snapshot whose words were taken over: what still lies in it is copied as it is.
    let origin: SnapshotContent?

    init(origin: SnapshotContent? = nil) {
        self.origin = origin
        words = origin?.words ?? []
        numbers = Dictionary(
            words.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package mutating func count(_ value: Int) { variable(UInt64(value)) }

    package mutating func int(_ value: Int) {
        // The sign goes to the end, so that small negative numbers are short too.
        variable(UInt64(bitPattern: Int64(value << 1 ^ value >> 63)))
    }

    package mutating func bool(_ value: Bool) { bytes.append(value ? 1 : 0) }

    mutating func byte(_ value: UInt8) { bytes.append(value) }

    package mutating func text(_ value: String) {
        var value = value
        value.withUTF8 { utf8 in
            variable(UInt64(utf8.count))
            bytes.append(contentsOf: utf8)
        }
    }

    /// A text that occurs often: the name of a field, a brand, a system.
    package mutating func word(_ value: String) {
        if let number = numbers[value], words[number].utf8.elementsEqual(value.utf8) {
            return variable(UInt64(number + 1))
        }
        guard words.count < Self.wordsMax, numbers[value] == nil else {
            variable(0)
            return text(value)
        }
        numbers[value] = words.count
        words.append(value)
        variable(UInt64(words.count))
    }

    /// A URL of many that lie in the same folder: the folder as a word, then the rest.
    mutating func url(_ url: String) {
        var url = url
        url.withUTF8 { utf8 in
            let split = (utf8.lastIndex(of: 0x2F) ?? -1) + 1
            let name = UnsafeBufferPointer(rebasing: utf8[split...])
            if split == folder.count, utf8.starts(with: folder), let folderNumber {
                variable(UInt64(folderNumber + 1))
            } else {
                folder = Array(utf8[..<split])
                let text = String(decoding: folder, as: UTF8.self)
                word(text)
                folderNumber = numbers[text].flatMap {
                    words[$0].utf8.elementsEqual(folder) ? $0 : nil
                }
            }
            variable(UInt64(name.count))
            bytes.append(contentsOf: name)
        }
    }

    /// Eight bytes, the lowest first.
    mutating func fixed(_ value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Four bytes, the lowest first.
    mutating func short(_ value: UInt32) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func raw(_ other: [UInt8]) { bytes.append(contentsOf: other) }

    mutating func raw(counted other: [UInt8]) {
        count(other.count)
        raw(other)
    }

    mutating func copyFromOrigin(_ range: Range<Int>) {
        origin?.bytes.withUnsafeBytes { bytes.append(contentsOf: $0[range]) }
    }

    /// Writes over eight bytes that were left for it.
    mutating func patch(_ value: UInt64, at position: Int) {
        withUnsafeBytes(of: value.littleEndian) { new in
            for (index, byte) in new.enumerated() { bytes[position + index] = byte }
        }
    }

    private mutating func variable(_ value: UInt64) {
        var value = value
        while value >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: value))
    }
}
