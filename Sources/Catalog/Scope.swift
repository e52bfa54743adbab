/// What an export is about, as the user said it.
package enum ScopeSource: Hashable, Sendable {
    case brand(String)
    case style(String)
    case keywords(String)
    case asins([ASIN])
    /// Items read from a file, by the digest of its content.
    case file(name: String, digest: Digest)

    /// The word of its flag: `brand`.
    package var kind: String {
        switch self {
        case .brand: "brand"
        case .style: "style"
        case .keywords: "keywords"
        case .asins: "asins"
        case .file: "file"
        }
    }

    /// For people: `brand "Sandbox Brand"`.
    package var title: String {
        switch self {
        case .brand(let text), .style(let text), .keywords(let text): "\(kind) \"\(text)\""
        case .asins(let asins): asins.count == 1 ? "1 ASIN" : "\(asins.count) ASINs"
        case .file(let name, _): "file \(name)"
        }
    }
}

/// A source in its marketplaces, with what belongs to it.
package struct Scope: Hashable, Sendable {
    package let source: ScopeSource
    package let marketplaces: [Marketplace]
    /// Whether parents that the source does not give are fetched too.
    package let includesParents: Bool
    /// The most items that are taken from a search; nil for all that it gives.
    package let resultsMax: Int?

    package init(
        source: ScopeSource, marketplaces: [Marketplace], includesParents: Bool = true,
        resultsMax: Int? = nil
    ) {
        self.source = source
        self.marketplaces = marketplaces
        self.includesParents = includesParents
        self.resultsMax = resultsMax
    }
}
