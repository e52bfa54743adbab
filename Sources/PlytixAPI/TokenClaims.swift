import JSON

/// The claims of a JSON Web Token, read without checking its signature: only the server that it
/// goes back to can and need do that.
enum TokenClaims {
    /// Nil when the text is no such token.
    static func read(_ token: String) -> JSONValue? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let bytes = base64URL(parts[1]) else { return nil }
        // A token that is none still serves as one: its claims are a bonus.
        return try? JSONValue(parsing: bytes)
    }

    /// Decodes base64 in the alphabet for URLs (RFC 4648 5), with or without padding.
    private static func base64URL(_ text: Substring) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for character in text.utf8 where character != 0x3D {
            guard let value = value(of: character) else { return nil }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    private static func value(of character: UInt8) -> UInt32? {
        switch character {
        case 0x41...0x5A: UInt32(character - 0x41)
        case 0x61...0x7A: UInt32(character - 0x61 + 26)
        case 0x30...0x39: UInt32(character - 0x30 + 52)
        case 0x2D, 0x2B: 62
        case 0x5F, 0x2F: 63
        default: nil
        }
    }
}
