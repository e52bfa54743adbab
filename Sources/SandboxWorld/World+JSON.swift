import Catalog
package import JSON

// A world as a JSON document: what `plysync sandbox --catalog FILE` reads and `GET /catalog` gives.
// What is nil, empty or as usual is left out.

extension World {
    /// The whole world; `init(json:)` reads it back as it was.
    package var json: JSONValue {
        var object = JSONObject()
        object["marketplace"] = JSONValue(marketplace.code)
        object["items"] = .array(items.map(\.json))
        object["canonicals"] = .array(canonicals.map(\.json))
        object["uploaded_before"] = JSONValue(uploadedBefore)
        object["missing_pictures"] = JSONValue(missingPictures.sorted())
        return .object(object)
    }
}

extension World.Item {
    /// One item of Amazon's catalogue, keys in a fixed order.
    package var json: JSONValue {
        var object = JSONObject([("asin", JSONValue(asin))])
        object["title"] = title.map { JSONValue($0) }
        object["brand"] = brand.map { JSONValue($0) }
        object["model_number"] = modelNumber.map { JSONValue($0) }
        object["part_number"] = partNumber.map { JSONValue($0) }
        object["size"] = size.map { JSONValue($0) }
        object["color"] = color.map { JSONValue($0) }
        object["manufacturer"] = manufacturer.map { JSONValue($0) }
        object["product_type"] = JSONValue(productType)
        object["classification"] = JSONValue(classification)
        object["identifiers"] = list(identifiers) {
            ["type": JSONValue($0.type), "value": JSONValue($0.value)]
        }
        object["parents"] = list(parents) { JSONValue($0) }
        object["children"] = list(children) { JSONValue($0) }
        object["variation_theme"] = variationTheme.map { JSONValue($0) }
        object["pictures"] = list(pictures) {
            [
                "slot": JSONValue($0.slot), "file": JSONValue($0.file),
                "width": JSONValue($0.width), "height": JSONValue($0.height),
            ]
        }
        object["searchable"] = isSearchable ? nil : false
        object["keywords"] = list(keywords) { JSONValue($0) }
        object["attributes"] = attributes.isEmpty ? nil : .object(attributes)
        return .object(object)
    }

    private func list<Element>(
        _ elements: [Element], _ write: (Element) -> JSONValue
    ) -> JSONValue? {
        elements.isEmpty ? nil : .array(elements.map(write))
    }
}

extension World.Canonical {
    /// One of the merchant's own products, keys in a fixed order.
    package var json: JSONValue {
        var object = JSONObject([("sku", JSONValue(sku)), ("label", JSONValue(label))])
        object["gtin"] = gtin.map { JSONValue($0) }
        object["status"] = JSONValue(status)
        object["parent_sku"] = parentSKU.map { JSONValue($0) }
        object["attributes"] = attributes.isEmpty ? nil : .object(attributes)
        return .object(object)
    }
}
