package import Catalog
package import JSON

/// An effect was refused, or could not be carried out.
///
/// Emitted for each effect of a request that the server answered with a refusal, or that failed
/// before it was sent.
package struct EffectFailed: Event, Hashable, Sendable {
    package static let kind = "EffectFailed"
    package static let version = 1

    /// The key of the effect.
    package var key: String
    /// The phase in which it counts.
    package var phase: Phase
    /// What the effect is about.
    package var subject: Subject
    /// The HTTP status; nil when there was no answer.
    package var status: Int?
    /// What was wrong, in a sentence.
    package var reason: String
    /// What trying again would help.
    package var permanence: Permanence
    /// The number of the attempt, from 1.
    package var attempt: Int
    /// The digest of the facts that failed; other facts may succeed.
    package var facts: Digest
    /// What the answer said of itself; nil when no answer of its own stood behind it.
    package var answer: Answer?

    package init(
        key: String, phase: Phase, subject: Subject, status: Int? = nil, reason: String,
        permanence: Permanence, attempt: Int, facts: Digest, answer: Answer? = nil
    ) {
        self.key = key
        self.phase = phase
        self.subject = subject
        self.status = status
        self.reason = reason
        self.permanence = permanence
        self.attempt = attempt
        self.facts = facts
        self.answer = answer
    }

    /// What trying again would help.
    package enum Permanence: String, Hashable, Sendable, CaseIterable, TextCoded {
        /// Nothing, until the facts of the item change.
        case item
        /// It may succeed later as it is.
        case transient
        /// Nothing, until the account's rights or settings change.
        case refused
    }

    package var subjects: [SubjectReference] { [SubjectReference(subject)] }
}

extension EffectFailed {
    package init(from json: inout JSONReader) throws(JSONError) {
        var key: String?
        var phase: Phase?
        var subject: Subject?
        var status: Int?
        var reason: String?
        var permanence: Permanence?
        var attempt: Int?
        var facts: Digest?
        var answer: Answer?
        try json.members { member, json throws(JSONError) in
            switch member {
            case "key": key = try json.read(member)
            case "phase": phase = try json.read(member)
            case "subject": subject = try json.read(member)
            case "status": status = try json.read(member)
            case "reason": reason = try json.read(member)
            case "permanence": permanence = try json.read(member)
            case "attempt": attempt = try json.read(member)
            case "facts": facts = try json.read(member)
            case "answer": answer = try json.read(member)
            default: try json.skip()
            }
        }
        self.init(
            key: try required(key, "key"), phase: try required(phase, "phase"),
            subject: try required(subject, "subject"), status: status,
            reason: try required(reason, "reason"),
            permanence: try required(permanence, "permanence"),
            attempt: try required(attempt, "attempt"), facts: try required(facts, "facts"),
            answer: answer)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("key", key)
            json.member("phase", phase)
            json.member("subject", subject)
            json.member("status", optional: status)
            json.member("reason", reason)
            json.member("permanence", permanence)
            json.member("attempt", attempt)
            json.member("facts", facts)
            json.member("answer", optional: answer)
        }
    }
}
