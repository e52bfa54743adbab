package import Catalog

/// One way to find the canonical product of an item.
///
/// One rule, one file; `MatchRules.all` is the list.
package protocol MatchRule: Sendable {
    /// Its name in settings and events.
    var name: String { get }
    /// What the rule would compare, in the order in which it would.
    func keys(of item: AmazonItem) -> [MatchKey]
    /// The canonical products' side of the comparison.
    func keys(of canonical: Canonical) -> [MatchKey]
}

/// One value to compare: where it was found, as found, and in the form that is compared.
package struct MatchKey: Hashable, Sendable {
    /// `UPC`, `gtin`, `model_number`, `sku`.
    package let field: String
    package let found: String
    package let normalised: String

    package init(field: String, found: String, normalised: String) {
        self.field = field
        self.found = found
        self.normalised = normalised
    }

    /// The identifiers of one type as 14 digits; what is no such number is left out.
    static func identifiers(_ type: String, of item: AmazonItem) -> [MatchKey] {
        item.identifiers(type).compactMap { found in
            GTIN(found: found).map { MatchKey(field: type, found: found, normalised: $0.text) }
        }
    }

    /// A canonical product's number as 14 digits; none when it has none.
    static func number(_ found: String?, field: String) -> [MatchKey] {
        guard let found, let number = GTIN(found: found) else { return [] }
        return [MatchKey(field: field, found: found, normalised: number.text)]
    }
}

/// The rules by name, and the version that every decision names.
package enum MatchRules {
    /// Raised whenever a rule may decide differently: stored items are then judged again.
    package static let version = 1
    package static let all: [any MatchRule] = [GTINRule(), EANRule(), UPCRule(), ModelNumberRule()]

    package static func named(_ name: String) -> (any MatchRule)? { all.first { $0.name == name } }
}
