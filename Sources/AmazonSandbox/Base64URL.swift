/// Base 64 with the URL-safe alphabet and padding (RFC 4648 5).
enum Base64URL {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0...3 {
                text.append(
                    place <= group.count ? alphabet[value >> (18 - 6 * place) & 63] : 0x3D)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil unless the text is of this alphabet, with padding where it belongs.
    static func decode(_ text: String) -> [UInt8]? {
        let letters = Array(text.utf8)
        guard letters.count.isMultiple(of: 4) else { return nil }
        let padding = letters.suffix(2).count { $0 == 0x3D }
        var values: [Int] = []
        for letter in letters.dropLast(padding) {
            guard let value = alphabet.firstIndex(of: letter) else { return nil }
            values.append(value)
        }
        values += [Int](repeating: 0, count: padding)
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: values.count, by: 4) {
            let value = values[start..<start + 4].reduce(0) { $0 << 6 | $1 }
            bytes += [16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
        }
        return Array(bytes.dropLast(padding))
    }
}
