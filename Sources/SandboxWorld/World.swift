package import Catalog
package import JSON

/// What the sandbox's two remote systems hold at their start: invented, but shaped like the real
/// thing (`catalogue-statistics.md`).
package struct World: Sendable {
    /// The marketplace that the items are in.
    package var marketplace: Marketplace
    package var items: [Item]
    package var canonicals: [Canonical]
    /// Ids of pictures that somebody uploaded to the `default` account before: an upload meets a 409.
    package var uploadedBefore: [String]
    /// Ids of pictures that are listed and gone: their URLs answer 404.
    package var missingPictures: Set<String>

    package init(
        marketplace: Marketplace = .us, items: [Item] = [], canonicals: [Canonical] = [],
        uploadedBefore: [String] = [], missingPictures: Set<String> = []
    ) {
        self.marketplace = marketplace
        self.items = items
        self.canonicals = canonicals
        self.uploadedBefore = uploadedBefore
        self.missingPictures = missingPictures
    }

    /// One item of Amazon's catalogue.
    package struct Item: Sendable, Hashable {
        package var asin: String
        package var title: String?
        package var brand: String?
        package var modelNumber: String?
        package var partNumber: String?
        package var size: String?
        package var color: String?
        package var manufacturer: String?
        package var productType: String
        /// `BASE_PRODUCT` or `VARIATION_PARENT`.
        package var classification: String
        /// Type and value: `("UPC", "012345678905")`.
        package var identifiers: [Identifier]
        package var parents: [String]
        package var children: [String]
        package var variationTheme: String?
        package var pictures: [PictureFile]
        /// Whether keyword searches find it; a parent that none finds must be fetched by its ASIN.
        package var isSearchable: Bool
        /// More words that a keyword search finds it by, beside title, brand and numbers.
        package var keywords: [String]
        /// Attributes beyond those above, as Amazon writes them (an object of arrays).
        package var attributes: JSONObject

        package init(
            asin: String, title: String? = nil, brand: String? = nil, modelNumber: String? = nil,
            partNumber: String? = nil, size: String? = nil, color: String? = nil,
            manufacturer: String? = nil, productType: String = "BOOT",
            classification: String = "BASE_PRODUCT", identifiers: [Identifier] = [],
            parents: [String] = [], children: [String] = [], variationTheme: String? = nil,
            pictures: [PictureFile] = [], isSearchable: Bool = true, keywords: [String] = [],
            attributes: JSONObject = JSONObject()
        ) {
            self.asin = asin
            self.title = title
            self.brand = brand
            self.modelNumber = modelNumber
            self.partNumber = partNumber
            self.size = size
            self.color = color
            self.manufacturer = manufacturer
            self.productType = productType
            self.classification = classification
            self.identifiers = identifiers
            self.parents = parents
            self.children = children
            self.variationTheme = variationTheme
            self.pictures = pictures
            self.isSearchable = isSearchable
            self.keywords = keywords
            self.attributes = attributes
        }
    }

    package struct Identifier: Sendable, Hashable {
        package var type: String
        package var value: String

        package init(type: String, value: String) {
            self.type = type
            self.value = value
        }
    }

    /// One size of one picture: what an entry of an item's `images` says.
    package struct PictureFile: Sendable, Hashable {
        package var slot: String
        /// The name of its file on the image server: `71abC-dE+fL.jpg`, `71abC-dE+fL._SL75_.jpg`.
        package var file: String
        package var width: Int
        package var height: Int

        package init(slot: String, file: String, width: Int, height: Int) {
            self.slot = slot
            self.file = file
            self.width = width
            self.height = height
        }
    }

    /// One of the merchant's own products, in the `default` Plytix account at its start.
    package struct Canonical: Sendable, Hashable {
        package var sku: String
        package var label: String
        /// Plytix's own GTIN field, 12 to 14 digits.
        package var gtin: String?
        package var status: String
        /// The SKU of the product of which it is a variant.
        package var parentSKU: String?
        package var attributes: JSONObject

        package init(
            sku: String, label: String, gtin: String? = nil, status: String = "Completed",
            parentSKU: String? = nil, attributes: JSONObject = JSONObject()
        ) {
            self.sku = sku
            self.label = label
            self.gtin = gtin
            self.status = status
            self.parentSKU = parentSKU
            self.attributes = attributes
        }
    }
}
