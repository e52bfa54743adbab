/// An Amazon marketplace, named by its two letters.
///
/// Source: `amazon-catalog-items.md` 1.5, the complete list of the Selling Partner API.
package struct Marketplace: Hashable, Sendable, Comparable {
    /// Its place in the list: every item names its marketplace, so that it is kept in one byte.
    private let place: UInt8

    /// The two letters: `US`.
    package var code: String { Self.list[Int(place)].code }
    /// Amazon's id: `ATVPDKIKX0DER`.
    package var id: String { Self.list[Int(place)].id }
    package var region: Region { Self.list[Int(place)].region }

    /// The three regional hosts of the Selling Partner API; a refresh token belongs to one.
    package enum Region: String, Sendable {
        case northAmerica = "na"
        case europe = "eu"
        case farEast = "fe"
    }

    /// The marketplace of two letters in any case; `GB` is understood as `UK`.
    ///
    /// Nil when unknown.
    package init?(_ text: String) {
        let code = text.uppercased() == "GB" ? "UK" : text.uppercased()
        guard let found = Self.all.first(where: { $0.code == code }) else { return nil }
        self = found
    }

    /// The marketplace of one of Amazon's ids.
    ///
    /// Nil when unknown.
    package init?(id: String) {
        guard let found = Self.all.first(where: { $0.id == id }) else { return nil }
        self = found
    }

    /// The marketplace of two capital letters, as codes are written.
    ///
    /// Nil when unknown.
    init?(letters first: UInt8, _ second: UInt8) {
        let letters = UInt16(first) << 8 | UInt16(second)
        guard let place = Self.list.firstIndex(where: { $0.letters == letters }) else {
            return nil
        }
        self.init(place: place)
    }

    private init(place: Int) { self.place = UInt8(place) }

    package static func < (a: Marketplace, b: Marketplace) -> Bool { a.code < b.code }
    package static let us = Marketplace(place: 0)

    package static let all = list.indices.map { Marketplace(place: $0) }

    private struct Entry {
        let code: String
        let id: String
        let region: Region
        /// The code as one number.
        let letters: UInt16

        init(_ code: String, _ id: String, _ region: Region) {
            self.code = code
            self.id = id
            self.region = region
            letters = code.utf8.reduce(0) { $0 << 8 | UInt16($1) }
        }
    }

    private static let list: [Entry] = [
        Entry("US", "ATVPDKIKX0DER", .northAmerica),
        Entry("CA", "A2EUQ1WTGCTBG2", .northAmerica),
        Entry("MX", "A1AM78C64UM0Y8", .northAmerica),
        Entry("BR", "A2Q3Y263D00KWC", .northAmerica),
        Entry("IE", "A28R8C7NBKEWEA", .europe),
        Entry("ES", "A1RKKUPIHCS9HS", .europe),
        Entry("UK", "A1F83G8C2ARO7P", .europe),
        Entry("FR", "A13V1IB3VIYZZH", .europe),
        Entry("BE", "AMEN7PMS3EDWL", .europe),
        Entry("NL", "A1805IZSGTT6HS", .europe),
        Entry("DE", "A1PA6795UKMFR9", .europe),
        Entry("IT", "APJ6JRA9NG5V4", .europe),
        Entry("SE", "A2NODRKZP88ZB9", .europe),
        Entry("ZA", "AE08WJ6YKNBMC", .europe),
        Entry("PL", "A1C3SOZRARQ6R3", .europe),
        Entry("EG", "ARBP9OOSHTCHU", .europe),
        Entry("TR", "A33AVAJ2PDY3EV", .europe),
        Entry("SA", "A17E79C6D8DWNP", .europe),
        Entry("AE", "A2VIGQ35RCS4UG", .europe),
        Entry("IN", "A21TJRUUN4KGV", .europe),
        Entry("SG", "A19VAU5U5O7RUS", .farEast),
        Entry("AU", "A39IBJ37TRP1C6", .farEast),
        Entry("JP", "A1VC38T7YXB528", .farEast),
    ]
}

extension Marketplace: CustomStringConvertible {
    package var description: String { code }
}
