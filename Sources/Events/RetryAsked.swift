package import Catalog
package import JSON

/// A person asked that failures be tried again.
///
/// Emitted by `plysync retry`. What was set aside is planned once more.
package struct RetryAsked: Event, Hashable, Sendable {
    package static let kind = "RetryAsked"
    package static let version = 1

    /// The keys of the effects.
    package var keys: [String]
    /// The reason of failure by which they were chosen.
    package var reason: String?

    package init(keys: [String], reason: String? = nil) {
        self.keys = keys
        self.reason = reason
    }

    package var subjects: [SubjectReference] { [] }
}

extension RetryAsked {
    package init(from json: inout JSONReader) throws(JSONError) {
        var keys: [String]?
        var reason: String?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "keys": keys = try json.read(key)
            case "reason": reason = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            keys: try required(keys, "keys"), reason: reason)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("keys", keys)
            json.member("reason", optional: reason)
        }
    }
}
