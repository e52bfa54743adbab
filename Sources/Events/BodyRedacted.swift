package import Catalog
package import JSON

/// The bodies of earlier events were blanked, and raw items that only they speak of.
///
/// Emitted by `plysync journal redact`. The journal lets a body go only where such an event names
/// the event in its cause, and a raw item only where it is a subject: see `journal/FORMAT.md`.
package struct BodyRedacted: Event, Hashable, Sendable {
    package static let kind = "BodyRedacted"
    package static let version = 1

    /// The numbers of the events, ascending; the same as in its cause.
    package var events: [Int]
    /// The digests of the raw items.
    package var blobs: [Digest]
    /// Why, in the person's words; it stays for ever.
    package var reason: String

    package init(events: [Int], blobs: [Digest], reason: String) {
        self.events = events
        self.blobs = blobs
        self.reason = reason
    }

    package var subjects: [SubjectReference] { blobs.map { SubjectReference(.blob($0)) } }
}

extension BodyRedacted {
    package init(from json: inout JSONReader) throws(JSONError) {
        var events: [Int]?
        var blobs: [Digest]?
        var reason: String?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "events": events = try json.read(key)
            case "blobs": blobs = try json.read(key)
            case "reason": reason = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            events: try required(events, "events"), blobs: try required(blobs, "blobs"),
            reason: try required(reason, "reason"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("events", events)
            json.member("blobs", blobs)
            json.member("reason", reason)
        }
    }
}
