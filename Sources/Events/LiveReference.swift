package import JSON

/// A single reference of a product, when it was looked at.
package struct LiveReference: ObjectCoded, Hashable, Sendable {
    /// The id that it refers to; nil when it refers to nothing.
    package var id: String?

    package init(id: String? = nil) {
        self.id = id
    }
}

extension LiveReference {
    package init(from json: inout JSONReader) throws(JSONError) {
        var id: String?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "id": id = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            id: id)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", optional: id)
        }
    }
}
