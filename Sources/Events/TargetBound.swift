package import Catalog
package import JSON

/// An alias was bound to one Plytix account, once and for all.
///
/// Emitted by the first run that reaches the account; later runs that find another account behind
/// the alias stop.
package struct TargetBound: Event, Hashable, Sendable {
    package static let kind = "TargetBound"
    package static let version = 1

    /// The name of the target in the settings.
    package var alias: String
    /// The id of the account.
    package var account: String
    /// By what the account is known.
    package var how: How
    /// What was compared: claims, or ids of definitions by label.
    package var evidence: JSONObject

    package init(alias: String, account: String, how: How, evidence: JSONObject) {
        self.alias = alias
        self.account = account
        self.how = how
        self.evidence = evidence
    }

    /// By what an account is known again.
    package enum How: String, Hashable, Sendable, CaseIterable, TextCoded {
        /// By the account that its tokens name.
        case claims
        /// By the ids of its definitions.
        case definitions
    }

    package var subjects: [SubjectReference] { [SubjectReference(.target(alias))] }
}

extension TargetBound {
    package init(from json: inout JSONReader) throws(JSONError) {
        var alias: String?
        var account: String?
        var how: How?
        var evidence: JSONObject?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "alias": alias = try json.read(key)
            case "account": account = try json.read(key)
            case "how": how = try json.read(key)
            case "evidence": evidence = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            alias: try required(alias, "alias"), account: try required(account, "account"),
            how: try required(how, "how"), evidence: try required(evidence, "evidence"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("alias", alias)
            json.member("account", account)
            json.member("how", how)
            json.member("evidence", evidence)
        }
    }
}
