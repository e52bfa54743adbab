/// A trade item number in its one normal form: 14 digits, padded with zeros on the left.
///
/// GTIN-14, EAN (13), UPC (12) and GTIN-8 of one item are the same number in different widths, and
/// merchants' systems lose or add leading zeros (`catalogue-statistics.md`), so that only this
/// form can be compared.
package struct GTIN: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// Reads a number as found: blanks and dashes are ignored, zeros on the left too.
    ///
    /// Nil when what remains is not 7 to 14 digits. A wrong check digit is accepted: merchants'
    /// data has them, and the same wrong number on both sides is still the same item.
    package init?(found: String) {
        let digits = found.utf8.filter { $0 != 0x20 && $0 != 0x2D }
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let significant = digits.drop { $0 == 0x30 }
        guard (7...14).contains(significant.count) else { return nil }
        text =
            String(repeating: "0", count: 14 - significant.count)
            + String(decoding: significant, as: UTF8.self)
    }

    package var description: String { text }
}
