/// A product of ours in an account, as we last wrote or saw it.
package struct KnownProduct: Sendable {
    package var id: String
    package var fields = KnownFields()
    package var family: Known<String> = .unknown
    /// Asset ids in order, of the one gallery that we keep.
    package var gallery: Known<[String]> = .unknown
    /// The asset id; nil inside when there is none.
    package var thumbnail: Known<String?> = .unknown
    /// The asset id that we last made the thumbnail; nil when we never did.
    package var writtenThumbnail: String?
    /// Found in the account rather than created by us.
    package var isAdopted = false
    /// Deleted in Plytix, as far as we saw.
    package var isGone = false
    /// The sequence number of our last write to it; 0 when there was none.
    package var lastWrite = 0
    /// The sequence number of the event that made it known.
    package var since = 0

    package init(id: String) { self.id = id }
}

/// Something that a server holds, or of which nobody has told us yet.
package enum Known<Value: Sendable & Hashable>: Sendable, Hashable {
    case unknown
    case known(Value)

    package var value: Value? { if case .known(let value) = self { value } else { nil } }
}

/// An asset by which our pictures are shown.
package struct KnownAsset: Sendable, Hashable {
    package var id: String
    package var picture: String?
    /// From where it was uploaded.
    package var url: String?
    /// Where Plytix serves it.
    package var servedURL: String?
    package var isAdopted: Bool
    package var sequence: Int
}

/// A definition in an account.
package struct KnownDefinition: Sendable, Hashable {
    package var id: String
    package var name: String
    /// Of attributes.
    package var type: String?
    package var options: [String] = []
    /// The attribute labels of a family.
    package var members: [String] = []
    package var isAdopted: Bool
}
