// Catalogues in the shapes of a real one (`catalogue-statistics.md`): broken families, identifiers
// in several widths, items without any, pictures that several items share.

package import Catalog
package import SandboxWorld

/// An invented catalogue: what Amazon lists, and the merchant's own products.
package struct RandomCatalogue: Sendable {
    package var items: [AmazonItem] = []
    package var canonicals: [Canonical] = []
    private var asins = Set<String>()

    package init(styles: Int, _ random: inout SplitMix64) {
        for style in 0..<styles { addStyle("MCA\(1000 + style)", &random) }
    }

    private mutating func addStyle(_ model: String, _ random: inout SplitMix64) {
        canonicals.append(Canonical(id: "c-\(model)", sku: model, label: "Style \(model)"))
        let pictures = (0..<random.number(in: 2...6)).map { _ in random.word(10) }
        let parents = (0..<random.below(3)).map { _ in newASIN(&random) }
        var children: [ASIN] = []
        for variant in 0..<random.number(in: 1...6) {
            let asin = newASIN(&random)
            let number = "8860\(10_000_000 + Int(random.next() % 80_000_000))"
            addVariant(model, variant, number, &random)
            let parent = parents.isEmpty || random.chance(600) ? nil : random.pick(parents)
            if parent != nil { children.append(asin) }
            add(asin, in: random.chance(800) ? "US" : "UK", &random) { item, random in
                item.modelNumber = random.chance(940) ? model : nil
                item.classification = "BASE_PRODUCT"
                item.size = random.chance(690) ? "\(7 + variant) Wide" : nil
                item.identifiers = Self.identifiers(number, &random)
                item.parents = parent.map { [$0] } ?? []
                item.pictures = Self.listed(random.some(of: pictures, 600, outOf: 1_000), &random)
            }
        }
        // Some parents are named by their children only: no search finds them.
        for parent in random.some(of: parents, 700, outOf: 1_000) {
            add(parent, in: "US", &random) { item, random in
                item.modelNumber = random.chance(800) ? model : "MDM\(random.below(1_000))"
                item.classification = "VARIATION_PARENT"
                item.variationTheme = "SIZE/COLOR"
                item.children = random.some(of: children, 500, outOf: 1_000)
                item.pictures = Self.listed(Array(pictures.prefix(1)), &random)
            }
        }
    }

    private mutating func addVariant(
        _ model: String, _ variant: Int, _ number: String, _ random: inout SplitMix64
    ) {
        guard random.chance(850) else { return }
        let sku = "\(model)-\(variant)"
        canonicals.append(
            Canonical(
                id: "c-\(sku)", sku: sku, gtin: random.chance(700) ? number : "00" + number,
                parentID: random.chance(900) ? "c-\(model)" : nil))
        guard random.chance(50) else { return }
        canonicals.append(Canonical(id: "c-\(sku)-B", sku: "\(sku)-B", gtin: number))
    }

    private mutating func add(
        _ asin: ASIN, in marketplace: String, _ random: inout SplitMix64,
        _ fill: (inout AmazonItem, inout SplitMix64) -> Void
    ) {
        var item = AmazonItem(
            key: ItemKey(.example(marketplace), asin),
            title: random.chance(980) ? "Boot \(asin), \(random.below(1_000))" : nil,
            brand: "Sandbox Brand",
            color: random.chance(900) ? random.pick(["Black", "Bomber"]) : nil)
        fill(&item, &random)
        items.append(item)
    }

    private mutating func newASIN(_ random: inout SplitMix64) -> ASIN {
        while true {
            let text = "B0" + random.word(8).uppercased()
            if asins.insert(text).inserted { return .example(text) }
        }
    }

    private static func identifiers(
        _ number: String, _ random: inout SplitMix64
    ) -> [AmazonItem.Identifier] {
        guard random.chance(960) else { return [] }
        var identifiers = [
            AmazonItem.Identifier(type: "EAN", value: "0" + number),
            AmazonItem.Identifier(type: "UPC", value: number),
        ]
        if random.chance(150) {
            identifiers.append(AmazonItem.Identifier(type: "GTIN", value: "00" + number))
        }
        return random.shuffled(identifiers)
    }

    /// Each picture in its own slot, in one to three sizes.
    private static func listed(_ ids: [String], _ random: inout SplitMix64) -> [ListedPicture] {
        let slots = ["MAIN"] + (1...8).map { "PT0\($0)" }
        return zip(slots, ids).flatMap { slot, id in
            let sizes = [(1500, ""), (500, "._SL500_"), (75, "._SL75_")]
            return sizes.prefix(random.number(in: 1...3)).map { side, suffix in
                ListedPicture.example(id, slot: slot, side: side, suffix: suffix)
            }
        }
    }
}
