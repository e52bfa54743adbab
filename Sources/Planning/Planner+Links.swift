import Catalog
import Projections

/// Phase 4 as values: what is not linked yet, and what we linked and shall be no more.
extension Planner {
    /// Related products in one request, at most: as many as a product can have of one relation
    /// (`plytix-api.md` 11), so that what one source lacks is one request and one failure.
    static let linksPerRequest = 300

    func links() -> [PlannedRequest] {
        guard phases.contains(.relationships) else { return [] }
        return newLinks() + staleLinks()
    }

    private func newLinks() -> [PlannedRequest] {
        linkCandidates.filter { isOpen($0.effect) }.map {
            PlannedRequest([$0.effect], cause: $0.cause)
        }
    }

    /// What links the products that can be linked and are not, whatever became of it before.
    var linkCandidates: [(effect: Effect, cause: [Int])] {
        desired.links.flatMap { links -> [(Effect, [Int])] in
            let linked = account.linked(links.relation, from: links.source)
            let missing = links.targets.filter { target in
                !linked.contains(target.sku) && isPossible(links.source) && isPossible(target.sku)
            }
            return stride(from: 0, to: missing.count, by: Self.linksPerRequest).map { start in
                let part = missing[start..<min(start + Self.linksPerRequest, missing.count)]
                let effect = Effect.link(
                    relation: links.relation, source: links.source, targets: part.map(\.sku))
                return (effect, Array(Set(part.flatMap(\.cause))).sorted())
            }
        }
    }

    /// A link needs both products: there, or made by this plan.
    private func isPossible(_ sku: String) -> Bool {
        if let product = account.products[sku] { return !product.isGone }
        return reachable.contains(sku) || account.canonicals[sku] != nil
            || phases.contains(.products)
                && desired.stubs.contains { stub in
                    stub.sku == sku && stubEffects(of: stub).allSatisfy(isOpen)
                }
    }

    /// Links that we made, and that nothing asks for any more.
    private func staleLinks() -> [PlannedRequest] {
        var wanted: [String: [String: Set<String>]] = [:]
        for links in desired.links {
            wanted[links.relation, default: [:]][links.source] = Set(links.targets.map(\.sku))
        }
        let planned = Set(desired.products.map(\.sku))
        return desired.relations.flatMap { relation -> [PlannedRequest] in
            let sources = account.links[relation.label] ?? [:]
            return sources.keys.sorted().compactMap { source in
                let stale = (sources[source] ?? []).filter { link in
                    // With either product gone, the link is gone.
                    link.isOurs && account.productID(source) != nil
                        && account.productID(link.target) != nil
                        && isJudged(relation.label, source, link.target, by: planned)
                        && wanted[relation.label]?[source]?.contains(link.target) != true
                }.map(\.target).sorted()
                guard !stale.isEmpty else { return nil }
                let effect = Effect.unlink(
                    relation: relation.label, source: source, targets: stale)
                return isOpen(effect) ? PlannedRequest([effect]) : nil
            }
        }
    }

    /// Whether all that could ask for a link is in this plan.
    ///
    /// A parent's listing can follow from its children, so that a plan without them says nothing of
    /// it.
    private func isJudged(
        _ relation: String, _ source: String, _ target: String, by planned: Set<String>
    ) -> Bool {
        guard planned.contains(target) else { return false }
        if relation == settings.hierarchyLabel { return planned.contains(source) }
        return account.linked(settings.hierarchyLabel, from: target).isSubset(of: planned)
    }
}
