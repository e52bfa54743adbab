// One thing that is wrong with a journal.

/// What a verification found, with the place.
package enum Finding: Hashable, Sendable {
    /// The first event that is wrong.
    case event(Int, EventFault)
    /// The event has no body, and no later BodyRedacted event names it.
    case redactedByNobody(Int)
    /// A name that no event uses where it stands: added, lost, repeated or out of its order.
    case name(Int)
    /// Events behind `last` are gone, up to at least the kept head.
    case cut(kept: Int, last: Int)
    /// The event of the kept head is another one now.
    case otherHistory(Int)
    /// A blob, by its number, and what is wrong with it.
    case blob(Int, String)
    /// The derived index says something else than the events; it can be rebuilt.
    case subjectIndex
    /// A table, index, trigger or view that is not as the format has it.
    case schema(String)
    /// The journal's word on itself, or the file beneath.
    case damage(String)
}

/// What is wrong with an event.
package enum EventFault: Hashable, Sendable {
    /// There is none of this number, but there are later ones.
    case missing
    case body
    case bodyHash
    case hash
    /// Number, time, run, system, kind, version, subjects, cause or blobs; or an event was put in
    /// here or taken out.
    case header
    /// Body and header do not fit, neither with each other nor with the hash.
    case several
    /// Time runs backwards, or a cause is not earlier: not what plysync writes.
    case rule(String)
    /// SQLite or the format cannot read it.
    case unreadable(String)
}

extension Finding: CustomStringConvertible {
    /// A sentence with the place in front: `event 12: its body was changed`.
    package var description: String {
        switch self {
        case .event(let sequence, let fault): "event \(sequence): \(fault)"
        case .redactedByNobody(let sequence):
            "event \(sequence): its body is gone, and no later BodyRedacted event names it"
        case .name(let number): "name \(number) is not where events use it first"
        case .cut(let kept, let last):
            "the journal ends at event \(last), and the kept head is event \(kept)"
        case .otherHistory(let sequence):
            "event \(sequence) is not the one of the kept head"
        case .blob(let number, let what): "blob \(number): \(what)"
        case .subjectIndex: "the index of subjects differs from the events"
        case .schema(let what): what
        case .damage(let what): what
        }
    }
}

extension EventFault: CustomStringConvertible {
    /// What a person reads behind the event's number.
    package var description: String {
        switch self {
        case .missing: "it is missing"
        case .body: "its body was changed"
        case .bodyHash: "the hash of its body was changed"
        case .hash: "its hash was changed"
        case .header:
            "its header was changed, or an event was put in, taken out or moved here"
        case .several: "its body and its header were changed"
        case .rule(let what): what
        case .unreadable(let what): what
        }
    }
}
