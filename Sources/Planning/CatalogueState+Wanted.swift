package import Catalog
package import Projections

extension CatalogueState {
    /// What is known of some items and wanted in an account.
    ///
    /// An item that Amazon has no more is wanted only where its product is already: it is kept as it
    /// is, but nothing new is made for it.
    package func wanted(
        _ keys: some Sequence<ItemKey>, in account: AccountState, settings: PlanningSettings
    ) -> [SeenItem] {
        keys.compactMap { key in
            guard let seen = items[key] else { return nil }
            guard missing.isEmpty || missing[key] == nil else {
                let isThere = account.products[settings.sku(key)].map { !$0.isGone } ?? false
                return isThere ? seen : nil
            }
            return seen
        }
    }
}
