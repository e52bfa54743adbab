package import Catalog
package import JSON

/// A canonical product as an object of its properties.
extension Canonical: ObjectCoded {
    /// Reads the form that `write(to:)` writes.
    package init(from json: inout JSONReader) throws(JSONError) {
        var id: String?
        var sku: String?
        var label: String?
        var gtin: String?
        var ean: String?
        var upc: String?
        var modelNumber: String?
        var parentID: String?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "id": id = try json.read(key)
            case "sku": sku = try json.read(key)
            case "label": label = try json.read(key)
            case "gtin": gtin = try json.read(key)
            case "ean": ean = try json.read(key)
            case "upc": upc = try json.read(key)
            case "modelNumber": modelNumber = try json.read(key)
            case "parentID": parentID = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            id: try required(id, "id"), sku: try required(sku, "sku"), label: label, gtin: gtin,
            ean: ean, upc: upc, modelNumber: modelNumber, parentID: parentID)
    }

    /// Writes the product as one object.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("sku", sku)
            json.member("label", optional: label)
            json.member("gtin", optional: gtin)
            json.member("ean", optional: ean)
            json.member("upc", optional: upc)
            json.member("modelNumber", optional: modelNumber)
            json.member("parentID", optional: parentID)
        }
    }
}
