package import Catalog
package import JSON

/// We learned how this account behaves where Plytix's documents are silent.
///
/// Emitted when an answer shows it for the first time, or shows something else than before.
package struct TargetLearned: Event, Hashable, Sendable {
    package static let kind = "TargetLearned"
    package static let version = 1

    /// What was open: `gallery.write`.
    package var topic: String
    /// How the account behaves.
    package var value: JSONValue
    /// What showed it, in a sentence.
    package var evidence: String

    package init(topic: String, value: JSONValue, evidence: String) {
        self.topic = topic
        self.value = value
        self.evidence = evidence
    }

    package var subjects: [SubjectReference] { [] }
}

extension TargetLearned {
    package init(from json: inout JSONReader) throws(JSONError) {
        var topic: String?
        var value: JSONValue?
        var evidence: String?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "topic": topic = try json.read(key)
            case "value": value = try json.read(key)
            case "evidence": evidence = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            topic: try required(topic, "topic"), value: try required(value, "value"),
            evidence: try required(evidence, "evidence"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("topic", topic)
            json.member("value", value)
            json.member("evidence", evidence)
        }
    }
}
