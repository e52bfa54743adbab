package import Catalog
package import Events
package import Mapping
import Projections

extension History {
    /// Records a whole catalogue: the items, the canonical products, and a decision on each item.
    package mutating func see(
        _ catalogue: RandomCatalogue, rules: MatchSettings = MatchSettings()
    ) throws {
        try export(catalogue.items)
        try see(catalogue.canonicals)
        try judge(catalogue.items, rules: rules)
    }

    /// Records the merchant's own products.
    package mutating func see(_ canonicals: [Canonical], by system: System = .shop) throws {
        try append(
            canonicals.map {
                CanonicalObserved(canonical: $0, hash: .of($0.sku)).draft(system: system)
            })
    }

    /// Records the decision on each item by the account's canonical products.
    package mutating func judge(
        _ items: [AmazonItem], by system: System = .shop, rules: MatchSettings = MatchSettings()
    ) throws {
        let matcher = Matcher(
            canonicals: state.account(system).canonicalList, rules: rules.matchRules,
            excludedPrefixes: rules.excludedPrefixes)
        try append(
            items.map { item in
                switch matcher.verdict(on: item) {
                case .found(let match): MatchFound(match).draft(system: system)
                case .missed(let miss): MatchMissed(miss).draft(system: system)
                }
            })
    }

    /// Records that an item belongs to a canonical product.
    @discardableResult
    package mutating func match(
        _ item: ItemKey, to sku: String, by rule: String = "gtin", system: System = .shop
    ) throws -> Int {
        try record(
            MatchFound(
                item: item, canonicalSKU: sku, canonicalID: "c-\(sku)", rule: rule,
                amazon: .init(field: "UPC", found: "1", normalised: "1"),
                canonical: .init(field: "gtin", found: "1", normalised: "1"), losers: []),
            by: system)
    }
}

extension MatchFound {
    /// The event of a match.
    package init(_ match: Match) {
        self.init(
            item: match.item, canonicalSKU: match.canonicalSKU, canonicalID: match.canonicalID,
            rule: match.rule, amazon: Evidence(match.amazon), canonical: Evidence(match.canonical),
            losers: match.losers.map { Loser(sku: $0.sku, rule: $0.rule, reason: $0.reason) })
    }
}

extension MatchMissed {
    /// The event of a miss.
    package init(_ miss: Miss) {
        self.init(
            item: miss.item, reason: miss.reason, suggestedSKU: "AMZN-US-\(miss.item.asin)",
            tried: miss.tried.map { Tried(rule: $0.rule, value: $0.value) })
    }
}

extension MatchFound.Evidence {
    fileprivate init(_ key: MatchKey) {
        self.init(field: key.field, found: key.found, normalised: key.normalised)
    }
}
