import Catalog

/// A category of products or of files.
struct Category: Stored, Equatable {
    let id: String
    var name: String
    var parentID: String?
    /// Its place among its siblings, from 1.
    var order: Int
    var modified: Instant

    var key: String { name.lowercased() }
}
