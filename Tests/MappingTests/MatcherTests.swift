import Catalog
import Mapping
import TestSupport
import Testing

/// One situation: an item's identifiers and model number, the canonical products, and the verdict
/// as text.
struct Situation: Sendable, CustomTestStringConvertible {
    let name: String
    var identifiers: [(String, String)] = []
    var model: String?
    /// SKU and numbers: `A gtin=886000000016`.
    var canonicals: [String]
    var rules = ["gtin", "ean", "upc", "model_number"]
    var excluded: [String] = []
    let verdict: String
    var losers: [String] = []

    var testDescription: String { name }

    var item: AmazonItem {
        AmazonItem(
            key: .us("B07X8Z63ZL"), modelNumber: model,
            identifiers: identifiers.map { .init(type: $0.0, value: $0.1) })
    }

    var products: [Canonical] {
        canonicals.map { text in
            let parts = text.split(separator: " ").map(String.init)
            var canonical = Canonical(id: "id-\(parts[0])", sku: parts[0])
            for part in parts.dropFirst() {
                let pair = part.split(separator: "=").map(String.init)
                switch pair[0] {
                case "gtin": canonical.gtin = pair[1]
                case "ean": canonical.ean = pair[1]
                default: canonical.upc = pair[1]
                }
            }
            return canonical
        }
    }
}

@Suite struct `Finding the canonical product` {
    static let upc = "886000000016"
    static let other = "886000000023"
    static let situations: [Situation] = [
        Situation(
            name: "UPC against a GTIN of 12 digits", identifiers: [("UPC", upc)],
            canonicals: ["A gtin=886000000016", "B gtin=886000000023"],
            verdict: "A by gtin: UPC 886000000016 = gtin 886000000016"),
        Situation(
            name: "EAN against a GTIN padded to 14", identifiers: [("EAN", "0" + upc)],
            canonicals: ["A gtin=00886000000016"],
            verdict: "A by gtin: EAN 0886000000016 = gtin 00886000000016"),
        Situation(
            name: "GTIN is compared before EAN and UPC",
            identifiers: [("UPC", upc), ("GTIN", "00" + upc)], canonicals: ["A gtin=886000000016"],
            verdict: "A by gtin: GTIN 00886000000016 = gtin 886000000016"),
        Situation(
            name: "EAN against EAN", identifiers: [("EAN", "0" + upc)],
            canonicals: ["A ean=\(upc)"],
            verdict: "A by ean: EAN 0886000000016 = ean 886000000016"),
        Situation(
            name: "UPC against UPC", identifiers: [("UPC", upc)], canonicals: ["A upc=\(upc)"],
            verdict: "A by upc: UPC 886000000016 = upc 886000000016"),
        Situation(
            name: "an EAN is not compared with a UPC", identifiers: [("EAN", "0" + upc)],
            canonicals: ["A upc=\(upc)"], verdict: "no canonical product has its numbers"),
        Situation(
            name: "a model number against a SKU", model: "mca0032",
            canonicals: ["MCA0032", "MCA0032-105W"],
            verdict: "MCA0032 by model_number: model_number mca0032 = sku MCA0032"),
        Situation(
            name: "the first rule wins", identifiers: [("UPC", upc)], model: "B",
            canonicals: ["A gtin=\(upc)", "B"],
            verdict: "A by gtin: UPC 886000000016 = gtin 886000000016",
            losers: ["B (model_number): rule gtin comes first"]),
        Situation(
            name: "the order of the settings counts", identifiers: [("UPC", upc)], model: "B",
            canonicals: ["A gtin=\(upc)", "B"], rules: ["model_number", "gtin"],
            verdict: "B by model_number: model_number B = sku B",
            losers: ["A (gtin): rule model_number comes first"]),
        Situation(
            name: "a rule that is not asked for finds nothing", identifiers: [("UPC", upc)],
            canonicals: ["A gtin=\(upc)"], rules: ["ean"], verdict: "nothing to compare"),
        Situation(
            name: "of two equals none is guessed", identifiers: [("UPC", upc)],
            canonicals: ["B gtin=\(upc)", "A gtin=00\(upc)"],
            verdict: "ambiguous: A, B share its UPC"),
        Situation(
            name: "numbers that lead to different products are ambiguous",
            identifiers: [("EAN", "0" + upc), ("UPC", other)],
            canonicals: ["A gtin=\(upc)", "B gtin=\(other)"],
            verdict: "ambiguous: A, B share its EAN"),
        Situation(
            name: "what a later rule finds does not settle an ambiguity of others",
            identifiers: [("UPC", upc)], model: "C",
            canonicals: ["A gtin=\(upc)", "B gtin=\(upc)", "C"],
            verdict: "ambiguous: A, B share its UPC"),
        Situation(
            name: "one of two that a further rule finds too",
            identifiers: [("UPC", upc)], canonicals: ["A gtin=\(upc)", "B gtin=\(upc) upc=\(upc)"],
            verdict: "B by gtin: UPC 886000000016 = gtin 886000000016",
            losers: ["A (gtin): has the same gtin; B has more in common"]),
        Situation(
            name: "two of two that a further rule finds too",
            identifiers: [("UPC", upc)],
            canonicals: ["A gtin=\(upc) upc=\(upc)", "B gtin=\(upc) upc=\(upc)"],
            verdict: "ambiguous: A, B share its UPC"),
        Situation(
            name: "one of two whose SKU begins with the model number", identifiers: [("UPC", upc)],
            model: "mca0032", canonicals: ["MDM0049-1 gtin=\(upc)", "MCA0032-1 gtin=\(upc)"],
            verdict: "MCA0032-1 by gtin: UPC 886000000016 = gtin 886000000016",
            losers: ["MDM0049-1 (gtin): has the same gtin; MCA0032-1 has more in common"]),
        Situation(
            name: "a model number with blanks stands out as well", identifiers: [("UPC", upc)],
            model: " MCA0032 ", canonicals: ["MDM0049-1 gtin=\(upc)", "MCA0032-1 gtin=\(upc)"],
            verdict: "MCA0032-1 by gtin: UPC 886000000016 = gtin 886000000016",
            losers: ["MDM0049-1 (gtin): has the same gtin; MCA0032-1 has more in common"]),
        Situation(
            name: "two whose SKU begins with the model number", identifiers: [("UPC", upc)],
            model: "MCA0032", canonicals: ["MCA0032-1 gtin=\(upc)", "MCA0032-2 gtin=\(upc)"],
            verdict: "ambiguous: MCA0032-1, MCA0032-2 share its UPC"),
        Situation(
            name: "a model number of blanks stands for nothing", identifiers: [("UPC", upc)],
            model: "  ", canonicals: ["A gtin=\(upc)", "B gtin=\(upc)"],
            verdict: "ambiguous: A, B share its UPC"),
        Situation(
            name: "an excluded SKU is never a match", identifiers: [("UPC", upc)],
            canonicals: ["OLD-A gtin=\(upc)", "B gtin=\(upc)"], excluded: ["OLD-", "X"],
            verdict: "B by gtin: UPC 886000000016 = gtin 886000000016"),
        Situation(
            name: "only excluded ones", identifiers: [("UPC", upc)],
            canonicals: ["OLD-A gtin=\(upc)"],
            excluded: ["OLD-"], verdict: "no canonical product has its numbers"),
        Situation(
            name: "nothing to compare", canonicals: ["A gtin=\(upc)"], verdict: "nothing to compare"
        ),
        Situation(
            name: "identifiers that are no numbers", identifiers: [("UPC", "n/a"), ("ASIN", upc)],
            canonicals: ["A gtin=\(upc)"], verdict: "nothing to compare"),
        Situation(
            name: "no canonical products", identifiers: [("UPC", upc)], model: "MCA0032",
            canonicals: [], verdict: "no canonical product has its numbers"),
        Situation(
            name: "numbers that no product can have", identifiers: [("UPC", "000000000000")],
            canonicals: ["A gtin=000000000000"], verdict: "nothing to compare"),
    ]

