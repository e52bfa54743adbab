import Catalog
import JSON
import Planning
import SandboxWorld
import TestSupport
import Testing

@Suite struct `Names that the settings make` {
    static let slugs: [(String, String)] = [
        ("Amazon Listings", "amazon_listings"), ("In Stock", "in_stock"),
        ("A-B.C:D e", "a_b_c_d_e"),
        ("amazon_asin", "amazon_asin"), ("  x", "__x"), ("", ""), ("Größe", "größe"),
        ("Amazon (US)", "amazon_(us)"),
    ]

    @Test(arguments: slugs)
    func `a label is what Plytix makes of a name`(name: String, label: String) {
        #expect(PlanningSettings.slug(name) == label)
    }

    static let names: [(String, String)] = [
        ("amazon_asin", "Amazon ASIN"), ("amazon_canonical_sku", "Amazon Canonical SKU"),
        ("amazon_upc", "Amazon UPC"), ("amazon_ean", "Amazon EAN"), ("amazon_gtin", "Amazon GTIN"),
        ("amazon_is_primary", "Amazon Is Primary"), ("title", "Title"), ("a1_2b", "A1 2b"),
        ("image_url", "Image URL"), ("asins", "Asins"),
    ]

    @Test(arguments: names)
    func `a name is readable`(label: String, name: String) {
        #expect(PlanningSettings.displayName(label) == name)
    }

    @Test(arguments: Seeds.first(20))
    func `a name gives its label again`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let parts = ["a", "z", "9", "_", "asin", "id", "url", "__"]
        for _ in 0..<200 {
            let label = (0..<random.number(in: 1...6)).map { _ in random.pick(parts) }.joined()
            #expect(PlanningSettings.slug(PlanningSettings.displayName(label)) == label)
        }
    }

    @Test func `the labels of the standard attributes are their own, and Plytix makes them`() {
        let labels = AttributeRule.standard.map(\.label)
        #expect(Set(labels).count == labels.count)
        for label in labels {
            #expect(PlanningSettings.slug(PlanningSettings.displayName(label)) == label)
        }
        let settings = PlanningSettings()
        #expect(settings.hierarchyLabel == "amazon_hierarchy")
        #expect(settings.listingsLabel == "amazon_listings")
        #expect(settings.sku(.us("B07X8Z63ZL")) == "AMZN-US-B07X8Z63ZL")
    }

    @Test func `each field of an item can be mapped`() throws {
        let item = AmazonItem.boot().with {
            $0.parents = [.example("B077QMJFG9"), .example("B09FQ13BDF")]
            $0.identifiers.append(.init(type: "GTIN", value: "00886000000016"))
            $0.partNumber = "P1"
            $0.variationTheme = "SIZE"
        }
        var scene = Scene()
        scene.settings.attributes = ItemField.allCases.map {
            AttributeRule("f_\($0.rawValue)", from: .field($0), type: .text, rule: .always)
        }
        try scene.history.export(item)
        try scene.history.match(item.key, to: "C")
        let values = scene.plan().changes(of: "AMZN-US-B07X8Z63ZL").dropFirst(2).map {
            "\($0.field.dropFirst("attributes.f_".count)) \($0.new?.string ?? "")"
        }
        #expect(
            values.sorted() == [
                "asin B07X8Z63ZL", "brand Sandbox Brand", "canonical_sku C", "color Bomber",
                "ean 0886000000016", "gtin 00886000000016", "item_classification BASE_PRODUCT",
                "last_written {today}", "manufacturer Sandbox Brand", "marketplace US",
                "model_number MCA0032", "parent_asin B077QMJFG9", "part_number P1",
                "product_type BOOT",
                "size 10.5 Wide", "title Men's Bomber Boot, 10.5 Wide", "upc 886000000016",
                "variation_theme SIZE",
            ])
    }
}
