import Catalog
import TestSupport
import Testing

@Suite struct `Amazon items` {
    @Test func `identifiers are taken by type, as found and in order`() {
        let item = AmazonItem.boot().with {
            $0.identifiers = [
                .init(type: "UPC", value: "2"), .init(type: "EAN", value: "3"),
                .init(type: "UPC", value: "1"), .init(type: "upc", value: "4"),
            ]
        }
        #expect(item.identifiers("UPC") == ["2", "1"])
        #expect(item.identifiers("GTIN") == [])
    }

    static let parents: [(String?, [String], Bool)] = [
        ("VARIATION_PARENT", [], true), ("BASE_PRODUCT", [], false), (nil, [], false),
        ("BASE_PRODUCT", ["B07X8Z63ZL"], true), (nil, ["B07X8Z63ZL"], true), ("OTHER", [], false),
    ]

    @Test(arguments: parents)
    func `a variation parent says so, or has children`(
        classification: String?, children: [String], isParent: Bool
    ) {
        let item = AmazonItem(
            key: .us("B077QMJFG9"), classification: classification,
            children: children.compactMap(ASIN.init))
        #expect(item.isVariationParent == isParent)
    }
}
