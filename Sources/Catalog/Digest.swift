/// A SHA-256 digest: 32 bytes that name their content.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
    // Four words rather than an array: no allocation, and comparing is four instructions.
    @usableFromInline let words: SIMD4<UInt64>

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
        let digest = hex.withUTF8 { Digest(hex: UnsafeRawBufferPointer($0)) }
        guard let digest else { return nil }
        self = digest
    }

    /// The same from the bytes of the digits.
    package init?(hex digits: UnsafeRawBufferPointer) {
        guard digits.count == 64 else { return nil }
        var words = SIMD4<UInt64>()
        for index in 0..<4 {
            guard let high = Self.value(ofEight: digits, at: index * 16),
                let low = Self.value(ofEight: digits, at: index * 16 + 8)
            else { return nil }
            words[index] = high << 32 | low
        }
        self.words = words
    }

    package var bytes: [UInt8] { withBytes { Array($0) } }

    /// Calls `body` with the 32 bytes, without an array for them.
    @inlinable
    package func withBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
        let words = SIMD4(
            words.x.bigEndian, words.y.bigEndian, words.z.bigEndian, words.w.bigEndian)
        return withUnsafeBytes(of: words, body)
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

    /// The number that eight hexadecimal digits are; nil when they are anything else.
    ///
    /// All eight at a time, a byte each of one word: replays read millions of digests.
    private static func value(ofEight digits: UnsafeRawBufferPointer, at start: Int) -> UInt64? {
        let text = UInt64(
            littleEndian: digits.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        guard text & 0x8080_8080_8080_8080 == 0 else { return nil }
        // In each byte the highest bit is set where the byte is not less than a bound.
        func atLeast(_ bound: UInt64, _ bytes: UInt64) -> UInt64 {
            bytes &+ (0x80 - bound) &* 0x0101_0101_0101_0101
        }
        let lower = text | 0x2020_2020_2020_2020
        let decimal = atLeast(0x30, text) & ~atLeast(0x3A, text) & 0x8080_8080_8080_8080
        let letter = atLeast(0x61, lower) & ~atLeast(0x67, lower) & 0x8080_8080_8080_8080
        guard decimal | letter == 0x8080_8080_8080_8080 else { return nil }
        let values = (text & 0x0F0F_0F0F_0F0F_0F0F) &+ (letter >> 7) &* 9
        // Two digits make a byte, at every second place; then the places between are closed.
        let pairs = (values << 4 | values >> 8) & 0x00FF_00FF_00FF_00FF
        let quads = (pairs | pairs >> 8) & 0x0000_FFFF_0000_FFFF
        return UInt64(UInt32(truncatingIfNeeded: quads | quads >> 16).byteSwapped)
    }
}
