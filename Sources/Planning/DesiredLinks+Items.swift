package import Catalog
package import Projections
import Events

extension DesiredLinks {
    /// Amazon Hierarchy: parent → children, of whichever side names the other.
    static func hierarchy(
        of items: [CatalogueState.SeenItem], settings: PlanningSettings
    ) -> [DesiredLinks] {
        let byKey = Dictionary(items.map { ($0.item.key, $0) }) { first, _ in first }
        var links = LinkCollector(relation: settings.hierarchyLabel)
        for child in items {
            for parent in child.item.parents {
                guard let parent = byKey[ItemKey(child.item.key.marketplace, parent)] else {
                    continue
                }
                links.add(
                    from: settings.sku(parent.item.key), to: settings.sku(child.item.key),
                    "it names \(parent.item.key.asin) as its parent",
                    [parent.exported, child.exported])
            }
        }
        for parent in items {
            for child in parent.item.children {
                guard let child = byKey[ItemKey(parent.item.key.marketplace, child)] else {
                    continue
                }
                links.add(
                    from: settings.sku(parent.item.key), to: settings.sku(child.item.key),
                    "\(parent.item.key.asin) names it as its child",
                    [parent.exported, child.exported])
            }
        }
        return links.collected
    }

    /// Amazon Listings: canonical → Amazon product.
    ///
    /// A variation parent is also listed under the canonical product of which its children's
    /// canonical products are variants.
    static func listings(
        of items: [CatalogueState.SeenItem], decisions: AccountState, settings: PlanningSettings
    ) -> [DesiredLinks] {
        var links = LinkCollector(relation: settings.listingsLabel)
        for seen in items {
            guard let verdict = decisions.verdicts[seen.item.key], let match = verdict.match
            else { continue }
            links.add(
                from: match.canonicalSKU, to: settings.sku(seen.item.key),
                "matched by \(match.rule)", [verdict.sequence])
        }
        for (parent, child, canonicalParent) in familyListings(of: items, decisions: decisions) {
            links.add(
                from: canonicalParent, to: settings.sku(parent),
                "the canonical product of its child \(child.asin) is a variant of \(canonicalParent)",
                [decisions.verdicts[child]?.sequence ?? 0])
        }
        return links.collected
    }

    /// Variation parents with a child and the canonical parent that the child's match leads to.
    package static func familyListings(
        of items: [CatalogueState.SeenItem], decisions: AccountState
    ) -> [(parent: ItemKey, child: ItemKey, canonicalSKU: String)] {
        let known = Set(items.map(\.item.key))
        var pairs: [(ItemKey, ItemKey)] = []
        for seen in items {
            let key = seen.item.key
            pairs += seen.item.parents.map { (ItemKey(key.marketplace, $0), key) }
            pairs += seen.item.children.map { (key, ItemKey(key.marketplace, $0)) }
        }
        return pairs.compactMap { parent, child in
            guard known.contains(parent), known.contains(child),
                let sku = decisions.verdicts[child]?.canonicalSKU,
                let parentID = decisions.canonicals[sku]?.canonical.parentID,
                let canonicalParent = decisions.skus[parentID],
                decisions.canonicals[canonicalParent] != nil
            else { return nil }
            return (parent, child, canonicalParent)
        }
    }
}

/// Gathers links by their source, the first reason of each link standing.
private struct LinkCollector {
    let relation: String
    private var targets: [String: [String: DesiredLinks.Target]] = [:]

    init(relation: String) { self.relation = relation }

    mutating func add(from source: String, to target: String, _ reason: String, _ cause: [Int]) {
        guard source != target, targets[source]?[target] == nil else { return }
        targets[source, default: [:]][target] = DesiredLinks.Target(
            sku: target, reason: reason, cause: cause.filter { $0 > 0 })
    }

    var collected: [DesiredLinks] {
        targets.keys.sorted().map { source in
            DesiredLinks(
                relation: relation, source: source,
                targets: (targets[source] ?? [:]).values.sorted { $0.sku < $1.sku })
        }
    }
}
