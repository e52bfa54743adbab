package import Catalog
package import JSON

/// What the plan makes of items: names, attribute mapping, picture rules.
///
/// The defaults are those of the sample `plysync.yaml` (`cli.md`, Settings).
package struct PlanningSettings: Sendable, Hashable {
    /// With `{marketplace}` and `{asin}`.
    package var skuFormat = "AMZN-{marketplace}-{asin}"
    package var family = "Amazon"
    package var hierarchy = "Amazon Hierarchy"
    package var listings = "Amazon Listings"
    /// Label of the media gallery attribute.
    package var gallery = "amazon_images"
    package var status = "Draft"
    package var label = ItemField.title
    package var attributes = AttributeRule.standard
    package var unmatched = Unmatched.create
    package var picturesMax = 20
    package var onRemoval = OnRemoval.keep
    /// Runs that try an effect that fails for passing reasons, before it is set aside.
    package var attemptsMax = 5
    /// East of Greenwich; the zone of `last_written` dates.
    package var zoneOffset = Duration.zero

    package enum Unmatched: String, Sendable, CaseIterable { case create, skip }
    package enum OnRemoval: String, Sendable, CaseIterable { case keep, remove }

    package init() {}

    package func sku(_ item: ItemKey) -> String {
        skuFormat.replacing("{marketplace}", with: item.marketplace.code)
            .replacing("{asin}", with: item.asin.text)
    }
    package var hierarchyLabel: String { Self.slug(hierarchy) }
    package var listingsLabel: String { Self.slug(listings) }

    /// The label that Plytix makes of a name: lower case, blanks and `- . :` as `_`
    /// (`plytix-api.md` 7).
    package static func slug(_ name: String) -> String {
        String(name.lowercased().map { " -.:".contains($0) ? "_" : $0 })
    }

    /// A display name of which Plytix makes exactly this label: `amazon_asin` → `Amazon ASIN`.
    package static func displayName(_ label: String) -> String {
        let capitals: Set = ["asin", "upc", "ean", "gtin", "sku", "url", "id"]
        return label.split(separator: "_", omittingEmptySubsequences: false).map { word in
            capitals.contains(String(word))
                ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst()
        }.joined(separator: " ")
    }
}

/// One attribute of Amazon products: where its value comes from, and when it is written.
package struct AttributeRule: Sendable, Hashable {
    package let label: String
    package let source: Source
    package let type: AttributeType
    package let rule: WriteRule

    package enum Source: Sendable, Hashable {
        case field(ItemField)
        case constant(JSONValue)
    }

    package init(_ label: String, from source: Source, type: AttributeType, rule: WriteRule) {
        self.label = label
        self.source = source
        self.type = type
        self.rule = rule
    }

    /// Those of the sample settings.
    package static let standard: [AttributeRule] = [
        AttributeRule("amazon_asin", from: .field(.asin), type: .text, rule: .always),
        AttributeRule("amazon_parent_asin", from: .field(.parentASIN), type: .text, rule: .always),
        AttributeRule("amazon_title", from: .field(.title), type: .text, rule: .always),
        AttributeRule(
            "amazon_marketplace", from: .field(.marketplace), type: .dropdown, rule: .always),
        AttributeRule(
            "amazon_canonical_sku", from: .field(.canonicalSKU), type: .text, rule: .always),
        AttributeRule(
            "amazon_item_classification", from: .field(.itemClassification), type: .dropdown,
            rule: .always),
        AttributeRule("amazon_brand", from: .field(.brand), type: .text, rule: .always),
        AttributeRule(
            "amazon_model_number", from: .field(.modelNumber), type: .text, rule: .always),
        AttributeRule("amazon_size", from: .field(.size), type: .text, rule: .fillEmpty),
        AttributeRule("amazon_color", from: .field(.color), type: .text, rule: .fillEmpty),
        AttributeRule("amazon_upc", from: .field(.upc), type: .text, rule: .fillEmpty),
        AttributeRule("amazon_ean", from: .field(.ean), type: .text, rule: .fillEmpty),
        AttributeRule("amazon_gtin", from: .field(.gtin), type: .text, rule: .fillEmpty),
        AttributeRule(
            "amazon_variation_theme", from: .field(.variationTheme), type: .text, rule: .always),
        AttributeRule("amazon_is_primary", from: .constant(false), type: .boolean, rule: .never),
        AttributeRule("amazon_last_synced", from: .field(.lastWritten), type: .date, rule: .always),
    ]
}

/// What of an item a setting can name.
package enum ItemField: String, Sendable, Hashable, CaseIterable {
    case asin, title, marketplace, brand, size, color, upc, ean, gtin, manufacturer
    case parentASIN = "parent_asin"
    case canonicalSKU = "canonical_sku"
    case itemClassification = "item_classification"
    case modelNumber = "model_number"
    case partNumber = "part_number"
    case productType = "product_type"
    case variationTheme = "variation_theme"
    /// The date of the last write; it never makes a write necessary by itself.
    case lastWritten = "last_written"

    /// The value of an item; nil when Amazon says nothing.
    func value(of item: AmazonItem, canonicalSKU: String?) -> String? {
        switch self {
        case .asin: item.key.asin.text
        case .title: item.title
        case .marketplace: item.key.marketplace.code
        case .brand: item.brand
        case .size: item.size
        case .color: item.color
        case .upc: item.identifiers("UPC").first
        case .ean: item.identifiers("EAN").first
        case .gtin: item.identifiers("GTIN").first
        case .manufacturer: item.manufacturer
        case .parentASIN: item.parents.first?.text
        case .canonicalSKU: canonicalSKU
        case .itemClassification: item.classification
        case .modelNumber: item.modelNumber
        case .partNumber: item.partNumber
        case .productType: item.productType
        case .variationTheme: item.variationTheme
        case .lastWritten: nil
        }
    }
}
