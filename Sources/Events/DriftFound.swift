package import Catalog
package import JSON

/// A field in Plytix is not what we last wrote or saw there.
///
/// Emitted for each field that differs from the known value: somebody else changed it. It is
/// reported, and never silently overwritten.
package struct DriftFound: Event, Hashable, Sendable {
    package static let kind = "DriftFound"
    package static let version = 1

    /// The SKU of the product.
    package var sku: String
    /// `label`, `status`, `gtin`, or `attributes.<label>`.
    package var field: String
    /// What we believed to be there; nil when nothing was.
    package var known: JSONValue?
    /// What is there now; nil when nothing is.
    package var live: JSONValue?

    package init(sku: String, field: String, known: JSONValue? = nil, live: JSONValue? = nil) {
        self.sku = sku
        self.field = field
        self.known = known
        self.live = live
    }

    package var subjects: [SubjectReference] { [SubjectReference(.sku(sku))] }
}

extension DriftFound {
    package init(from json: inout JSONReader) throws(JSONError) {
        var sku: String?
        var field: String?
        var known: JSONValue?
        var live: JSONValue?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "sku": sku = try json.read(key)
            case "field": field = try json.read(key)
            case "known": known = try json.read(key)
            case "live": live = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            sku: try required(sku, "sku"), field: try required(field, "field"), known: known,
            live: live)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("sku", sku)
            json.member("field", field)
            json.member("known", optional: known)
            json.member("live", optional: live)
        }
    }
}
