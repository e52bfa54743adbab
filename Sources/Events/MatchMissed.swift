package import Catalog
package import JSON

/// No canonical product was found for an Amazon item.
///
/// Emitted when the decision differs from the last one for the item.
package struct MatchMissed: Event, Hashable, Sendable {
    package static let kind = "MatchMissed"
    package static let version = 1

    /// The item.
    package var item: ItemKey
    /// Why there is no match, in a few words.
    package var reason: String
    /// The SKU that the item's own product gets: `AMZN-US-B07X8Z63ZL`.
    package var suggestedSKU: String
    /// What was compared, in the order of the rules.
    package var tried: [Tried]

    package init(item: ItemKey, reason: String, suggestedSKU: String, tried: [Tried]) {
        self.item = item
        self.reason = reason
        self.suggestedSKU = suggestedSKU
        self.tried = tried
    }

    /// A value that met no canonical product.
    package struct Tried: ObjectCoded, Hashable, Sendable {
        /// The rule that tried it.
        package var rule: String
        /// The value as compared.
        package var value: String

        package init(rule: String, value: String) {
            self.rule = rule
            self.value = value
        }
    }

    package var subjects: [SubjectReference] { [SubjectReference(.asin(item))] }
}

extension MatchMissed {
    package init(from json: inout JSONReader) throws(JSONError) {
        var item: ItemKey?
        var reason: String?
        var suggestedSKU: String?
        var tried: [Tried]?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "item": item = try json.read(key)
            case "reason": reason = try json.read(key)
            case "suggestedSKU": suggestedSKU = try json.read(key)
            case "tried": tried = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            item: try required(item, "item"), reason: try required(reason, "reason"),
            suggestedSKU: try required(suggestedSKU, "suggestedSKU"),
            tried: try required(tried, "tried"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("item", item)
            json.member("reason", reason)
            json.member("suggestedSKU", suggestedSKU)
            json.member("tried", tried)
        }
    }
}

extension MatchMissed.Tried {
    package init(from json: inout JSONReader) throws(JSONError) {
        var rule: String?
        var value: String?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "rule": rule = try json.read(key)
            case "value": value = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            rule: try required(rule, "rule"), value: try required(value, "value"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("rule", rule)
            json.member("value", value)
        }
    }
}
