package import Catalog

/// Finds canonical products by rules, in the order of the settings; pure and made once a run.
package struct Matcher: Sendable {
    private let rules: [any MatchRule]
    /// For each rule, the canonical products by the normal form of their value.
    private let candidates: [[String: [Candidate]]]

    private struct Candidate: Sendable {
        let canonical: Canonical
        let key: MatchKey
    }
    /// - `canonicals`: in any order; the verdicts do not depend on it.
    /// - `excludedPrefixes`: of SKUs that are never a match.
    package init(
        canonicals: [Canonical], rules: [any MatchRule] = MatchRules.all,
        excludedPrefixes: [String] = []
    ) {
        self.rules = rules
        let eligible = canonicals.sorted { $0.sku < $1.sku }.filter { canonical in
            !excludedPrefixes.contains { canonical.sku.hasPrefix($0) }
        }
        candidates = rules.map { rule in
            var index: [String: [Candidate]] = [:]
            for canonical in eligible {
                for key in rule.keys(of: canonical) {
                    index[key.normalised, default: []].append(
                        Candidate(canonical: canonical, key: key))
                }
            }
            return index
        }
    }

    /// The verdict on one item: the first rule that finds a product decides, if it finds exactly
    /// one or one that stands out among several.
    ///
    /// Of several equals none is guessed, whatever later rules find.
    package func verdict(on item: AmazonItem) -> Verdict {
        var tried: [Miss.Tried] = []
        var hits: [Hit] = []
        for (rule, index) in zip(rules, candidates) {
            for key in rule.keys(of: item) {
                tried.append(Miss.Tried(rule: rule.name, value: key.found))
                for candidate in index[key.normalised] ?? []
                where !hits.contains(where: {
                    $0.rule == rule.name && $0.sku == candidate.canonical.sku
                }) {
                    hits.append(Hit(rule: rule.name, amazon: key, candidate: candidate))
                }
            }
        }
        guard let rule = hits.first?.rule else {
            let reason =
                tried.isEmpty ? "nothing to compare" : "no canonical product has its numbers"
            return .missed(Miss(item: item.key, reason: reason, tried: tried))
        }
        let best = hits.filter { $0.rule == rule }
        guard let winner = standsOut(among: best, of: hits, item: item) else {
            let names = best.map(\.sku).joined(separator: ", ")
            return .missed(
                Miss(
                    item: item.key, reason: "ambiguous: \(names) share its \(best[0].amazon.field)",
                    tried: tried))
        }
        return .found(match(winner, hits: hits, item: item))
    }

    private struct Hit {
        let rule: String
        let amazon: MatchKey
        let candidate: Candidate
        var sku: String { candidate.canonical.sku }
    }

    /// The only one; else the only one that a further rule finds too; else the only one whose SKU
    /// begins with the item's model number.
    private func standsOut(among best: [Hit], of hits: [Hit], item: AmazonItem) -> Hit? {
        if best.count == 1 { return best.first }
        let seconded = best.filter { hit in
            hits.contains { $0.rule != hit.rule && $0.sku == hit.sku }
        }
        if seconded.count == 1 { return seconded.first }
        guard let model = ModelNumberRule().keys(of: item).first?.normalised else { return nil }
        let named = best.filter { $0.sku.uppercased().hasPrefix(model) }
        return named.count == 1 ? named.first : nil
    }

    private func match(_ winner: Hit, hits: [Hit], item: AmazonItem) -> Match {
        var losers: [Match.Loser] = []
        for hit in hits
        where hit.sku != winner.sku && !losers.contains(where: { $0.sku == hit.sku }) {
            let reason =
                hit.rule == winner.rule
                ? "has the same \(hit.candidate.key.field); \(winner.sku) has more in common"
                : "rule \(winner.rule) comes first"
            losers.append(Match.Loser(sku: hit.sku, rule: hit.rule, reason: reason))
        }
        return Match(
            item: item.key, canonicalSKU: winner.sku, canonicalID: winner.candidate.canonical.id,
            rule: winner.rule, amazon: winner.amazon, canonical: winner.candidate.key,
            losers: losers)
    }
}
