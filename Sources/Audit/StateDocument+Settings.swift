// The state document of an account under the settings that name things in it.

package import Planning
package import Projections
import Catalog

extension StateDocument {
    /// The document of our products in an account: its canonical products, and the stubs that a
    /// replay makes of them, show only as ends of links, and dates of writing do not show.
    package init(
        of account: AccountState, names: AccountState? = nil, settings: PlanningSettings
    ) {
        var ours = account
        let prefix = settings.skuFormat.prefix { $0 != "{" }
        ours.products = account.products.filter { $0.key.hasPrefix(prefix) }
        let dates = settings.attributes.filter { $0.source == .field(.lastWritten) }
        self.init(
            account: ours, names: names ?? account,
            volatile: Set(dates.map { "attributes.\($0.label)" }))
    }
}
