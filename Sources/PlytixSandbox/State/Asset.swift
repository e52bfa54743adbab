import Catalog

/// A file of the account.
struct Asset: Stored, Equatable {
    let id: String
    var filename: String
    var contentType: String
    var bytes: [UInt8]
    /// Where it was uploaded from; the API of version 1 does not show it.
    let sourceURL: String?
    var isPublic: Bool?
    var categoryIDs: [String] = []
    var created: Instant
    var modified: Instant
    var fileModified: Instant

    var key: String { filename.lowercased() }
    var origin: String? { sourceURL }
    var fileExtension: String { FileType.fileExtension(of: filename) }
}
