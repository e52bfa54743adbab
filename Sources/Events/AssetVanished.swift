package import Catalog
package import JSON

/// A picture that was in an account is there no more: somebody deleted its asset.
///
/// Emitted when a request was refused that named the asset, and a look found nothing. What somebody
/// deleted is not brought back unless a person asks for it.
package struct AssetVanished: Event, Hashable, Sendable {
    package static let kind = "AssetVanished"
    package static let version = 1

    /// Amazon's picture id; the file's name where nobody told us the id.
    package var picture: String
    /// The name by which the asset was known.
    package var file: String
    /// The id that the asset had in this account.
    package var id: String

    package init(picture: String, file: String, id: String) {
        self.picture = picture
        self.file = file
        self.id = id
    }

    package var subjects: [SubjectReference] { [SubjectReference(.picture(picture))] }
}

extension AssetVanished {
    package init(from json: inout JSONReader) throws(JSONError) {
        var picture: String?
        var file: String?
        var id: String?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "picture": picture = try json.read(key)
            case "file": file = try json.read(key)
            case "id": id = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            picture: try required(picture, "picture"), file: try required(file, "file"),
            id: try required(id, "id"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("picture", picture)
            json.member("file", file)
            json.member("id", id)
        }
    }
}
