package import JSON

/// The place of a product's thumbnail, when it was looked at.
package struct LiveThumbnail: ObjectCoded, Hashable, Sendable {
    /// What stands there; nil when nothing does.
    package var asset: LiveAsset?

    package init(asset: LiveAsset? = nil) {
        self.asset = asset
    }
}

extension LiveThumbnail {
    package init(from json: inout JSONReader) throws(JSONError) {
        var asset: LiveAsset?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "asset": asset = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            asset: asset)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("asset", optional: asset)
        }
    }
}
