import Catalog

/// A change that was accepted (202) and is carried out a little later.
struct Deferred: Sendable, Equatable {
    let due: Instant
    let change: Change

    enum Change: Sendable, Equatable {
        case link(attributeIDs: [String], level: String, familyID: String)
        case unlink(attributeIDs: [String], familyID: String)
        /// Attributes that are not in the family by then are passed over.
        case edit(attributeIDs: [String], level: String, familyID: String)
        case deleteFamily(id: String)
        case replaceContent(assetID: String, bytes: [UInt8], contentType: String)
    }
}
