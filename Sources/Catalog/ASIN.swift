/// Amazon's number of an item: ten characters, the same in every marketplace.
package struct ASIN: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    /// Nil unless the text has the form that Amazon accepts (`amazon-catalog-items.md` 5): nine
    /// digits and a digit or X, or a letter and nine letters or digits; lower case is not accepted.
    package init?(_ text: String) {
        let utf8 = Array(text.utf8)
        guard utf8.count == 10 else { return nil }
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        let isLetter = { (byte: UInt8) in (0x41...0x5A).contains(byte) }
        let isBook = utf8.dropLast().allSatisfy(isDigit) && (isDigit(utf8[9]) || utf8[9] == 0x58)
        let isItem =
            isLetter(utf8[0]) && utf8.dropFirst().allSatisfy { isDigit($0) || isLetter($0) }
        guard isBook || isItem else { return nil }
        self.text = text
    }

    package var description: String { text }
    package static func < (a: ASIN, b: ASIN) -> Bool { a.text < b.text }
}

/// An ASIN in one marketplace: what an Amazon product in Plytix stands for.
package struct ItemKey: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let marketplace: Marketplace
    package let asin: ASIN

    package init(_ marketplace: Marketplace, _ asin: ASIN) {
        self.marketplace = marketplace
        self.asin = asin
    }

    /// `US/B07X8Z63ZL`.
    package var description: String { "\(marketplace.code)/\(asin.text)" }
    /// Reads `US/B07X8Z63ZL`; nil when it is none.
    package init?(_ text: String) {
        guard let slash = text.utf8.firstIndex(of: 0x2F),
            let marketplace = Marketplace(String(text[..<slash])),
            let asin = ASIN(String(text[text.utf8.index(after: slash)...]))
        else { return nil }
        self.init(marketplace, asin)
    }
    package static func < (a: ItemKey, b: ItemKey) -> Bool {
        (a.marketplace, a.asin) < (b.marketplace, b.asin)
    }
}
