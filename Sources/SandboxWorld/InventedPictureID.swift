/// Picture ids that look like Amazon's: two digits, eight letters and digits, an L.
enum InventedPictureID {
    private static let letters = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
    private static let marks = Array("+-_".utf8)

    /// An id; 18 % hold a plus sign, a hyphen or an underscore (`catalogue-statistics.md`).
    static func make(_ random: inout SplitMix64) -> String {
        var id = Array(String(random.number(in: 51...91)).utf8)
        for _ in 0..<8 { id.append(random.pick(letters)) }
        if random.chance(180) { id[2 + random.below(8)] = random.pick(marks) }
        id.append(0x4C)
        return String(decoding: id, as: UTF8.self)
    }

    /// The id with small letters for capital ones and the reverse, its L aside: another picture's
    /// id, although a store that ignores case takes the two for one.
    static func caseSwapped(_ id: String) -> String {
        let isLetter = { (byte: UInt8) in
            (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        return String(
            decoding: id.utf8.dropLast().map { isLetter($0) ? $0 ^ 0x20 : $0 } + [0x4C],
            as: UTF8.self)
    }
}
