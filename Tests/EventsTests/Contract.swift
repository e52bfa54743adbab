import Events
import JSON
import TestSupport
import Testing

/// A kind with what `journal/events/` says of its present version.
struct Contract {
    let type: any Event.Type
    let example: JSONValue
    let schema: EventSchema

    init(of kind: String) throws {
        type = try #require(EventKinds.type(named: kind))
        example = try Repository.example(kind, type.version)
        schema = try EventSchema(kind: kind, version: type.version)
    }

    func read(_ body: [UInt8]) throws(JSONError) -> any Event {
        try type.read(body, version: type.version)
    }
    func read(_ value: JSONValue) throws(JSONError) -> any Event { try read(value.bytes) }
}

extension Event {
    static func read(_ body: [UInt8], version: Int) throws(JSONError) -> any Event {
        try EventDecoding.decode(Self.self, version: version, body: body)
    }
    /// Whether the other event is of the same kind and equal.
    func equals(_ other: any Event) -> Bool { (other as? Self) == self }
    var text: String { String(decoding: body, as: UTF8.self) }
}
