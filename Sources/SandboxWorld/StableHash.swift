/// A hash of a text that is the same in every process, unlike `Hashable`'s; not for security.
package enum StableHash {
    /// FNV-1a of the UTF-8 bytes, with all bits mixed.
    package static func of(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        return SplitMix64.mixed(hash)
    }
}
