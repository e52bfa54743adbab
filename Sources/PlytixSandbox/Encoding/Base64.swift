/// Base64 (RFC 4648), without Foundation.
enum Base64 {
    enum Alphabet { case standard, url }

    /// The standard alphabet is padded, the one for URLs is not.
    static func encode(_ bytes: [UInt8], for alphabet: Alphabet) -> String {
        let symbols = alphabet == .standard ? standard : url
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = 0
            for index in 0..<3 {
                bits = bits << 8 | (index < group.count ? Int(group[start + index]) : 0)
            }
            for index in 0...group.count {
                text.append(symbols[bits >> (18 - 6 * index) & 63])
            }
            if alphabet == .standard {
                text += Array(repeating: 0x3D, count: 3 - group.count)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads either alphabet, padded or not; nil when there is anything else in it.
    static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 4 * 3)
        var bits = 0
        var count = 0
        var isEnded = false
        for symbol in text.utf8 {
            if symbol == 0x3D {
                isEnded = true
                continue
            }
            guard !isEnded, let value = value(symbol) else { return nil }
            bits = (bits << 6 | value) & 0xFFFFFF
            count += 1
            if count % 4 == 0 {
                bytes += [16, 8, 0].map { UInt8(bits >> $0 & 0xFF) }
            }
        }
        switch count % 4 {
        case 0: return bytes
        case 2: return bytes + [UInt8(bits >> 4 & 0xFF)]
        case 3: return bytes + [UInt8(bits >> 10 & 0xFF), UInt8(bits >> 2 & 0xFF)]
        default: return nil
        }
    }

    private static let letters =
        Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
    private static let standard = letters + Array("+/".utf8)
    private static let url = letters + Array("-_".utf8)

    private static func value(_ symbol: UInt8) -> Int? {
        switch symbol {
        case 0x41...0x5A: Int(symbol) - 0x41
        case 0x61...0x7A: Int(symbol) - 0x61 + 26
        case 0x30...0x39: Int(symbol) - 0x30 + 52
        case 0x2B, 0x2D: 62
        case 0x2F, 0x5F: 63
        default: nil
        }
    }
}
