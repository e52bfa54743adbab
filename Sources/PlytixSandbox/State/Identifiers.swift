/// Makes ids in the shape of the real ones, 24 hexadecimal digits, from a seed (SplitMix64).
struct Identifiers: Sendable {
    private(set) var state: UInt64

    init(state: UInt64) { self.state = state }

    /// Different salts give different ids from the same seed.
    init(seed: UInt64, salt: String) {
        // FNV-1a, since Swift's own hashes differ from process to process.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in salt.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        state = seed ^ hash
    }

    mutating func next() -> String { String((hex(bits()) + hex(bits())).prefix(24)) }

    /// Bytes that stand for a signature.
    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: bits() >> 32) }
    }

    private mutating func bits() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    private func hex(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
