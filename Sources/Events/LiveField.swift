package import JSON

/// A field of a product as it was read.
package struct LiveField: ObjectCoded, Hashable, Sendable {
    /// `label`, `status`, `gtin`, or `attributes.<label>`.
    package var field: String
    /// The value as returned; nil when the answer has none.
    package var value: JSONValue?

    package init(field: String, value: JSONValue? = nil) {
        self.field = field
        self.value = value
    }
}

extension LiveField {
    package init(from json: inout JSONReader) throws(JSONError) {
        var field: String?
        var value: JSONValue?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "field": field = try json.word()
            case "value": value = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            field: try required(field, "field"), value: value)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("field", field)
            json.member("value", optional: value)
        }
    }
}
