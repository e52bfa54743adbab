package import Catalog
package import JSON

/// A request that changes Plytix is about to be sent.
///
/// Emitted before each attempt, and durable before the request leaves. It ends by its outcomes, or
/// by EffectSettled; until then it is in doubt.
package struct EffectIntended: Event, Hashable, Sendable {
    package static let kind = "EffectIntended"
    package static let version = 2
    /// Version 1 named the rule and the reason of each change, whatever they were.
    package static let oldestRead = 1

    /// The effects that the request carries.
    package var effects: [Effect]
    /// The number of the attempt, from 1.
    package var attempt: Int
    /// The HTTP method.
    package var method: String
    /// The path and query, without host.
    package var path: String
    /// The digest of the body that is sent.
    package var bodyHash: Digest
    /// By effect key, what is believed to be there now; no key means that nothing is.
    package var believed: JSONObject

    package init(
        effects: [Effect], attempt: Int, method: String, path: String, bodyHash: Digest,
        believed: JSONObject
    ) {
        self.effects = effects
        self.attempt = attempt
        self.method = method
        self.path = path
        self.bodyHash = bodyHash
        self.believed = believed
    }

    package var subjects: [SubjectReference] {
        var seen = Set<Subject>()
        return effects.map(\.subject).filter { seen.insert($0).inserted }
            .map { SubjectReference($0) }
    }
}

extension EffectIntended {
    package init(from json: inout JSONReader) throws(JSONError) {
        var effects: [Effect]?
        var attempt: Int?
        var method: String?
        var path: String?
        var bodyHash: Digest?
        var believed: JSONObject?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "effects": effects = try json.read(key)
            case "attempt": attempt = try json.read(key)
            case "method": method = try json.read(key)
            case "path": path = try json.read(key)
            case "bodyHash": bodyHash = try json.read(key)
            case "believed": believed = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            effects: try required(effects, "effects"), attempt: try required(attempt, "attempt"),
            method: try required(method, "method"), path: try required(path, "path"),
            bodyHash: try required(bodyHash, "bodyHash"),
            believed: try required(believed, "believed"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("effects", effects)
            json.member("attempt", attempt)
            json.member("method", method)
            json.member("path", path)
            json.member("bodyHash", bodyHash)
            json.member("believed", believed)
        }
    }
}
