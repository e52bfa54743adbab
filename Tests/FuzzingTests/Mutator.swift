import SandboxWorld

/// Damages inputs: bytes, numbers, pieces of one in another.
struct Mutator {
    private var random: SplitMix64
    private let seeds: [[UInt8]]

    init(seed: UInt64, seeds: [[UInt8]]) {
        random = SplitMix64(seed: seed)
        self.seeds = seeds
    }

    /// One of the seeds with one to four injuries.
    mutating func next() -> [UInt8] {
        var bytes = random.pick(seeds)
        for _ in 0...random.below(4) { injure(&bytes) }
        return bytes
    }

    private mutating func injure(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else {
            bytes = random.pick(Self.words)
            return
        }
        let place = random.below(bytes.count)
        let end = min(bytes.count, place + 1 + random.below(16))
        switch random.below(6) {
        case 0: bytes[place] = UInt8(random.below(256))
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.removeSubrange(place...)
        case 3: bytes.insert(contentsOf: random.pick(Self.words), at: place)
        case 4:
            let other = random.pick(seeds)
            let start = random.below(max(1, other.count))
            bytes.replaceSubrange(place..<end, with: other[start...].prefix(64))
        default: exchangeNumber(in: &bytes, from: place)
        }
    }

    /// The next number behind a place becomes one at which counting ends.
    private mutating func exchangeNumber(in bytes: inout [UInt8], from place: Int) {
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        guard let start = bytes[place...].firstIndex(where: isDigit) else { return }
        let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
        bytes.replaceSubrange(start..<end, with: random.pick(Self.numbers))
    }

    private static let numbers: [[UInt8]] = [
        "0", "1", "255", "9223372036854775807", "9223372036854775808", "1e999", "0.000000001",
        "123456789012345678901234567890",
    ].map { Array($0.utf8) }

    private static let words: [[UInt8]] =
        [
            "null", "[]", "{}", "\"\"", "\\u0000", "\n", "\u{0}", "-", ",", "\u{FEFF}",
            "\u{202E}", "[[[[[[[[",
        ].map { Array($0.utf8) } + [[0xFF, 0xC0], [0x80], [0xED, 0xA0, 0x80]]
}
