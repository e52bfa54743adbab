/// An e-catalog that uses a definition.
struct Usage: Sendable, Equatable {
    let id: String
    let name: String
}
