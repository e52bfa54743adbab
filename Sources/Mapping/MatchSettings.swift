/// Which rules match, in which order, and what is never a match.
package struct MatchSettings: Sendable, Hashable {
    /// Names of rules, first come first.
    package var rules = ["gtin", "ean", "upc", "model_number"]
    /// Canonical products whose SKU begins with one of these are never a match.
    package var excludedPrefixes: [String] = []

    package init() {}
}

extension MatchSettings {
    /// The rules in their order; names that no rule has are left out, since the settings refuse them.
    package var matchRules: [any MatchRule] { rules.compactMap(MatchRules.named) }
}
