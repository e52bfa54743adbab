internal import Catalog

/// What a product is related to by one relationship.
struct Relation: Sendable, Equatable {
    let relationshipID: String
    var related: [Related]
}

/// One related product.
struct Related: Sendable, Equatable {
    let productID: String
    var quantity: Int
    var modified: Instant
}
