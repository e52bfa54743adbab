import Catalog

/// A relationship between products as it is defined.
struct RelationshipDefinition: Stored, Equatable {
    let id: String
    let label: String
    var name: String
    /// Whether a link shows on both sides; people set it, the API cannot.
    var isSymmetrical = false
    var usages: [Usage] = []
    var created: Instant
    var modified: Instant

    var key: String { label }
}
