import Catalog
import Testing

@Suite struct `ASINs` {
    @Test(arguments: [
        "B07X8Z63ZL", "B0C89T5YRQ", "0306406152", "080442957X", "A000000000", "ZZZZZZZZZZ",
    ])
    func `a text of Amazon's form is an ASIN`(text: String) {
        #expect(ASIN(text)?.text == text)
    }

    @Test(arguments: [
        "", "B07X8Z63Z", "B07X8Z63ZLL", "b07x8z63zl", "B07x8Z63ZL", " B07X8Z63ZL", "B07X8Z63ZL ",
        "B07X8Z63Z ", "B07X8Z63Z-", "030640615X1", "03064061X2", "X306406152X", "0B6406152X",
        "080442957x", "B07X8Z63Z\u{301}", "B07X8Z63Z\u{0}", "Ⅷ07X8Z63ZL", "B07X8Z63Z１", "É7X8Z63ZL",
    ])
    func `anything else is none`(text: String) {
        #expect(ASIN(text) == nil)
    }

    @Test func `ASINs sort by their text`() {
        let texts = ["B07X8Z63ZL", "0306406152", "B077QMJFG9", "A000000000"]
        #expect(
            texts.compactMap(ASIN.init).sorted().map(\.text)
                == ["0306406152", "A000000000", "B077QMJFG9", "B07X8Z63ZL"])
    }

    static let keys: [(String, String?)] = [
        ("US/B07X8Z63ZL", "US/B07X8Z63ZL"), ("us/B07X8Z63ZL", "US/B07X8Z63ZL"),
        ("GB/B07X8Z63ZL", "UK/B07X8Z63ZL"), ("UK/B07X8Z63ZL", "UK/B07X8Z63ZL"),
        ("B07X8Z63ZL", nil), ("/B07X8Z63ZL", nil), ("US/", nil), ("US//B07X8Z63ZL", nil),
        ("US/B07X8Z63ZL/", nil), ("XX/B07X8Z63ZL", nil), ("US/b07x8z63zl", nil), ("", nil),
        ("US B07X8Z63ZL", nil),
    ]

    @Test(arguments: keys)
    func `an item is written and read as its marketplace and ASIN`(text: String, written: String?) {
        #expect(ItemKey(text)?.description == written)
    }

    @Test func `items sort by marketplace, then ASIN`() {
        let texts = ["US/B077QMJFG9", "DE/B07X8Z63ZL", "US/A000000000", "DE/B077QMJFG9"]
        #expect(
            texts.compactMap { ItemKey($0) }.sorted().map(\.description)
                == ["DE/B077QMJFG9", "DE/B07X8Z63ZL", "US/A000000000", "US/B077QMJFG9"])
    }
}
