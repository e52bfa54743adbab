/// What a search of the catalogue asks for.
package enum CatalogSearch: Sendable, Hashable {
    /// Items that match all keywords, of any of the brands where brands are given. A brand alone is
    /// no search: it narrows keywords only (`amazon-catalog-items.md` 0.3).
    case keywords([String], brands: [String] = [])
    /// Items by their identifiers, at most 20.
    case identifiers([String], type: IdentifierType)

    /// The kinds of identifiers that a search takes.
    ///
    /// SKU is left out: it wants a seller's id and takes one at a time.
    package enum IdentifierType: String, Sendable, Hashable {
        case asin = "ASIN"
        case ean = "EAN"
        case gtin = "GTIN"
        case isbn = "ISBN"
        case jan = "JAN"
        case minsan = "MINSAN"
        case upc = "UPC"
    }

    /// The most keywords or identifiers of one search (`amazon-catalog-items.md` 2.1).
    package static let valuesMax = 20
}

extension CatalogSearch {
    /// Why Amazon would refuse it; nil when it would not.
    var fault: String? {
        switch self {
        case .keywords(let keywords, _):
            if Self.plain(keywords).isEmpty { return "a search needs at least one keyword" }
            return keywords.count > Self.valuesMax ? "a search takes at most 20 keywords" : nil
        case .identifiers(let identifiers, _):
            if identifiers.isEmpty { return "a search needs at least one identifier" }
            if identifiers.count > Self.valuesMax {
                return "a search takes at most 20 identifiers"
            }
            return identifiers.contains { $0.isEmpty || $0.contains(",") }
                ? "an identifier is empty or has a comma in it" : nil
        }
    }

    /// The query items that stand for it.
    var query: [(String, String)] {
        switch self {
        case .keywords(let keywords, let brands):
            let brands = Self.plain(brands)
            return [("keywords", Self.plain(keywords).joined(separator: ","))]
                + (brands.isEmpty ? [] : [("brandNames", brands.joined(separator: ","))])
        case .identifiers(let identifiers, let type):
            return [
                ("identifiers", identifiers.joined(separator: ",")),
                ("identifiersType", type.rawValue),
            ]
        }
    }

    /// A comma parts values and cannot be escaped (`amazon-catalog-items.md` 0.11): a blank takes
    /// its place.
    private static func plain(_ values: [String]) -> [String] {
        values.map { $0.split { $0 == "," || $0.isWhitespace }.joined(separator: " ") }
            .filter { !$0.isEmpty }
    }
}
