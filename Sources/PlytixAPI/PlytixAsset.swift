import JSON

/// A file in Plytix as an answer shows it.
package struct PlytixAsset: Sendable, Hashable {
    package let id: String
    package let fileName: String?
    /// Where Plytix serves it; nil where the answer does not show it.
    package let url: String?
    package let bytes: Int?
    package let contentType: String?
    /// Plytix' word, such as `ACTIVE`.
    package let status: String?

    package init(
        id: String, fileName: String?, url: String? = nil, bytes: Int? = nil,
        contentType: String? = nil, status: String? = nil
    ) {
        self.id = id
        self.fileName = fileName
        self.url = url
        self.bytes = bytes
        self.contentType = contentType
        self.status = status
    }

    /// Nil without an id.
    init?(_ json: JSONValue) {
        guard let id = json["id"].plainText else { return nil }
        self.init(
            id: id, fileName: json["filename"].plainText, url: json["url"].plainText,
            bytes: json["file_size"].int, contentType: json["content_type"].plainText,
            status: json["status"].plainText)
    }
}
