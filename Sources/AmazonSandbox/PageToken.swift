import Catalog
import SandboxWorld

// Page tokens are opaque, URL-safe, about 200 characters long, and bound to the request that they
// came from (`amazon-catalog-items.md` 2.4): they are scrambled, so that nobody is tempted to read
// or make one.

/// Where a search goes on, and of which search it is.
struct PageToken: Equatable {
    /// Of the first row of the page.
    let offset: Int
    /// Of the query, page size included.
    let fingerprint: UInt64
    /// How the search was ranked; zero for the usual order.
    let ranking: UInt64
    let issuedAt: Instant

    private static let wordCount = 19
    /// Makes the length such that the text ends in padding, which clients must encode.
    private static let tail: [UInt8] = [0, 0]

    var text: String {
        var words = [
            UInt64(offset), fingerprint, ranking, UInt64(bitPattern: Int64(issuedAt.microseconds)),
        ]
        let key = SplitMix64.mixed(words.reduce(0) { SplitMix64.mixed($0 &+ $1) })
        var filling = SplitMix64(seed: key)
        while words.count < Self.wordCount - 1 { words.append(filling.next()) }
        words.append(Self.seal(words))
        return Base64URL.encode(Self.scrambled(words).flatMap(Self.bytes) + Self.tail)
    }

    /// Nil unless it is a token of ours, unchanged.
    init?(_ text: String) {
        guard let bytes = Base64URL.decode(text), bytes.count == Self.wordCount * 8 + 2,
            Array(bytes.suffix(2)) == Self.tail
        else { return nil }
        let words = Self.scrambled(
            (0..<Self.wordCount).map { word in
                bytes[word * 8..<word * 8 + 8].reduce(0) { $0 << 8 | UInt64($1) }
            })
        guard words.last == Self.seal(Array(words.dropLast())), words[0] < 1_000_000 else {
            return nil
        }
        offset = Int(words[0])
        fingerprint = words[1]
        ranking = words[2]
        issuedAt = Instant(microseconds: Int(Int64(bitPattern: words[3])))
    }

    init(offset: Int, fingerprint: UInt64, ranking: UInt64, issuedAt: Instant) {
        self.offset = offset
        self.fingerprint = fingerprint
        self.ranking = ranking
        self.issuedAt = issuedAt
    }

    private static func seal(_ words: [UInt64]) -> UInt64 {
        words.reduce(0x5EA1) { SplitMix64.mixed($0 ^ $1) }
    }

    /// Covers all words but the last with what follows from the last, so that tokens of the same
    /// search look unlike; done twice it undoes itself.
    private static func scrambled(_ words: [UInt64]) -> [UInt64] {
        guard let last = words.last else { return words }
        var cover = SplitMix64(seed: last)
        return words.dropLast().map { $0 ^ cover.next() } + [last]
    }

    private static func bytes(_ word: UInt64) -> [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
    }
}
