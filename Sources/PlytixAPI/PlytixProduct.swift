package import JSON

/// A product as an answer shows it; what the answer does not show is empty or nil.
package struct PlytixProduct: Sendable, Hashable {
    package let id: String
    /// Empty in the short answers of version 2 only.
    package let sku: String
    package let label: String?
    package let status: String?
    package let gtin: String?
    /// As written: `2019-01-28T10:24:44.792000+00:00`.
    package let modified: String?
    package let parentID: String?
    /// Nil for none, and in searches, which do not show it.
    package let familyID: String?
    /// Values by attribute label; an empty value is not there.
    ///
    /// Dates are days, and media attributes are in `media`.
    package let attributes: [String: JSONValue]
    /// The assets of media attributes and galleries by label, in order.
    package let media: [String: [AssetReference]]
    /// All assets of the product.
    package let assets: [AssetReference]
    package let thumbnail: AssetReference?
    package let relations: [PlytixRelation]
    /// The keys that the answer had at all: what is not named here says nothing.
    package let shown: Set<String>

    /// An asset as a product names it.
    package struct AssetReference: Sendable, Hashable {
        package let id: String
        /// Nil where the answer gives ids only.
        package let fileName: String?

        package init(id: String, fileName: String? = nil) {
            self.id = id
            self.fileName = fileName
        }
    }
}

/// The related products of a product in one relation.
package struct PlytixRelation: Sendable, Hashable {
    package let relationID: String
    package let label: String?
    package let targets: [RelationTarget]

    package init(relationID: String, label: String?, targets: [RelationTarget]) {
        self.relationID = relationID
        self.label = label
        self.targets = targets
    }
}

/// A related product.
package struct RelationTarget: Sendable, Hashable {
    /// The product's id.
    package let id: String
    package let quantity: Int

    package init(id: String, quantity: Int = 1) {
        self.id = id
        self.quantity = quantity
    }
}
