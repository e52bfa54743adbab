package import Catalog
package import JSON

/// A picture stands in Plytix as an asset.
///
/// Emitted when Plytix has fetched it, or holds a file of its name that is adopted. Which products
/// show it is told by other events.
package struct AssetUploaded: Event, Hashable, Sendable {
    package static let kind = "AssetUploaded"
    package static let version = 1

    /// Amazon's id of the picture.
    package var picture: String
    /// The file name in Plytix, by which the asset is known.
    package var file: String
    /// The id of the asset in this account.
    package var id: String
    /// From where Plytix was asked to fetch it.
    package var url: String
    /// Where Plytix serves it, where the answer says so.
    package var servedURL: String?
    /// Its size in bytes, where the answer says so.
    package var size: Int?
    /// Whether it was there already and was taken as it is.
    package var adopted: Bool
    /// What the answer said of itself; nil when no answer of its own stood behind it.
    package var answer: Answer?

    package init(
        picture: String, file: String, id: String, url: String, servedURL: String? = nil,
        size: Int? = nil, adopted: Bool, answer: Answer? = nil
    ) {
        self.picture = picture
        self.file = file
        self.id = id
        self.url = url
        self.servedURL = servedURL
        self.size = size
        self.adopted = adopted
        self.answer = answer
    }

    package var subjects: [SubjectReference] { [SubjectReference(.picture(picture))] }
}

extension AssetUploaded {
    package init(from json: inout JSONReader) throws(JSONError) {
        var picture: String?
        var file: String?
        var id: String?
        var url: String?
        var servedURL: String?
        var size: Int?
        var adopted: Bool?
        var answer: Answer?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "picture": picture = try json.read(key)
            case "file": file = try json.read(key)
            case "id": id = try json.read(key)
            case "url": url = try json.read(key)
            case "servedURL": servedURL = try json.read(key)
            case "size": size = try json.read(key)
            case "adopted": adopted = try json.read(key)
            case "answer": answer = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            picture: try required(picture, "picture"), file: try required(file, "file"),
            id: try required(id, "id"), url: try required(url, "url"), servedURL: servedURL,
            size: size, adopted: try required(adopted, "adopted"), answer: answer)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("picture", picture)
            json.member("file", file)
            json.member("id", id)
            json.member("url", url)
            json.member("servedURL", optional: servedURL)
            json.member("size", optional: size)
            json.member("adopted", adopted)
            json.member("answer", optional: answer)
        }
    }
}
