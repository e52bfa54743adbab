import Catalog

/// Model number to SKU: what finds the canonical product of a variation parent, which has no
/// identifiers of its own (workflow diagram "VARIATION_PARENT linking").
///
/// Compared without regard to case and to blanks at the ends, since people type both.
struct ModelNumberRule: MatchRule {
    let name = "model_number"

    func keys(of item: AmazonItem) -> [MatchKey] { key(item.modelNumber, field: "model_number") }
    func keys(of canonical: Canonical) -> [MatchKey] { key(canonical.sku, field: "sku") }

    private func key(_ found: String?, field: String) -> [MatchKey] {
        guard let found else { return [] }
        let isBlank = { (character: Character) in character.isWhitespace }
        let trimmed = found.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
        guard !trimmed.isEmpty else { return [] }
        return [
            MatchKey(field: field, found: found, normalised: String(trimmed).uppercased())
        ]
    }
}
