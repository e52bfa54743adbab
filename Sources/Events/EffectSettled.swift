package import Catalog
package import JSON

/// An intent that was in doubt was settled.
///
/// Emitted when it is known, or decided, what became of a request whose answer did not arrive; and
/// when of a failure nothing is left to do, since what failed came about in another way.
package struct EffectSettled: Event, Hashable, Sendable {
    package static let kind = "EffectSettled"
    package static let version = 1

    /// The sequence number of the EffectIntended, or of the EffectFailed that is outlived.
    package var intent: Int
    /// The keys of the effects that are settled.
    package var keys: [String]
    /// What became of them.
    package var result: Result
    /// How that was found out.
    package var how: How
    /// What showed it.
    package var evidence: JSONValue
    /// The subjects of the effects.
    package var about: [Subject]

    package init(
        intent: Int, keys: [String], result: Result, how: How, evidence: JSONValue,
        about: [Subject]
    ) {
        self.intent = intent
        self.keys = keys
        self.result = result
        self.how = how
        self.evidence = evidence
        self.about = about
    }

    /// What became of effects that were in doubt.
    package enum Result: String, Hashable, Sendable, CaseIterable, TextCoded {
        /// The request did its work.
        case applied
        /// The request did nothing, and cannot any more.
        case notApplied
        /// An object that is there was taken as the result.
        case adopted
        /// It cannot be told; a person decides.
        case setAside
    }

    /// How a doubt was resolved.
    package enum How: String, Hashable, Sendable, CaseIterable, TextCoded {
        /// The request was repeated where the server itself compares.
        case `repeat`
        /// The object was read.
        case read
        /// The object was searched for by its natural key.
        case search
        /// The server had refused the request.
        case refused
    }

    package var subjects: [SubjectReference] { about.map { SubjectReference($0) } }
}

extension EffectSettled {
    package init(from json: inout JSONReader) throws(JSONError) {
        var intent: Int?
        var keys: [String]?
        var result: Result?
        var how: How?
        var evidence: JSONValue?
        var about: [Subject]?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "intent": intent = try json.read(key)
            case "keys": keys = try json.read(key)
            case "result": result = try json.read(key)
            case "how": how = try json.read(key)
            case "evidence": evidence = try json.read(key)
            case "about": about = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            intent: try required(intent, "intent"), keys: try required(keys, "keys"),
            result: try required(result, "result"), how: try required(how, "how"),
            evidence: try required(evidence, "evidence"), about: try required(about, "about"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("intent", intent)
            json.member("keys", keys)
            json.member("result", result)
            json.member("how", how)
            json.member("evidence", evidence)
            json.member("about", about)
        }
    }
}
