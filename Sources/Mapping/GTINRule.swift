import Catalog

/// GTIN to GTIN: Amazon's GTIN, EAN and UPC against the GTIN of the canonical product.
///
/// All three are the same number in different widths (`amazon-catalog-items.md` 2.5), and merchants
/// keep whichever they have in Plytix's one GTIN field.
struct GTINRule: MatchRule {
    let name = "gtin"

    func keys(of item: AmazonItem) -> [MatchKey] {
        ["GTIN", "EAN", "UPC"].flatMap { MatchKey.identifiers($0, of: item) }
    }
    func keys(of canonical: Canonical) -> [MatchKey] {
        MatchKey.number(canonical.gtin, field: "gtin")
    }
}
