import Catalog
package import JSON

// Catalogue files are written by people too: whatever is wrong in one is named with its place.

extension World {
    /// Reads what `json` writes; every key but `items`, an item's `asin` and a canonical product's
    /// `sku` may be left out.
    ///
    /// Throws the first thing that is wrong with its place, as `items[3].pictures[0].width`: also
    /// for an unknown key, an ASIN that is none, and an ASIN or SKU that stands there twice.
    package init(json: JSONValue) throws(JSONError) {
        let members = try WorldMembers(
            json, at: "",
            keys: ["marketplace", "items", "canonicals", "uploaded_before", "missing_pictures"])
        let code = try members.text("marketplace") ?? Marketplace.us.code
        guard let marketplace = Marketplace(code) else {
            throw .invalid(key: "marketplace", reason: "\"\(code)\" is no marketplace")
        }
        guard members.has("items") else { throw .missing(key: "items") }
        self.init(
            marketplace: marketplace,
            items: try members.list("items") { value, place throws(JSONError) in
                try Item(json: value, at: place)
            },
            canonicals: try members.list("canonicals") { value, place throws(JSONError) in
                try Canonical(json: value, at: place)
            },
            uploadedBefore: try members.texts("uploaded_before"),
            missingPictures: Set(try members.texts("missing_pictures")))
        try Self.refuseRepeated(items.map(\.asin), "items", "asin")
        try Self.refuseRepeated(canonicals.map(\.sku), "canonicals", "sku")
    }

    private static func refuseRepeated(
        _ names: [String], _ list: String, _ key: String
    ) throws(JSONError) {
        var seen = Set<String>()
        for (index, name) in names.enumerated() where !seen.insert(name).inserted {
            throw .invalid(key: "\(list)[\(index)].\(key)", reason: "\"\(name)\" is there twice")
        }
    }
}

extension World.Item {
    init(json: JSONValue, at place: String) throws(JSONError) {
        let members = try WorldMembers(
            json, at: place,
            keys: [
                "asin", "title", "brand", "model_number", "part_number", "size", "color",
                "manufacturer", "product_type", "classification", "identifiers", "parents",
                "children", "variation_theme", "pictures", "searchable", "keywords", "attributes",
            ])
        let asin = try members.mandatoryText("asin")
        guard ASIN(asin) != nil else {
            throw .invalid(key: "\(place).asin", reason: "\"\(asin)\" is no ASIN")
        }
        self.init(
            asin: asin, title: try members.text("title"), brand: try members.text("brand"),
            modelNumber: try members.text("model_number"),
            partNumber: try members.text("part_number"), size: try members.text("size"),
            color: try members.text("color"), manufacturer: try members.text("manufacturer"),
            productType: try members.text("product_type") ?? "PRODUCT",
            classification: try members.text("classification") ?? "BASE_PRODUCT",
            identifiers: try members.list("identifiers") { value, place throws(JSONError) in
                let members = try WorldMembers(value, at: place, keys: ["type", "value"])
                return World.Identifier(
                    type: try members.mandatoryText("type"),
                    value: try members.mandatoryText("value"))
            },
            parents: try members.texts("parents"), children: try members.texts("children"),
            variationTheme: try members.text("variation_theme"),
            pictures: try members.list("pictures") { value, place throws(JSONError) in
                try World.PictureFile(json: value, at: place)
            },
            isSearchable: try members.flag("searchable") ?? true,
            keywords: try members.texts("keywords"), attributes: try members.object("attributes"))
    }
}

extension World.PictureFile {
    init(json: JSONValue, at place: String) throws(JSONError) {
        let members = try WorldMembers(json, at: place, keys: ["slot", "file", "width", "height"])
        let file = try members.mandatoryText("file")
        guard !file.isEmpty, !file.contains("/") else {
            throw .invalid(key: "\(place).file", reason: "\"\(file)\" is no name of a file")
        }
        self.init(
            slot: try members.mandatoryText("slot"), file: file,
            width: try members.mandatoryNumber("width"),
            height: try members.mandatoryNumber("height"))
    }
}

extension World.Canonical {
    init(json: JSONValue, at place: String) throws(JSONError) {
        let members = try WorldMembers(
            json, at: place, keys: ["sku", "label", "gtin", "status", "parent_sku", "attributes"])
        let sku = try members.mandatoryText("sku")
        self.init(
            sku: sku, label: try members.text("label") ?? sku, gtin: try members.text("gtin"),
            status: try members.text("status") ?? "Completed",
            parentSKU: try members.text("parent_sku"),
            attributes: try members.object("attributes"))
    }
}
