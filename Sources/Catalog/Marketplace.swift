/// An Amazon marketplace, named by its two letters.
///
/// Source: `amazon-catalog-items.md` 1.5, the complete list of the Selling Partner API.
package struct Marketplace: Hashable, Sendable, Comparable {
    /// The two letters: `US`.
    package let code: String
    /// Amazon's id: `ATVPDKIKX0DER`.
    package let id: String
    package let region: Region

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

    private init(_ code: String, _ id: String, _ region: Region) {
        self.code = code
        self.id = id
        self.region = region
    }

    package static func < (a: Marketplace, b: Marketplace) -> Bool { a.code < b.code }
    package static let us = Marketplace("US", "ATVPDKIKX0DER", .northAmerica)

    package static let all: [Marketplace] = [
        us,
        Marketplace("CA", "A2EUQ1WTGCTBG2", .northAmerica),
        Marketplace("MX", "A1AM78C64UM0Y8", .northAmerica),
        Marketplace("BR", "A2Q3Y263D00KWC", .northAmerica),
        Marketplace("IE", "A28R8C7NBKEWEA", .europe),
        Marketplace("ES", "A1RKKUPIHCS9HS", .europe),
        Marketplace("UK", "A1F83G8C2ARO7P", .europe),
        Marketplace("FR", "A13V1IB3VIYZZH", .europe),
        Marketplace("BE", "AMEN7PMS3EDWL", .europe),
        Marketplace("NL", "A1805IZSGTT6HS", .europe),
        Marketplace("DE", "A1PA6795UKMFR9", .europe),
        Marketplace("IT", "APJ6JRA9NG5V4", .europe),
        Marketplace("SE", "A2NODRKZP88ZB9", .europe),
        Marketplace("ZA", "AE08WJ6YKNBMC", .europe),
        Marketplace("PL", "A1C3SOZRARQ6R3", .europe),
        Marketplace("EG", "ARBP9OOSHTCHU", .europe),
        Marketplace("TR", "A33AVAJ2PDY3EV", .europe),
        Marketplace("SA", "A17E79C6D8DWNP", .europe),
        Marketplace("AE", "A2VIGQ35RCS4UG", .europe),
        Marketplace("IN", "A21TJRUUN4KGV", .europe),
        Marketplace("SG", "A19VAU5U5O7RUS", .farEast),
        Marketplace("AU", "A39IBJ37TRP1C6", .farEast),
        Marketplace("JP", "A1VC38T7YXB528", .farEast),
    ]
}

extension Marketplace: CustomStringConvertible {
    package var description: String { code }
}
