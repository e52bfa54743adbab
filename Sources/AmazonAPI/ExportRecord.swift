package import Catalog
package import JSON

/// A record of the scripts' export file (`todays-scripts.md` 1.1), with what they drop added behind
/// their keys: all identifiers, parents, children and pictures.
///
/// What is written here is read back below as the same item.
package enum ExportRecord {
    /// The record of an item.
    ///
    /// - `raw`: what the item was read from, an answer of Amazon or a record of an export file; null
    ///   when that is not kept.
    package static func json(of item: AmazonItem, raw: JSONValue) -> JSONValue {
        var record = JSONObject([
            ("amazon_asin", JSONValue(item.key.asin.text)),
            ("amazon_parent_asin", JSONValue(item.parents.first?.text)),
            ("amazon_sku", JSONValue(item.partNumber)),
            ("upc", JSONValue(item.identifiers("UPC").first)),
            ("ean", JSONValue(item.identifiers("EAN").first)),
            ("gtin", JSONValue(item.identifiers("GTIN").first)),
            ("title", JSONValue(item.title)),
            ("brand", JSONValue(item.brand)),
            ("model_number", JSONValue(item.modelNumber)),
            ("part_number", JSONValue(item.partNumber)),
            ("size", JSONValue(item.size)),
            ("color", JSONValue(item.color)),
            ("variation_theme", JSONValue(item.variationTheme)),
            ("item_classification", JSONValue(item.classification)),
            ("product_type", JSONValue(item.productType)),
            // The catalogue does not say whether an item is for sale; for items of the two usual
            // classes the scripts wrote null as well.
            ("amazon_listing_status", .null),
        ])
        for (key, url) in slots(of: item) { record[key] = JSONValue(url) }
        addRaw(of: item, raw, to: &record)
        addDropped(item, to: &record)
        return .object(record)
    }

    /// The picture of each key of the scripts' file, the largest size; nil where there is none.
    package static func slots(of item: AmazonItem) -> [(key: String, url: String?)] {
        let shown = Picture.shown(of: item.pictures, atMost: .max)
        return pictureKeys.map { key, slot in (key, shown.first { $0.slot == slot }?.url) }
    }

    /// The scripts' keys of single pictures with Amazon's slots.
    fileprivate static let pictureKeys: [(key: String, slot: String)] =
        [("amazon_image_main", "MAIN")]
        + (1...8).map { ("amazon_image_variant_\($0)", "PT0\($0)") }
        + [("amazon_image_swatch", "SWCH")]

    /// Amazon's own words; an item that came from a file has them in its record.
    private static func addRaw(
        of item: AmazonItem, _ raw: JSONValue, to record: inout JSONObject
    ) {
        let isRecord = raw.object?["amazon_asin"] != nil
        record["_raw_summary"] =
            isRecord ? raw["_raw_summary"] : raw.entry("summaries", item.key.marketplace)
        record["_raw_attributes"] = isRecord ? raw["_raw_attributes"] : raw["attributes"]
        record["_raw_images"] = rawImages(item)
    }

    /// For each slot the tallest picture's link and height.
    private static func rawImages(_ item: AmazonItem) -> JSONValue {
        var images = JSONObject()
        for picture in item.pictures {
            if let height = images[picture.slot]?["height"].int, height >= picture.height {
                continue
            }
            images[picture.slot] = [
                "link": JSONValue(picture.url), "height": JSONValue(picture.height),
            ]
        }
        return .object(images)
    }

    private static func addDropped(_ item: AmazonItem, to record: inout JSONObject) {
        record["manufacturer"] = JSONValue(item.manufacturer)
        // Amazon's names of their members, which the reader of raw items knows.
        record["identifiers"] = .array(
            item.identifiers.map {
                ["identifierType": JSONValue($0.type), "identifier": JSONValue($0.value)]
            })
        record["parent_asins"] = JSONValue(item.parents.map(\.text))
        record["child_asins"] = JSONValue(item.children.map(\.text))
        record["images"] = .array(
            item.pictures.map {
                [
                    "variant": JSONValue($0.slot), "link": JSONValue($0.url),
                    "width": JSONValue($0.width), "height": JSONValue($0.height),
                ]
            })
    }
}

extension CatalogItem {
    /// An item as a record of an export file has it, of the scripts or of ours.
    ///
    /// The record itself is kept as the raw form: there is no other.
    package init(exportRecord record: JSONValue, marketplace: Marketplace) throws(ItemError) {
        guard record.object != nil else { throw .notAnObject }
        guard let asin = record["amazon_asin"].string.flatMap(ASIN.init) else {
            throw .badASIN(record["amazon_asin"])
        }
        self.init(
            item: AmazonItem(record: record, key: ItemKey(marketplace, asin)),
            raw: record.canonical)
    }
}

extension AmazonItem {
    /// What a record says; ours says more than the scripts' do.
    fileprivate init(record: JSONValue, key: ItemKey) {
        let parents = record["parent_asins"].array ?? [record["amazon_parent_asin"]]
        self.init(
            key: key, title: record["title"].plainText, brand: record["brand"].plainText,
            modelNumber: record["model_number"].plainText,
            partNumber: record["part_number"].plainText ?? record["amazon_sku"].plainText,
            size: record["size"].plainText, color: record["color"].plainText,
            manufacturer: Self.manufacturer(of: record, in: key.marketplace),
            productType: record["product_type"].plainText,
            classification: record["item_classification"].plainText,
            identifiers: Self.identifiers(of: record),
            parents: Self.asins(parents, but: key.asin),
            children: Self.asins(record["child_asins"].elements, but: key.asin),
            variationTheme: record["variation_theme"].plainText,
            pictures: Self.pictures(of: record))
    }

    /// Where a record has no such key, as the scripts' have none, Amazon's own words have it.
    private static func manufacturer(of record: JSONValue, in marketplace: Marketplace) -> String? {
        if let manufacturer = record.object?["manufacturer"] { return manufacturer.plainText }
        let attributes = ItemAttributes(record["_raw_attributes"], marketplace: marketplace)
        return record["_raw_summary"]["manufacturer"].plainText ?? attributes.text("manufacturer")
    }

    private static func identifiers(of record: JSONValue) -> [Identifier] {
        if let all = record["identifiers"].array { return all.compactMap(Identifier.init) }
        return ["UPC", "EAN", "GTIN"].compactMap { type in
            record[type.lowercased()].plainText.map { Identifier(type: type, value: $0) }
        }
    }

    /// All pictures; of the scripts' records the tallest of each slot, and what only the single
    /// keys name.
    private static func pictures(of record: JSONValue) -> [ListedPicture] {
        if let all = record["images"].array { return all.compactMap(ListedPicture.init) }
        var pictures = (record["_raw_images"].object?.members ?? []).compactMap { slot, image in
            image["link"].plainText.map { url in
                ListedPicture(
                    slot: slot, url: url, width: ListedPicture.pixels(image["width"]),
                    height: ListedPicture.pixels(image["height"]))
            }
        }
        for (key, slot) in ExportRecord.pictureKeys
        where !pictures.contains(where: { $0.slot == slot }) {
            guard let url = record[key].plainText else { continue }
            pictures.append(ListedPicture(slot: slot, url: url, width: 0, height: 0))
        }
        return pictures
    }
}