    @Test(arguments: situations)
    func `the verdict and its evidence`(situation: Situation) {
        let verdict = matcher(situation.products, situation).verdict(on: situation.item)
        #expect(drawn(verdict) == situation.verdict)
        if case .found(let match) = verdict {
            #expect(match.losers.map { "\($0.sku) (\($0.rule)): \($0.reason)" } == situation.losers)
            #expect(match.canonicalID == "id-\(match.canonicalSKU)")
            #expect(match.amazon.normalised == match.canonical.normalised)
        }
    }

    @Test(arguments: situations)
    func `the order of the canonical products does not matter`(situation: Situation) {
        let verdict = matcher(situation.products, situation).verdict(on: situation.item)
        let reversed = matcher(situation.products.reversed(), situation).verdict(on: situation.item)
        #expect(reversed == verdict)
    }

    @Test func `a miss says what was compared in vain`() {
        let item = Situation(
            name: "", identifiers: [("UPC", "886000000016"), ("EAN", "n/a")], model: "X1",
            canonicals: [], verdict: ""
        ).item
        guard case .missed(let miss) = Matcher(canonicals: []).verdict(on: item) else {
            Issue.record("found")
            return
        }
        #expect(
            miss.tried.map { "\($0.rule) \($0.value)" }
                == ["gtin 886000000016", "upc 886000000016", "model_number X1"])
    }

    private func matcher(_ canonicals: [Canonical], _ situation: Situation) -> Matcher {
        Matcher(
            canonicals: canonicals, rules: situation.rules.compactMap(MatchRules.named),
            excludedPrefixes: situation.excluded)
    }

    private func drawn(_ verdict: Verdict) -> String {
        switch verdict {
        case .missed(let miss): miss.reason
        case .found(let match):
            "\(match.canonicalSKU) by \(match.rule): \(match.amazon.field) \(match.amazon.found) = "
                + "\(match.canonical.field) \(match.canonical.found)"
        }
    }
}
