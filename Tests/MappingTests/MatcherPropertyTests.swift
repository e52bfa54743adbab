import Catalog
import Mapping
import SandboxWorld
import TestSupport
import Testing

@Suite struct `Matching whole catalogues` {
    @Test(arguments: Seeds.first(20))
    func `the order of input does not matter`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let catalogue = RandomCatalogue(styles: 6, &random)
        let matcher = Matcher(canonicals: catalogue.canonicals)
        let shuffled = Matcher(canonicals: random.shuffled(catalogue.canonicals))
        for item in catalogue.items {
            let verdict = matcher.verdict(on: item)
            #expect(shuffled.verdict(on: item) == verdict)
            let other = item.with { $0.identifiers = random.shuffled($0.identifiers) }
            #expect(product(shuffled.verdict(on: other)) == product(verdict))
        }
    }

    @Test(arguments: Seeds.first(20))
    func `products that nothing leads to change no verdict`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let catalogue = RandomCatalogue(styles: 4, &random)
        let strangers = (0..<10).map {
            Canonical(id: "s\($0)", sku: "STRANGER\($0)", gtin: "9999990000\($0)1")
        }
        let matcher = Matcher(canonicals: catalogue.canonicals)
        let crowded = Matcher(canonicals: random.shuffled(catalogue.canonicals + strangers))
        for item in catalogue.items {
            #expect(crowded.verdict(on: item) == matcher.verdict(on: item))
        }
    }

    @Test(arguments: Seeds.first(20))
    func `a match always has a reason on both sides, and never an excluded product`(seed: UInt64)
        throws
    {
        var random = SplitMix64(seed: seed)
        let catalogue = RandomCatalogue(styles: 6, &random)
        let excluded = ["MCA1000-", "MCA1003"]
        let matcher = Matcher(canonicals: catalogue.canonicals, excludedPrefixes: excluded)
        let skus = Dictionary(uniqueKeysWithValues: catalogue.canonicals.map { ($0.sku, $0) })
        for item in catalogue.items {
            guard case .found(let match) = matcher.verdict(on: item) else { continue }
            let canonical = try #require(skus[match.canonicalSKU])
            let rule = try #require(MatchRules.named(match.rule))
            #expect(rule.keys(of: item).contains(match.amazon))
            #expect(rule.keys(of: canonical).contains(match.canonical))
            #expect(!excluded.contains { match.canonicalSKU.hasPrefix($0) })
            #expect(!match.losers.contains { $0.sku == match.canonicalSKU })
            #expect(Set(match.losers.map(\.sku)).count == match.losers.count)
        }
    }

    private func product(_ verdict: Verdict) -> String? {
        if case .found(let match) = verdict { match.canonicalSKU } else { nil }
    }
}
