// Values that tests begin with. The ids are those of the bundled style, or invented.

package import Catalog

extension ASIN {
    /// An ASIN that is known to be one.
    package static func example(_ text: String) -> ASIN {
        guard let asin = ASIN(text) else { preconditionFailure("\(text) is no ASIN") }
        return asin
    }
}

extension ItemKey {
    /// An item in the marketplace US.
    package static func us(_ asin: String) -> ItemKey { ItemKey(.us, .example(asin)) }
}

extension Marketplace {
    /// A marketplace that is known to be one.
    package static func example(_ code: String) -> Marketplace {
        guard let marketplace = Marketplace(code) else {
            preconditionFailure("\(code) is no marketplace")
        }
        return marketplace
    }
}

extension System {
    /// The Plytix account of the tests.
    package static let shop = System.plytix(account: "5c4ed8002f0985001d233274")
    /// A second account, with nothing in it.
    package static let fresh = System.plytix(account: "5c4ed8002f0985001d233275")
    /// The seller's view of the American marketplace.
    package static let amazon = System.amazon(seller: "A2EXAMPLE", marketplace: .us)
}

extension AmazonItem {
    /// A boot that can be bought, with all that Amazon says of one.
    package static func boot(_ asin: String = "B07X8Z63ZL", model: String? = "MCA0032")
        -> AmazonItem
    {
        AmazonItem(
            key: .us(asin), title: "Men's Bomber Boot, 10.5 Wide", brand: "Sandbox Brand",
            modelNumber: model, size: "10.5 Wide", color: "Bomber",
            manufacturer: "Sandbox Brand", productType: "BOOT", classification: "BASE_PRODUCT",
            identifiers: [
                Identifier(type: "EAN", value: "0886000000016"),
                Identifier(type: "UPC", value: "886000000016"),
            ],
            pictures: [.example("71mainPicL"), .example("61sidePicL", slot: "PT01")])
    }

    /// A variation parent: no identifiers, no size, no colour.
    package static func family(_ asin: String = "B077QMJFG9", model: String? = "MDM0049")
        -> AmazonItem
    {
        AmazonItem(
            key: .us(asin), title: "Men's Bomber Boot", brand: "Sandbox Brand", modelNumber: model,
            classification: "VARIATION_PARENT", variationTheme: "SIZE/COLOR")
    }

    /// The same item, changed.
    package func with(_ change: (inout AmazonItem) -> Void) -> AmazonItem {
        var item = self
        change(&item)
        return item
    }
}

extension ListedPicture {
    /// A square picture; `suffix` is what Amazon puts before the extension for a smaller size.
    package static func example(
        _ id: String, slot: String = "MAIN", side: Int = 1500, suffix: String = ""
    ) -> ListedPicture {
        ListedPicture(
            slot: slot, url: "https://m.media-amazon.com/images/I/\(id)\(suffix).jpg", width: side,
            height: side)
    }
}
