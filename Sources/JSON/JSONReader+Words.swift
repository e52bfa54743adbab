import Synchronization

extension JSONReader {
    /// Reads a string that is likely to be one of few that come again and again, such as the label
    /// of an attribute: equal ones share their memory, and cost no allocation.
    package mutating func word() throws(JSONError) -> String {
        guard let text = try plainText() else { return try string() }
        // Short strings need no memory of their own.
        guard text.count > 15, text.count <= Words.bytesMax else {
            return String(decoding: text, as: UTF8.self)
        }
        return Words.shared.withLock { $0.word(text) }
    }
}

/// The words that were read last, each at the place that its bytes tell.
///
/// Only a memory of equal strings: what is read does not depend on it.
private struct Words {
    static let shared = Mutex(Words())
    static let bytesMax = 64
    private static let count = 1 << 10

    private var words = [String](repeating: "", count: count)

    mutating func word(_ text: UnsafeRawBufferPointer) -> String {
        var hash = UInt64(text.count)
        var index = 0
        while index + 8 <= text.count {
            hash = Self.mixed(
                hash, text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        // The last eight bytes again, so that none is left out.
        hash = Self.mixed(
            hash, text.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self))
        let place = Int(hash >> 54)
        if Self.isEqual(&words[place], text) { return words[place] }
        words[place] = String(decoding: text, as: UTF8.self)
        return words[place]
    }

    private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }

    private static func isEqual(_ word: inout String, _ text: UnsafeRawBufferPointer) -> Bool {
        word.withUTF8 { word in
            word.count == text.count && UnsafeRawBufferPointer(word).elementsEqual(text)
        }
    }
}
