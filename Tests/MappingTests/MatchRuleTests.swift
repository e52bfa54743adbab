import Catalog
import Mapping
import TestSupport
import Testing

@Suite struct `What each rule compares` {
    static let item = AmazonItem.boot(model: " mca0032 ").with {
        $0.identifiers = [
            .init(type: "UPC", value: "886000000016"), .init(type: "ISBN", value: "9780306406157"),
            .init(type: "EAN", value: "0886000000016"), .init(type: "GTIN", value: "n/a"),
            .init(type: "GTIN", value: "00886 000000017"),
            .init(type: "UPC", value: "886-000000023"),
        ]
    }

    static let ofItems: [(String, [String])] = [
        (
            "gtin",
            [
                "GTIN 00886 000000017 00886000000017", "EAN 0886000000016 00886000000016",
                "UPC 886000000016 00886000000016", "UPC 886-000000023 00886000000023",
            ]
        ),
        ("ean", ["EAN 0886000000016 00886000000016"]),
        ("upc", ["UPC 886000000016 00886000000016", "UPC 886-000000023 00886000000023"]),
        ("model_number", ["model_number  mca0032  MCA0032"]),
    ]

    @Test(arguments: ofItems)
    func `an item is compared by what its rule names, GTIN first`(name: String, keys: [String])
        throws
    {
        let rule = try #require(MatchRules.named(name))
        #expect(rule.keys(of: Self.item).map(drawn) == keys)
    }

    static let ofCanonicals: [(String, [String])] = [
        ("gtin", ["gtin 886000000016 00886000000016"]),
        ("ean", ["ean 0-886000000023 00886000000023"]),
        ("upc", []),
        ("model_number", ["sku mca0032-105W MCA0032-105W"]),
    ]

    @Test(arguments: ofCanonicals)
    func `a canonical product is compared by the same in its own fields`(
        name: String, keys: [String]
    ) throws {
        let rule = try #require(MatchRules.named(name))
        let canonical = Canonical(
            id: "1", sku: "mca0032-105W", gtin: "886000000016", ean: "0-886000000023", upc: "none",
            modelNumber: "MCA0032")
        #expect(rule.keys(of: canonical).map(drawn) == keys)
    }

    static let models: [(String?, [String])] = [
        (nil, []), ("", []), ("  \t", []), ("MCA0032", ["MCA0032"]), (" Mca0032\n", ["MCA0032"]),
        ("MCA 0032", ["MCA 0032"]), ("\u{A0}MCA0032", ["MCA0032"]),
    ]

    @Test(arguments: models)
    func `a model number counts without case and blanks at its ends`(
        model: String?, normalised: [String]
    ) throws {
        let rule = try #require(MatchRules.named("model_number"))
        #expect(rule.keys(of: AmazonItem.boot(model: model)).map(\.normalised) == normalised)
    }

    @Test func `rules are known by the names that settings use`() {
        #expect(MatchRules.all.map(\.name) == MatchSettings().rules)
        #expect(MatchSettings().matchRules.map(\.name) == ["gtin", "ean", "upc", "model_number"])
        #expect(MatchRules.named("GTIN") == nil)
        var settings = MatchSettings()
        settings.rules = ["upc", "nonsense", "gtin"]
        #expect(settings.matchRules.map(\.name) == ["upc", "gtin"])
    }

    private func drawn(_ key: MatchKey) -> String { "\(key.field) \(key.found) \(key.normalised)" }
}
