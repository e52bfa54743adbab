import Catalog
import SandboxWorld
import TestSupport
import Testing

@Suite struct `Trade item numbers` {
    static let found: [(String, String)] = [
        ("886000000016", "00886000000016"),
        ("0886000000016", "00886000000016"),
        ("00886000000016", "00886000000016"),
        ("000000886000000016", "00886000000016"),
        ("10886000000013", "10886000000013"),
        ("4006381333931", "04006381333931"),
        ("96385074", "00000096385074"),
        ("1234567", "00000001234567"),
        (" 886000000016 ", "00886000000016"),
        ("886 000 000 016", "00886000000016"),
        ("8-86000-00001-6", "00886000000016"),
        ("- 886000000016 -", "00886000000016"),
        ("886000000017", "00886000000017"),
    ]

    @Test(arguments: found)
    func `a number is 14 digits, however it is written`(found: String, normal: String) {
        #expect(GTIN(found: found)?.text == normal)
    }

    @Test(arguments: [
        "", " ", "-", "0", "00000000000000", "123456", "0000000123456", "123456789012345",
        "8.86E+11", "886000000016.0", "88600000001X", "+886000000016", "UPC 886000000016",
        "886000000016\n", "886000000016\u{A0}", "８８６０００００００１６", "8860000/00016", "null", "N/A",
    ])
    func `what is not 7 to 14 digits is no number`(found: String) {
        #expect(GTIN(found: found) == nil)
    }

    @Test(arguments: Seeds.first(10))
    func `zeros, blanks and dashes change nothing`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let number = random.number(in: 1_000_000...99_999_999_999_999)
            let normal = GTIN(found: String(number))
            #expect(normal?.text.count == 14)
            #expect(normal.flatMap { Int($0.text) } == number)
            var text = Array(String(repeating: "0", count: random.below(6)) + String(number))
            for _ in 0..<random.below(5) {
                text.insert(random.pick([" ", "-"]), at: random.below(text.count + 1))
            }
            #expect(GTIN(found: String(text)) == normal)
        }
    }
}
