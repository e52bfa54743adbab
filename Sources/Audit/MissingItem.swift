// Items that were expected and that Amazon does not have.

package import Catalog
package import Planning
package import Projections
import Events

/// Tells which missing items count against completeness, and as which failure.
package enum MissingItem {
    /// The key under which a missing item is reported and accepted.
    package static func key(_ item: ItemKey) -> String { "item \(item)" }

    /// The missing items of a catalogue that somebody waits for: parents that known items name, and
    /// items that the last scope asked for by name.
    ///
    /// A wrong number that was asked for once is forgotten with the next scope.
    package static func expected(
        in state: ProjectedState, marketplaces: Set<Marketplace>
    ) -> [ItemKey] {
        let items = state.catalogue.items
        let asked = Set(state.runs.lastScope?.expected ?? [])
        return state.catalogue.missing.filter { key, missing in
            guard marketplaces.contains(key.marketplace), items[key] == nil else { return false }
            if asked.contains(key.asin) { return true }
            return missing.children.contains { items[ItemKey(key.marketplace, $0)] != nil }
        }.map(\.key).sorted()
    }

    /// The failure of a missing item, in a sentence.
    package static func failure(
        _ item: ItemKey, _ missing: CatalogueState.MissingItem?
    ) -> Accounting.Failure {
        Accounting.Failure(
            key: key(item), subject: .asin(item), phase: .export,
            reason: reason(item, missing), attempts: 1, isSetAside: true)
    }

    private static func reason(
        _ item: ItemKey, _ missing: CatalogueState.MissingItem?
    ) -> String {
        if missing?.reason == .malformed { return "Amazon's answer is no item" }
        let children = missing?.children ?? []
        guard !children.isEmpty else { return "Amazon has no such item in \(item.marketplace)" }
        let names = children.map(\.text).joined(separator: ", ")
        return "the parent that \(names) name is not in \(item.marketplace)"
    }
}
