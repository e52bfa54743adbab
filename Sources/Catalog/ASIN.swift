/// Amazon's number of an item: ten characters, the same in every marketplace.
package struct ASIN: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    /// Nil unless the text has the form that Amazon accepts (`amazon-catalog-items.md` 5): nine
    /// digits and a digit or X, or a letter and nine letters or digits; lower case is not accepted.
    package init?(_ text: String) {
        var text = text
        guard text.withUTF8({ Self.isASIN(UnsafeRawBufferPointer($0)) }) else { return nil }
        self.text = text
    }

    /// The same from the bytes of a text.
    package init?(utf8: UnsafeRawBufferPointer) {
        guard Self.isASIN(utf8) else { return nil }
        text = String(decoding: utf8, as: UTF8.self)
    }

    private static func isASIN(_ utf8: UnsafeRawBufferPointer) -> Bool {
        guard utf8.count == 10 else { return false }
        var digits = 0
        for byte in utf8 {
            switch byte {
            case 0x30...0x39: digits += 1
            case 0x41...0x5A: break
            default: return false
            }
        }
        let isItem = (0x41...0x5A).contains(utf8[0])
        let isBook = digits == 10 || digits == 9 && utf8[9] == 0x58
        return isItem || isBook
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
    /// The same from the bytes of a text.
    package init?(utf8: UnsafeRawBufferPointer) {
        guard utf8.count == 13, utf8[2] == 0x2F,
            let marketplace = Marketplace(letters: utf8[0], utf8[1]),
            let asin = ASIN(utf8: UnsafeRawBufferPointer(rebasing: utf8[3...]))
        else {
            // Two letters are what is written; what else is understood costs more.
            self.init(String(decoding: utf8, as: UTF8.self))
            return
        }
        self.init(marketplace, asin)
    }
    package static func < (a: ItemKey, b: ItemKey) -> Bool {
        (a.marketplace, a.asin) < (b.marketplace, b.asin)
    }
}
