package import Catalog
package import JSON

/// What shall be in an account, in names that hold in any account.
package struct Desired: Sendable {
    package var attributes: [AttributeDefinition] = []
    package var family: Family
    package var relations: [Relation] = []
    /// By SKU, in order.
    package var products: [DesiredProduct] = []
    /// Canonical products to make in an account that has none; parents before their variants.
    package var stubs: [DesiredStub] = []
    package var links: [DesiredLinks] = []

    package struct Family: Sendable, Hashable {
        package let name: String
        package let attributes: [String]
    }
    package struct Relation: Sendable, Hashable {
        package let label: String
        package let name: String
    }
}

/// One Amazon product as it shall be.
package struct DesiredProduct: Sendable, Hashable {
    package let sku: String
    package let item: ItemKey
    package let fields: [DesiredField]
    /// In gallery order.
    package let pictures: [Picture]
    package let thumbnail: Picture?
    /// The sequence number of the ProductExported that it follows from; 0 for none.
    package let exported: Int
    /// The sequence number of the decision on its canonical product; 0 for none.
    package let matched: Int

    package var cause: [Int] { [exported, matched].filter { $0 > 0 } }
}

package struct DesiredField: Sendable, Hashable {
    /// `label`, `status` or `attributes.<label>`.
    package let name: String
    /// Nil when there shall be none.
    package let value: JSONValue?
    package let rule: WriteRule
    /// The value comes from the match, so a change of it is the match's.
    package let isOfMatch: Bool
}

/// A canonical product as a fresh account needs it for links: what identifies it, no more.
package struct DesiredStub: Sendable, Hashable {
    package let sku: String
    package let label: String?
    package let gtin: String?
    package let parentSKU: String?
    package let cause: [Int]
}

/// The links of one relation that start from one product.
package struct DesiredLinks: Sendable, Hashable {
    /// The relation's label.
    package let relation: String
    package let source: String
    /// By SKU, in order.
    package let targets: [Target]

    package struct Target: Sendable, Hashable {
        package let sku: String
        /// For people: `is its parent`, `matched by gtin`.
        package let reason: String
        package let cause: [Int]
    }
}
