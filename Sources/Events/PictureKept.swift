package import Catalog
package import JSON

/// The bytes of a picture were put into the folder where pictures are kept.
///
/// Emitted when a picture's bytes are kept for the first time, or are others than before; the file
/// is `ab/cdef…` by the hexadecimal digits of its digest.
package struct PictureKept: Event, Hashable, Sendable {
    package static let kind = "PictureKept"
    package static let version = 1

    /// Amazon's id of the picture.
    package var picture: String
    /// From where it was fetched.
    package var url: String
    /// SHA-256 of the bytes.
    package var content: Digest
    /// How many they are.
    package var bytes: Int
    /// As the server named it: `image/jpeg`.
    package var contentType: String

    package init(
        picture: String, url: String, content: Digest, bytes: Int, contentType: String
    ) {
        self.picture = picture
        self.url = url
        self.content = content
        self.bytes = bytes
        self.contentType = contentType
    }

    package var subjects: [SubjectReference] { [SubjectReference(.picture(picture))] }
}

extension PictureKept {
    package init(from json: inout JSONReader) throws(JSONError) {
        var picture: String?
        var url: String?
        var content: Digest?
        var bytes: Int?
        var contentType: String?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "picture": picture = try json.read(key)
            case "url": url = try json.read(key)
            case "content": content = try json.read(key)
            case "bytes": bytes = try json.read(key)
            case "contentType": contentType = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            picture: try required(picture, "picture"), url: try required(url, "url"),
            content: try required(content, "content"), bytes: try required(bytes, "bytes"),
            contentType: try required(contentType, "contentType"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("picture", picture)
            json.member("url", url)
            json.member("content", content)
            json.member("bytes", bytes)
            json.member("contentType", contentType)
        }
    }
}
