package import JSON

/// A product at one end of a link.
package struct Linked: ObjectCoded, Hashable, Sendable {
    /// The SKU of the product.
    package var sku: String
    /// The id of the product in this account.
    package var id: String

    package init(sku: String, id: String) {
        self.sku = sku
        self.id = id
    }
}

extension Linked {
    package init(from json: inout JSONReader) throws(JSONError) {
        var sku: String?
        var id: String?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "sku": sku = try json.read(key)
            case "id": id = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            sku: try required(sku, "sku"), id: try required(id, "id"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("sku", sku)
            json.member("id", id)
        }
    }
}
