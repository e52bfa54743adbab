import Catalog
import Projections

/// Phase 4 as values: what is not linked yet, and what we linked and shall be no more.
extension Planner {
    /// Related products in one request, at most (`plytix-api.md` 11 names no limit but 300 a
    /// product and relation).
    static let linksPerRequest = 100

    func links() -> [PlannedRequest] {
        guard phases.contains(.relationships) else { return [] }
        return newLinks() + staleLinks()
    }

    private func newLinks() -> [PlannedRequest] {
        desired.links.flatMap { links -> [PlannedRequest] in
            let linked = account.linked(links.relation, from: links.source)
            let missing = links.targets.filter { target in
                !linked.contains(target.sku) && isPossible(links.source) && isPossible(target.sku)
            }
            return stride(from: 0, to: missing.count, by: Self.linksPerRequest).compactMap { start in
                let part = missing[start..<min(start + Self.linksPerRequest, missing.count)]
                let effect = Effect.link(
                    relation: links.relation, source: links.source, targets: part.map(\.sku))
                guard isOpen(effect) else { return nil }
                return PlannedRequest([effect], cause: Array(Set(part.flatMap(\.cause))).sorted())
            }
        }
    }

    /// A link needs both products: there, or made by this plan.
    private func isPossible(_ sku: String) -> Bool {
        if let product = account.products[sku] { return !product.isGone }
        return account.canonicals[sku] != nil
            || phases.contains(.products)
                && (plannedSKUs.contains(sku) || desired.stubs.contains { $0.sku == sku })
    }

    private var plannedSKUs: Set<String> { Set(desired.products.map(\.sku)) }

    /// Links that we made to products of this plan, and that nothing asks for any more.
    private func staleLinks() -> [PlannedRequest] {
        var wanted: [String: [String: Set<String>]] = [:]
        for links in desired.links {
            wanted[links.relation, default: [:]][links.source] = Set(links.targets.map(\.sku))
        }
        let planned = plannedSKUs
        return desired.relations.flatMap { relation -> [PlannedRequest] in
            let sources = account.links[relation.label] ?? [:]
            return sources.keys.sorted().compactMap { source in
                let stale = (sources[source] ?? []).filter { link in
                    link.isOurs && planned.contains(link.target)
                        && wanted[relation.label]?[source]?.contains(link.target) != true
                }.map(\.target).sorted()
                guard !stale.isEmpty else { return nil }
                let effect = Effect.unlink(
                    relation: relation.label, source: source, targets: stale)
                return isOpen(effect) ? PlannedRequest([effect]) : nil
            }
        }
    }
}
