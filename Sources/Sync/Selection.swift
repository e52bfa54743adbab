package import Catalog
package import Projections
import Events

/// Which of the known items a command without a source works on: all, or those of a style with
/// their families.
package struct Selection: Sendable {
    package let keys: [ItemKey]

    package init(state: ProjectedState, decisions: AccountState, style: String?) {
        let items = state.catalogue.items
        guard let style = style?.uppercased(), !style.isEmpty else {
            keys = items.keys.sorted()
            return
        }
        var chosen = Set<ItemKey>()
        for (key, seen) in items {
            let texts = [
                seen.item.modelNumber, seen.item.partNumber,
                decisions.verdicts[key]?.canonicalSKU,
            ]
            if texts.contains(where: { $0?.uppercased().hasPrefix(style) == true }) {
                chosen.insert(key)
            }
        }
        // A search for the style gave these, whatever their fields say.
        for (key, cell) in state.pages.cells
        where key.cell.uppercased().hasPrefix("STYLE=\(style);") {
            chosen.formUnion(cell.items.compactMap { ItemKey(String($0.subject.name)) })
        }
        let related = chosen.flatMap { key -> [ItemKey] in
            guard let item = items[key]?.item else { return [] }
            return (item.parents + item.children).map { ItemKey(key.marketplace, $0) }
        }
        keys = chosen.union(related).filter { items[$0] != nil }.sorted()
    }
}
