// No secret reaches the journal: every draft is searched for the secrets that the program holds.

/// Finds any of several patterns in bytes, in one pass that skips most of them.
///
/// The method is Wu and Manber's: each pattern is looked for by its first eight bytes, of which the
/// window's last two say how far it may move on.
struct SecretFilter {
    /// Shorter secrets are not looked for: chance would find them everywhere.
    static let bytesMin = 8

    private var patterns: Set<[UInt8]> = []
    /// How far the window may move, by the two bytes at its end; empty without patterns.
    private var shifts: [UInt8] = []
    /// The patterns whose window ends in the two bytes.
    private var candidates: [UInt16: [[UInt8]]] = [:]

    /// Adds secrets to those that are looked for, as they are and as JSON writes them.
    mutating func add(_ secrets: [String]) {
        for secret in secrets where secret.utf8.count >= Self.bytesMin {
            for pattern in [Array(secret.utf8), Self.escaped(secret)]
            where patterns.insert(pattern).inserted {
                prepare(pattern)
            }
        }
    }

    /// True when the bytes hold any of the secrets.
    func matches(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard !shifts.isEmpty else { return false }
        var end = Self.bytesMin - 1
        return shifts.withUnsafeBufferPointer { shifts in
            while end < bytes.count {
                let pair = UInt16(bytes[end - 1]) << 8 | UInt16(bytes[end])
                let shift = Int(shifts[Int(pair)])
                if shift == 0, hasCandidate(pair, at: end + 1 - Self.bytesMin, in: bytes) {
                    return true
                }
                end += max(shift, 1)
            }
            return false
        }
    }

    func matches(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes { matches($0) } }

    private mutating func prepare(_ pattern: [UInt8]) {
        if shifts.isEmpty {
            shifts = Array(repeating: UInt8(Self.bytesMin - 1), count: 1 << 16)
        }
        for end in 1..<Self.bytesMin {
            let pair = UInt16(pattern[end - 1]) << 8 | UInt16(pattern[end])
            let shift = UInt8(Self.bytesMin - 1 - end)
            shifts[Int(pair)] = min(shifts[Int(pair)], shift)
            if shift == 0 { candidates[pair, default: []].append(pattern) }
        }
    }

    private func hasCandidate(
        _ pair: UInt16, at start: Int, in bytes: UnsafeRawBufferPointer
    ) -> Bool {
        (candidates[pair] ?? []).contains { pattern in
            start + pattern.count <= bytes.count
                && bytes[start..<start + pattern.count].elementsEqual(pattern)
        }
    }

    private static func escaped(_ secret: String) -> [UInt8] {
        secret.utf8.flatMap { byte -> [UInt8] in
            byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
                ? [UInt8(ascii: "\\"), byte] : [byte]
        }
    }
}
