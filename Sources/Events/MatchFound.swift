package import Catalog
package import JSON

/// An Amazon item was matched to a canonical product.
///
/// Emitted when the decision differs from the last one for the item. It holds for the account that
/// is its system, since that account's canonical products were used.
package struct MatchFound: Event, Hashable, Sendable {
    package static let kind = "MatchFound"
    package static let version = 1

    /// The item.
    package var item: ItemKey
    /// The SKU of the canonical product.
    package var canonicalSKU: String
    /// The id of the canonical product in this account.
    package var canonicalID: String
    /// The rule that decided: `gtin`, `ean`, `upc`, `model_number`, or a person's.
    package var rule: String
    /// What the item shows.
    package var amazon: Evidence
    /// What the canonical product shows.
    package var canonical: Evidence
    /// The other candidates, in the order in which they were judged.
    package var losers: [Loser]

    package init(
        item: ItemKey, canonicalSKU: String, canonicalID: String, rule: String,
        amazon: Evidence, canonical: Evidence, losers: [Loser]
    ) {
        self.item = item
        self.canonicalSKU = canonicalSKU
        self.canonicalID = canonicalID
        self.rule = rule
        self.amazon = amazon
        self.canonical = canonical
        self.losers = losers
    }

    /// One side of a match: what was found, and what was compared.
    package struct Evidence: ObjectCoded, Hashable, Sendable {
        /// Where the value stood.
        package var field: String
        /// The value as found.
        package var found: String
        /// The value as compared.
        package var normalised: String

        package init(field: String, found: String, normalised: String) {
            self.field = field
            self.found = found
            self.normalised = normalised
        }
    }

    /// A canonical product that could have been matched and was not.
    package struct Loser: ObjectCoded, Hashable, Sendable {
        /// Its SKU.
        package var sku: String
        /// The rule by which it was a candidate.
        package var rule: String
        /// Why it lost, in a few words.
        package var reason: String

        package init(sku: String, rule: String, reason: String) {
            self.sku = sku
            self.rule = rule
            self.reason = reason
        }
    }

    package var subjects: [SubjectReference] {
        [
            SubjectReference(.asin(item)),
            SubjectReference(.sku(canonicalSKU), as: .canonical),
        ]
    }
}

extension MatchFound {
    package init(from json: inout JSONReader) throws(JSONError) {
        var item: ItemKey?
        var canonicalSKU: String?
        var canonicalID: String?
        var rule: String?
        var amazon: Evidence?
        var canonical: Evidence?
        var losers: [Loser]?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "item": item = try json.read(key)
            case "canonicalSKU": canonicalSKU = try json.read(key)
            case "canonicalID": canonicalID = try json.read(key)
            case "rule": rule = try json.read(key)
            case "amazon": amazon = try json.read(key)
            case "canonical": canonical = try json.read(key)
            case "losers": losers = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            item: try required(item, "item"),
            canonicalSKU: try required(canonicalSKU, "canonicalSKU"),
            canonicalID: try required(canonicalID, "canonicalID"),
            rule: try required(rule, "rule"), amazon: try required(amazon, "amazon"),
            canonical: try required(canonical, "canonical"), losers: try required(losers, "losers"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("item", item)
            json.member("canonicalSKU", canonicalSKU)
            json.member("canonicalID", canonicalID)
            json.member("rule", rule)
            json.member("amazon", amazon)
            json.member("canonical", canonical)
            json.member("losers", losers)
        }
    }
}

extension MatchFound.Evidence {
    package init(from json: inout JSONReader) throws(JSONError) {
        var field: String?
        var found: String?
        var normalised: String?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "field": field = try json.read(key)
            case "found": found = try json.read(key)
            case "normalised": normalised = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            field: try required(field, "field"), found: try required(found, "found"),
            normalised: try required(normalised, "normalised"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("field", field)
            json.member("found", found)
            json.member("normalised", normalised)
        }
    }
}

extension MatchFound.Loser {
    package init(from json: inout JSONReader) throws(JSONError) {
        var sku: String?
        var rule: String?
        var reason: String?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "sku": sku = try json.read(key)
            case "rule": rule = try json.read(key)
            case "reason": reason = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            sku: try required(sku, "sku"), rule: try required(rule, "rule"),
            reason: try required(reason, "reason"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("sku", sku)
            json.member("rule", rule)
            json.member("reason", reason)
        }
    }
}
