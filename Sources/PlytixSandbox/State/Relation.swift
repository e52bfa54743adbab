/// What a product is related to by one relationship.
struct Relation: Sendable, Equatable {
    let relationshipID: String
    var related: [Related]
}
