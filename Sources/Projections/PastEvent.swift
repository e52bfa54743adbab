package import Catalog
package import Events
package import JSON

/// An event as a projector sees it: its header, and a body that is decoded only when asked for.
///
/// A projector tells kinds apart by their types, which costs no comparison of names:
///
///     switch event {
///     case ProductExported.self: …
///     default: break
///     }
package struct PastEvent {
    package let sequence: Int
    package let time: Instant
    package let run: RunID
    package let system: System
    package let kind: PastKind
    package let version: Int
    package let cause: [Int]
    /// Valid during the call of the projector only.
    let body: UnsafeRawBufferPointer

    package init(
        sequence: Int, time: Instant, run: RunID, system: System, kind: PastKind, version: Int,
        cause: [Int], body: UnsafeRawBufferPointer
    ) {
        self.sequence = sequence
        self.time = time
        self.run = run
        self.system = system
        self.kind = kind
        self.version = version
        self.cause = cause
        self.body = body
    }

    static func ~= <Kind: Event>(type: Kind.Type, event: PastEvent) -> Bool {
        event.kind.type == ObjectIdentifier(type)
    }

    /// The body as its type, old versions upcast.
    package func decode<Kind: Event>(_ type: Kind.Type) throws(ProjectionError) -> Kind {
        do throws(JSONError) {
            return try EventDecoding.decode(type, version: version, body: body)
        } catch {
            throw ProjectionError(sequence: sequence, kind: kind.name, cause: error)
        }
    }
}

/// An event that this program cannot read.
package struct ProjectionError: Error, CustomStringConvertible {
    package let sequence: Int
    package let kind: String
    package let cause: JSONError

    package var description: String {
        "event \(sequence) (\(kind)) cannot be read: \(cause); check the journal with `plysync journal verify`"
    }
}
