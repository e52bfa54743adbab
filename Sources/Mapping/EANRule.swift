import Catalog

/// EAN to EAN, for accounts that keep it in an attribute of its own.
struct EANRule: MatchRule {
    let name = "ean"

    func keys(of item: AmazonItem) -> [MatchKey] { MatchKey.identifiers("EAN", of: item) }
    func keys(of canonical: Canonical) -> [MatchKey] {
        MatchKey.number(canonical.ean, field: "ean")
    }
}
