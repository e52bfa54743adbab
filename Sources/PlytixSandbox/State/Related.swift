import Catalog

/// One related product.
struct Related: Sendable, Equatable {
    let productID: String
    var quantity: Int
    var modified: Instant
}
