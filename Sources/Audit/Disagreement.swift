// A variation parent whose own match and whose children's matches lead to different products.

package import Catalog
package import Planning
package import Projections
import Events

/// A variation parent that is listed under its own match and, through its children, under another
/// canonical product: both links stand, and a person should know.
package struct Disagreement: Sendable, Hashable {
    package let item: ItemKey
    /// The SKU of the Amazon product.
    package let sku: String
    /// The canonical product of its own match.
    package let matched: String
    /// The rule that matched it.
    package let rule: String
    /// The canonical products that its children lead to, by SKU.
    package let others: [Other]

    /// A canonical product to which children lead.
    package struct Other: Sendable, Hashable {
        package let canonicalSKU: String
        package let children: [ASIN]
    }

    /// All disagreements among the items, by item.
    package static func all(
        among items: [CatalogueState.SeenItem], decisions: AccountState,
        settings: PlanningSettings
    ) -> [Disagreement] {
        let listings = DesiredLinks.familyListings(of: items, decisions: decisions)
        let families = Dictionary(grouping: listings, by: \.parent)
        return families.keys.sorted().compactMap { parent in
            guard let match = decisions.verdicts[parent]?.match else { return nil }
            let others = (families[parent] ?? []).filter { $0.canonicalSKU != match.canonicalSKU }
            guard !others.isEmpty else { return nil }
            let bySKU = Dictionary(grouping: others, by: \.canonicalSKU)
            return Disagreement(
                item: parent, sku: settings.sku(parent), matched: match.canonicalSKU,
                rule: match.rule,
                others: bySKU.keys.sorted().map { sku in
                    let children = Set((bySKU[sku] ?? []).map(\.child.asin))
                    return Other(canonicalSKU: sku, children: children.sorted())
                })
        }
    }
}

extension Disagreement: CustomStringConvertible {
    /// One sentence for people.
    package var description: String {
        let through = others.map { other in
            "\(other.canonicalSKU) (through \(other.children.map(\.text).joined(separator: ", ")))"
        }
        return "\(sku) is listed under \(matched) (matched by \(rule)) and under "
            + through.joined(separator: " and ")
    }
}
