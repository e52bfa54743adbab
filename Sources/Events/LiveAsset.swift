package import JSON

/// An asset as it was read.
package struct LiveAsset: ObjectCoded, Hashable, Sendable {
    /// The id of the asset in this account.
    package var id: String
    /// Its file name, by which it is known; nil where the answer has none.
    package var file: String?

    package init(id: String, file: String? = nil) {
        self.id = id
        self.file = file
    }
}

extension LiveAsset {
    package init(from json: inout JSONReader) throws(JSONError) {
        var id: String?
        var file: String?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "id": id = try json.read(key)
            case "file": file = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            id: try required(id, "id"), file: file)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("file", optional: file)
        }
    }
}
