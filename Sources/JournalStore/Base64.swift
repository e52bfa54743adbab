// Base64 as RFC 4648 has it, in one form only.

/// Bytes as text and back.
enum Base64 {
    private static let digits = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    /// By a digit's byte; 255 for a byte that is none.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
        return values
    }()

    /// Appends the text of the bytes, padded.
    static func append(_ bytes: UnsafeRawBufferPointer, to text: inout [UInt8]) {
        text.reserveCapacity(text.count + (bytes.count + 2) / 3 * 4)
        digits.withUnsafeBufferPointer { digits in
            var index = 0
            while index < bytes.count {
                let count = min(3, bytes.count - index)
                var group = UInt32(bytes[index]) << 16
                if count > 1 { group |= UInt32(bytes[index + 1]) << 8 }
                if count > 2 { group |= UInt32(bytes[index + 2]) }
                text.append(digits[Int(group >> 18)])
                text.append(digits[Int(group >> 12 & 63)])
                text.append(count > 1 ? digits[Int(group >> 6 & 63)] : UInt8(ascii: "="))
                text.append(count > 2 ? digits[Int(group & 63)] : UInt8(ascii: "="))
                index += 3
            }
        }
    }

    /// The bytes of a text; nil unless it is what `append` gives for them.
    static func bytes(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        var padding = 0
        while padding < 2, padding < text.count,
            text[text.count - 1 - padding] == UInt8(ascii: "=")
        {
            padding += 1
        }
        let count = text.count / 4 * 3 - padding
        var isRight = true
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            values.withUnsafeBufferPointer { values in
                var group: UInt32 = 0
                var bits = 0
                for index in 0..<text.count - padding {
                    let value = values[Int(text[index])]
                    if value == 255 { isRight = false }
                    group = (group << 6 | UInt32(value & 63)) & 0xFFFF
                    bits += 6
                    guard bits >= 8 else { continue }
                    bits -= 8
                    buffer[initialized] = UInt8(truncatingIfNeeded: group >> UInt32(bits))
                    initialized += 1
                }
                // Bits that belong to no byte are zero, or two texts would mean the same bytes.
                if group & (1 << UInt32(bits) - 1) != 0 { isRight = false }
            }
        }
        return isRight ? bytes : nil
    }
}
