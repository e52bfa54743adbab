package import Catalog
package import JSON

/// One kind of event: a fact that is stored as JSON under the kind's name and version.
///
/// A kind's name never changes. Its body is written in the declared order of its keys with absent
/// optionals left out, so that equal events are equal bytes; its JSON Schema and an example stand
/// in `journal/events/`. To add a kind, write its file, its schema and its example, and name it in
/// `EventKinds.all`.
package protocol Event: Sendable, Hashable {
    /// The name under which events of this kind are stored.
    static var kind: String { get }
    /// The version of the bodies that `write(to:)` writes, from 1.
    static var version: Int { get }
    /// The oldest version whose bodies `init(from:)` reads as they are, since later ones only leave
    /// out what goes without saying; older ones are upcast.
    static var oldestRead: Int { get }

    /// Reads a body of the current version; members that it does not know are skipped.
    init(from json: inout JSONReader) throws(JSONError)
    /// Writes the body as one object.
    func write(to json: inout JSONWriter)

    /// What the event is about, as its body tells; the primary subject first.
    var subjects: [SubjectReference] { get }

    /// Turns a body of an older version into one of `version + 1`.
    ///
    /// A kind that has older versions must take each of them one step further; it is called again
    /// until the body is of the current version.
    static func upcast(from version: Int, _ value: JSONValue) throws(JSONError) -> JSONValue
}

extension Event {
    package static var oldestRead: Int { version }

    /// Refuses: a kind that declares no upcast has no older versions.
    package static func upcast(
        from version: Int, _ value: JSONValue
    ) throws(JSONError) -> JSONValue {
        throw .invalid(key: "version", reason: "\(kind) never had a version \(version)")
    }

    /// The canonical bytes of the body.
    package var body: [UInt8] {
        var json = JSONWriter(capacity: 512)
        write(to: &json)
        return json.bytes
    }

    /// The event as a record that waits for its place in the journal.
    package func draft(system: System, cause: [RecordDraft.Cause] = []) -> RecordDraft {
        RecordDraft(
            system: system, kind: Self.kind, version: Self.version, subjects: subjects,
            cause: cause, body: body)
    }
}
