/// The merchant's own product in Plytix, as far as matching needs it.
package struct Canonical: Hashable, Sendable {
    /// Plytix's id in the account in which it was seen.
    package let id: String
    package let sku: String
    package var label: String?
    /// The identifiers as found, not normalised.
    package var gtin: String?
    package var ean: String?
    package var upc: String?
    package var modelNumber: String?
    /// The id of the product of which it is a variant.
    package var parentID: String?

    package init(
        id: String, sku: String, label: String? = nil, gtin: String? = nil, ean: String? = nil,
        upc: String? = nil, modelNumber: String? = nil, parentID: String? = nil
    ) {
        self.id = id
        self.sku = sku
        self.label = label
        self.gtin = gtin
        self.ean = ean
        self.upc = upc
        self.modelNumber = modelNumber
        self.parentID = parentID
    }
}
