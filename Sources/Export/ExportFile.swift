package import Catalog
package import JSON

/// The export file of phase 1: what today's scripts write (`todays-scripts.md` 1.1), and what they
/// drop: GTIN and other identifiers, further parents, children, all sizes of all pictures.
package enum ExportFile {
    /// One item with the answer that it was read from, if that is kept.
    package struct Entry: Sendable {
        package let item: AmazonItem
        package let raw: JSONValue
        package let isFetchedParent: Bool

        package init(item: AmazonItem, raw: JSONValue, isFetchedParent: Bool) {
            self.item = item
            self.raw = raw
            self.isFetchedParent = isFetchedParent
        }
    }

    package static func document(
        scope: Scope, entries: [Entry], marketplace: Marketplace, date: Instant, isWhole: Bool,
        announced: Int?
    ) -> JSONValue {
        var metadata = JSONObject()
        if case .style(let style) = scope.source { metadata["style"] = .string(style) }
        metadata["source"] = .string(scope.source.kind)
        metadata["source_title"] = .string(scope.source.title)
        metadata["marketplace"] = .string(marketplace.code)
        metadata["marketplace_id"] = .string(marketplace.id)
        metadata["export_date"] = .string(date.description)
        metadata["item_count"] = JSONValue(entries.count)
        metadata["parent_asins_added"] = JSONValue(entries.count(where: \.isFetchedParent))
        metadata["complete"] = JSONValue(isWhole)
        if let announced { metadata["announced"] = JSONValue(announced) }
        return ["metadata": .object(metadata), "variants": .array(entries.map(record))]
    }

    private static func record(_ entry: Entry) -> JSONValue {
        let item = entry.item
        var record = JSONObject()
        record["amazon_asin"] = .string(item.key.asin.text)
        record["amazon_parent_asin"] = JSONValue(item.parents.first?.text)
        record["amazon_sku"] = JSONValue(item.partNumber)
        for type in ["UPC", "EAN", "GTIN"] {
            record[type.lowercased()] = JSONValue(item.identifiers(type).first)
        }
        record["title"] = JSONValue(item.title)
        record["brand"] = JSONValue(item.brand)
        record["model_number"] = JSONValue(item.modelNumber)
        record["part_number"] = JSONValue(item.partNumber)
        record["size"] = JSONValue(item.size)
        record["color"] = JSONValue(item.color)
        record["variation_theme"] = JSONValue(item.variationTheme)
        record["item_classification"] = JSONValue(item.classification)
        record["product_type"] = JSONValue(item.productType)
        // The catalogue does not say whether an item is for sale; the scripts wrote null here too.
        record["amazon_listing_status"] = .null
        for (key, url) in slots(of: item) { record[key] = JSONValue(url) }
        record["manufacturer"] = JSONValue(item.manufacturer)
        record["parent_asins"] = JSONValue(item.parents.map(\.text))
        record["child_asins"] = JSONValue(item.children.map(\.text))
        record["identifiers"] = .array(
            item.identifiers.map { ["type": .string($0.type), "value": .string($0.value)] })
        record["images"] = .array(
            item.pictures.map { picture in
                [
                    "variant": .string(picture.slot), "link": .string(picture.url),
                    "width": JSONValue(picture.width), "height": JSONValue(picture.height),
                ]
            })
        record["_raw_summary"] = entry.raw["summaries"][0]
        record["_raw_attributes"] = entry.raw["attributes"]
        record["_raw_images"] = entry.raw["images"]
        return .object(record)
    }

    /// The picture of each slot of the scripts' file, the largest size.
    package static func slots(of item: AmazonItem) -> [(key: String, url: String?)] {
        let shown = Dictionary(
            Picture.shown(of: item.pictures, atMost: .max).map { ($0.slot, $0.url) },
            uniquingKeysWith: { first, _ in first })
        let variants = (1...8).map { ("amazon_image_variant_\($0)", shown["PT0\($0)"]) }
        return [("amazon_image_main", shown["MAIN"])] + variants
            + [("amazon_image_swatch", shown["SWCH"])]
    }
}
