import Catalog
import HTTP
import SandboxWorld

/// What a search asks for, checked as the service checks it (`amazon-catalog-items.md` 2.1, 2.6).
struct SearchQuery {
    enum Selection {
        case identifiers([String], type: String)
        case keywords([String], brands: [String], nodes: [String])
    }

    let marketplace: Marketplace
    let selection: Selection
    let dataSets: Set<DataSet>
    let pageSize: Int
    let pageToken: String?
    /// Of everything that must stay the same from page to page, which is all but the token.
    let fingerprint: UInt64

    private static let identifierTypes = [
        "ASIN", "EAN", "GTIN", "ISBN", "JAN", "MINSAN", "SKU", "UPC",
    ]
    private static let countMax = 20
    private static let pageSizeMax = 20

    init(_ parameters: Parameters, region: Marketplace.Region) throws(Refusal) {
        marketplace = try parameters.marketplaces(of: region, atMost: 1)[0]
        selection = try Self.selection(parameters)
        dataSets = try parameters.dataSets()
        pageSize = try Self.pageSize(parameters.text("pageSize"))
        pageToken = parameters.text("pageToken")
        fingerprint = Self.fingerprint(parameters, pageSize: pageSize)
    }

    private static func selection(_ parameters: Parameters) throws(Refusal) -> Selection {
        let identifiers = parameters.filled("identifiers")
        let keywords = parameters.filled("keywords")
        switch (identifiers.isEmpty, keywords.isEmpty) {
        case (true, true): throw .noSelection
        case (false, false): throw .unparsable
        case (true, false):
            guard keywords.count <= countMax else { throw .unparsable }
            return .keywords(
                keywords, brands: parameters.filled("brandNames"),
                nodes: parameters.filled("classificationIds"))
        case (false, true):
            return try identified(identifiers, parameters)
        }
    }

    private static func identified(
        _ identifiers: [String], _ parameters: Parameters
    ) throws(Refusal) -> Selection {
        guard identifiers.count <= countMax else { throw .tooManyIdentifiers }
        for name in ["brandNames", "classificationIds", "keywordsLocale"]
        where !parameters.filled(name).isEmpty {
            throw .unparsable
        }
        guard let type = parameters.text("identifiersType"), !type.isEmpty else {
            throw .missing(parameter: "identifiersType")
        }
        guard identifierTypes.contains(type) else { throw .unparsable }
        if type == "SKU", parameters.text("sellerId")?.isEmpty != false {
            throw .missing(parameter: "sellerId")
        }
        // One that is none refuses all, and nothing says which (0.6).
        if type == "ASIN", identifiers.contains(where: { ASIN($0) == nil }) { throw .invalidASIN }
        return .identifiers(identifiers, type: type)
    }

    private static func pageSize(_ text: String?) throws(Refusal) -> Int {
        guard let text else { return 10 }
        guard let size = Int(text), (1...pageSizeMax).contains(size) else { throw .unparsable }
        return size
    }

    private static func fingerprint(_ parameters: Parameters, pageSize: Int) -> UInt64 {
        let names = [
            "marketplaceIds", "identifiers", "identifiersType", "sellerId", "keywords",
            "brandNames", "classificationIds", "keywordsLocale", "locale", "includedData",
        ]
        let parts = names.map { (parameters.list($0) ?? []).joined(separator: ",") }
        return StableHash.of("\(parts.joined(separator: "\u{1F}"))\u{1F}\(pageSize)")
    }
}
