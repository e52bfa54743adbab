import Catalog

/// UPC to UPC, for accounts that keep it in an attribute of its own.
struct UPCRule: MatchRule {
    let name = "upc"

    func keys(of item: AmazonItem) -> [MatchKey] { MatchKey.identifiers("UPC", of: item) }
    func keys(of canonical: Canonical) -> [MatchKey] {
        MatchKey.number(canonical.upc, field: "upc")
    }
}
