/// What Amazon says of one item in one marketplace, in our words: what the rules work with.
///
/// Everything optional is nil where Amazon sends nothing or null. The raw answer is kept beside it.
package struct AmazonItem: Hashable, Sendable {
    package let key: ItemKey
    package var title: String?
    package var brand: String?
    package var modelNumber: String?
    package var partNumber: String?
    package var size: String?
    package var color: String?
    package var manufacturer: String?
    package var productType: String?
    /// Amazon's word, kept as it is: `BASE_PRODUCT`, `VARIATION_PARENT` or another.
    package var classification: String?
    /// All identifiers in Amazon's order, as found.
    package var identifiers: [Identifier]
    /// ASINs of VARIATION parents, in Amazon's order.
    package var parents: [ASIN]
    /// ASINs of VARIATION children, in Amazon's order; only a parent lists them.
    package var children: [ASIN]
    package var variationTheme: String?
    /// Every picture that Amazon lists, all slots and sizes, in its order; each reading makes them
    /// anew of `pictureList`.
    package var pictures: [ListedPicture] {
        get { pictureList.pictures }
        set { pictureList = PictureList(newValue) }
    }
    /// The same as they are kept.
    package var pictureList: PictureList

    package struct Identifier: Hashable, Sendable {
        /// Amazon's word: `GTIN`, `EAN`, `UPC`, `ISBN` or another.
        package let type: String
        package let value: String

        package init(type: String, value: String) {
            self.type = type
            self.value = value
        }
    }

    package init(
        key: ItemKey, title: String? = nil, brand: String? = nil, modelNumber: String? = nil,
        partNumber: String? = nil, size: String? = nil, color: String? = nil,
        manufacturer: String? = nil, productType: String? = nil, classification: String? = nil,
        identifiers: [Identifier] = [], parents: [ASIN] = [], children: [ASIN] = [],
        variationTheme: String? = nil, pictures: [ListedPicture] = []
    ) {
        self.key = key
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
        pictureList = PictureList(pictures)
    }

    /// The values of the identifiers of one type, as found.
    package func identifiers(_ type: String) -> [String] {
        identifiers.filter { $0.type == type }.map(\.value)
    }
    package var isVariationParent: Bool {
        classification == "VARIATION_PARENT" || !children.isEmpty
    }
}

/// One picture in one size, as Amazon lists it.
package struct ListedPicture: Hashable, Sendable {
    /// Amazon's word: `MAIN`, `PT01` … `PT08`, `SWCH`, or one that we do not know.
    package let slot: String
    package let url: String
    /// Pixels.
    package let width: Int
    package let height: Int

    package init(slot: String, url: String, width: Int, height: Int) {
        self.slot = slot
        self.url = url
        self.width = width
        self.height = height
    }
}
