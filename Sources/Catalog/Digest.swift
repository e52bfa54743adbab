/// A SHA-256 digest: 32 bytes that name their content.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
    // Four words rather than an array: no allocation, and comparing is four instructions.
    private let words: SIMD4<UInt64>

    /// `bytes` are exactly 32.
    package init(bytes: some Collection<UInt8>) {
        precondition(bytes.count == 32, "a SHA-256 digest has 32 bytes")
        var words = SIMD4<UInt64>()
        for (index, byte) in bytes.enumerated() {
            words[index / 8] = words[index / 8] << 8 | UInt64(byte)
        }
        self.words = words
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
        (0..<32).map { UInt8(truncatingIfNeeded: words[$0 / 8] >> UInt64(56 - $0 % 8 * 8)) }
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
