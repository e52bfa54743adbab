package import Catalog
package import JSON

/// A person took a failure as it is.
///
/// Emitted by `plysync accept`. The failure no longer makes a run incomplete, until its facts
/// change.
package struct ItemAccepted: Event, Hashable, Sendable {
    package static let kind = "ItemAccepted"
    package static let version = 1

    /// What is accepted.
    package var subject: Subject
    /// The key of the effect that failed.
    package var key: String
    /// Why, in the person's words.
    package var reason: String
    /// The digest of the facts that failed; other facts are another failure.
    package var facts: Digest

    package init(subject: Subject, key: String, reason: String, facts: Digest) {
        self.subject = subject
        self.key = key
        self.reason = reason
        self.facts = facts
    }

    package var subjects: [SubjectReference] { [SubjectReference(subject)] }
}

extension ItemAccepted {
    package init(from json: inout JSONReader) throws(JSONError) {
        var subject: Subject?
        var key: String?
        var reason: String?
        var facts: Digest?
        try json.members { member, json throws(JSONError) in
            switch member {
            case "subject": subject = try json.read(member)
            case "key": key = try json.read(member)
            case "reason": reason = try json.read(member)
            case "facts": facts = try json.read(member)
            default: try json.skip()
            }
        }
        self.init(
            subject: try required(subject, "subject"), key: try required(key, "key"),
            reason: try required(reason, "reason"), facts: try required(facts, "facts"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("subject", subject)
            json.member("key", key)
            json.member("reason", reason)
            json.member("facts", facts)
        }
    }
}
