/// A SHA-256 digest: 32 bytes that name their content.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
    // Four words rather than an array: no allocation, and comparing is four instructions. Not a
    // SIMD vector: one is aligned to 32 bytes, but what an asynchronous function keeps across an
    // `await` is given memory that is aligned to 16, so that its last bytes lay beyond the end.
    @usableFromInline let first: UInt64
    @usableFromInline let second: UInt64
    @usableFromInline let third: UInt64
    @usableFromInline let fourth: UInt64

    /// `bytes` are exactly 32.
    package init(bytes: some Collection<UInt8>) {
        self = Array(bytes).withUnsafeBytes { Digest(bytes: $0) }
    }

    /// `bytes` are exactly 32; the road of hot paths, since nothing in it is generic.
    package init(bytes: UnsafeRawBufferPointer) {
        precondition(bytes.count == 32, "a SHA-256 digest has 32 bytes")
        func word(at offset: Int) -> UInt64 {
            UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        first = word(at: 0)
        second = word(at: 8)
        third = word(at: 16)
        fourth = word(at: 24)
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
        func word(at offset: Int) -> UInt64? {
            guard let high = Self.value(ofEight: digits, at: offset),
                let low = Self.value(ofEight: digits, at: offset + 8)
            else { return nil }
            return high << 32 | low
        }
        guard let first = word(at: 0), let second = word(at: 16), let third = word(at: 32),
            let fourth = word(at: 48)
        else { return nil }
        self.first = first
        self.second = second
        self.third = third
        self.fourth = fourth
    }

    package var bytes: [UInt8] { withBytes { Array($0) } }

    /// Calls `body` with the 32 bytes, without an array for them.
    @inlinable
    package func withBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
        let words = (first.bigEndian, second.bigEndian, third.bigEndian, fourth.bigEndian)
        return withUnsafeBytes(of: words, body)
    }

    /// 64 lower-case hexadecimal digits.
    package var hex: String {
        String(unsafeUninitializedCapacity: 64) { digits in
            func write(_ word: UInt64, at start: Int) {
                for index in 0..<16 {
                    let value = UInt8(truncatingIfNeeded: word >> UInt64(60 - index * 4)) & 15
                    digits.initializeElement(
                        at: start + index, to: value + (value < 10 ? 0x30 : 0x57))
                }
            }
            write(first, at: 0)
            write(second, at: 16)
            write(third, at: 32)
            write(fourth, at: 48)
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
