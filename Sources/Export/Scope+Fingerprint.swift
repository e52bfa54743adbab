package import Catalog
import Hashing

extension Scope {
    /// The same for equal scopes of any run: an unfinished export is found again by it.
    package var fingerprint: Digest {
        let parts: [String] =
            [
                source.kind, sourceText, marketplaces.map(\.code).sorted().joined(separator: ","),
                includesParents ? "parents" : "", resultsMax.map(String.init) ?? "",
            ]
        return ContentHash.of(parts.joined(separator: "\u{0}"))
    }

    private var sourceText: String {
        switch source {
        case .brand(let text), .style(let text), .keywords(let text): text
        case .asins(let asins): asins.map(\.text).sorted().joined(separator: ",")
        case .file(_, let digest): digest.hex
        }
    }

    /// The name of a query of this scope in one marketplace: `brand=Sandbox Brand;US`.
    func cell(_ marketplace: Marketplace) -> String {
        let limit = resultsMax.map { ";max=\($0)" } ?? ""
        return switch source {
        case .brand, .style, .keywords: "\(source.kind)=\(sourceText);\(marketplace)\(limit)"
        case .asins, .file: "\(source.kind)=\(fingerprint.hex.prefix(16));\(marketplace)"
        }
    }

    /// The name of the fetch of the parents that the scope's items name.
    func parentCell(_ marketplace: Marketplace) -> String {
        "parents of \(cell(marketplace));\(fingerprint.hex.prefix(16))"
    }
}
