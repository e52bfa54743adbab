/// A SHA-256 digest: 32 bytes that name their content.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
    // Four words rather than an array: no allocation, and comparing is four instructions.
    private let words: SIMD4<UInt64>

    /// `bytes` are exactly 32.
    package init(bytes: some Collection<UInt8>) {
        self = Array(bytes).withUnsafeBytes { Digest(bytes: $0) }
    }

    /// `bytes` are exactly 32; the road of hot paths, since nothing in it is generic.
    package init(bytes: UnsafeRawBufferPointer) {
        precondition(bytes.count == 32, "a SHA-256 digest has 32 bytes")
        let words = bytes.loadUnaligned(as: SIMD4<UInt64>.self)
        self.words = SIMD4(
            UInt64(bigEndian: words.x), UInt64(bigEndian: words.y), UInt64(bigEndian: words.z),
            UInt64(bigEndian: words.w))
    }

    /// Reads 64 hexadecimal digits; nil when it is anything else.
    package init?(hex: String) {
        var hex = hex
        let words = hex.withUTF8 { digits -> SIMD4<UInt64>? in
            guard digits.count == 64 else { return nil }
            var words = SIMD4<UInt64>()
            for index in 0..<4 {
                var word: UInt64 = 0
                for digit in digits[index * 16..<index * 16 + 16] {
                    guard let value = Self.value(digit) else { return nil }
                    word = word << 4 | UInt64(value)
                }
                words[index] = word
            }
            return words
        }
        guard let words else { return nil }
        self.words = words
    }

    package var bytes: [UInt8] {
        let words = SIMD4(
            words.x.bigEndian, words.y.bigEndian, words.z.bigEndian, words.w.bigEndian)
        return withUnsafeBytes(of: words) { Array($0) }
    }
    /// 64 lower-case hexadecimal digits.
    package var hex: String {
        String(unsafeUninitializedCapacity: 64) { digits in
            for index in 0..<64 {
                let word = words[index / 16] >> UInt64(60 - index % 16 * 4)
                let value = UInt8(truncatingIfNeeded: word) & 15
                digits.initializeElement(at: index, to: value + (value < 10 ? 0x30 : 0x57))
            }
            return 64
        }
    }
    package var description: String { hex }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x61 + 10
        case 0x41...0x46: digit - 0x41 + 10
        default: nil
        }
    }
}
