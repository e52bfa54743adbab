import Catalog

/// A family of products.
struct Family: Stored, Equatable {
    let id: String
    var name: String
    var attributes: [Membership] = []
    var created: Instant
    var modified: Instant

    var key: String { name.lowercased() }

    /// An attribute in the family, and how its values are inherited.
    struct Membership: Sendable, Equatable {
        let attributeID: String
        var level: String
    }

    static let levels = ["no_level", "parent_level", "variant_level"]

    func contains(_ attributeID: String) -> Bool {
        attributes.contains { $0.attributeID == attributeID }
    }

    mutating func link(_ attributeIDs: [String], level: String) {
        for id in attributeIDs {
            if let index = attributes.firstIndex(where: { $0.attributeID == id }) {
                attributes[index].level = level
            } else {
                attributes.append(Membership(attributeID: id, level: level))
            }
        }
    }
}
