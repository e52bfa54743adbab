import Catalog

/// A token that is out.
struct IssuedToken: Sendable {
    let alias: String
    let expires: Instant
}
