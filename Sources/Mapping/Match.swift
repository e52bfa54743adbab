package import Catalog

/// What matching says of one item.
package enum Verdict: Hashable, Sendable {
    case found(Match)
    case missed(Miss)
}

/// A canonical product found for an item, with the evidence.
package struct Match: Hashable, Sendable {
    package let item: ItemKey
    package let canonicalSKU: String
    package let canonicalID: String
    package let rule: String
    /// The two values that are equal in their normal form.
    package let amazon: MatchKey
    package let canonical: MatchKey
    package let losers: [Loser]

    package init(
        item: ItemKey, canonicalSKU: String, canonicalID: String, rule: String, amazon: MatchKey,
        canonical: MatchKey, losers: [Loser] = []
    ) {
        self.item = item
        self.canonicalSKU = canonicalSKU
        self.canonicalID = canonicalID
        self.rule = rule
        self.amazon = amazon
        self.canonical = canonical
        self.losers = losers
    }

    /// A canonical product that could have been taken, and why it was not.
    package struct Loser: Hashable, Sendable {
        package let sku: String
        package let rule: String
        package let reason: String
    }
}

/// An item without a canonical product, and why.
package struct Miss: Hashable, Sendable {
    package let item: ItemKey
    package let reason: String
    /// What was compared in vain.
    package let tried: [Tried]

    package init(item: ItemKey, reason: String, tried: [Tried]) {
        self.item = item
        self.reason = reason
        self.tried = tried
    }

    package struct Tried: Hashable, Sendable {
        package let rule: String
        package let value: String

        package init(rule: String, value: String) {
            self.rule = rule
            self.value = value
        }
    }
}
