// What a person types to name a product, a picture or an item, as subjects of events.

package import Catalog
package import Planning

/// The subjects that a text may mean, the likeliest first.
package struct SubjectArgument: Sendable, Hashable {
    package let text: String
    package let subjects: [Subject]
    /// The items that the text may mean.
    package let items: [ItemKey]

    private static let kinds: Set<Substring> = [
        "sku", "asin", "picture", "relation", "attribute", "family", "run", "target",
    ]

    /// Takes `sku:…`, `asin:US/…`, `picture:…` and the like, `US/B07X8Z63ZL`, a bare SKU or a bare
    /// ASIN.
    ///
    /// An item also stands for its product, and the product for its item.
    package init(_ text: String, settings: PlanningSettings) {
        self.text = text
        let given = Subject(text: text)
        if text.contains(":"), Self.kinds.contains(given.kind), given.kind != "asin",
            given.kind != "sku"
        {
            subjects = [given]
            items = []
            return
        }
        let isASIN = given.kind == "asin" && text.contains(":")
        let isSKU = given.kind == "sku" && text.contains(":")
        let name = isASIN || isSKU ? String(given.name) : text
        items = isSKU ? Self.items(ofSKU: name, settings) : Self.items(named: name, settings)
        let sku: [Subject] = isASIN ? [] : [.sku(name)]
        let products = items.map { Subject.sku(settings.sku($0)) }
        var seen = Set<Subject>()
        subjects = (sku + items.map(Subject.asin) + products).filter { seen.insert($0).inserted }
    }

    private static func items(named name: String, _ settings: PlanningSettings) -> [ItemKey] {
        if let key = ItemKey(name) { return [key] }
        if let asin = ASIN(name) ?? ASIN(name.uppercased()) {
            return Marketplace.all.map { ItemKey($0, asin) }
        }
        return items(ofSKU: name, settings)
    }

    /// The item of which a SKU is the product's, by trying the ASIN that is in it.
    private static func items(ofSKU sku: String, _ settings: PlanningSettings) -> [ItemKey] {
        guard settings.skuFormat.contains("{asin}") else { return [] }
        let words = sku.split { !$0.isLetter && !$0.isNumber }.compactMap { ASIN(String($0)) }
        return words.flatMap { asin in Marketplace.all.map { ItemKey($0, asin) } }
            .filter { settings.sku($0) == sku }
    }
}
