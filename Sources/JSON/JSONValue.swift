/// A JSON value as a tree, for the places where the shape is not known in advance.
///
/// Numbers keep their text, so that what was read is written again unchanged; objects keep the
/// order of their keys but compare without it.
package enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

/// The members of a JSON object, in the order in which they were written.
package struct JSONObject: Sendable, Hashable {
    package private(set) var members: [(key: String, value: JSONValue)]

    package init() { self.members = [] }
    /// Of members with the same key the last one counts, as in most readers.
    package init(_ members: [(String, JSONValue)]) {
        self.members = []
        self.members.reserveCapacity(members.count)
        for (key, value) in members { self[key] = value }
    }
    /// For readers that already know that no key repeats.
    init(unchecked members: [(key: String, value: JSONValue)]) { self.members = members }

    package var keys: [String] { members.map(\.key) }
    package var count: Int { members.count }
    package var isEmpty: Bool { members.isEmpty }

    /// The value of a key; setting nil removes it, setting a new key adds it at the end.
    package subscript(key: String) -> JSONValue? {
        get { members.first { $0.key == key }?.value }
        set {
            if let index = members.firstIndex(where: { $0.key == key }) {
                if let newValue {
                    members[index].value = newValue
                } else {
                    members.remove(at: index)
                }
            } else if let newValue {
                members.append((key, newValue))
            }
        }
    }

    package static func == (a: JSONObject, b: JSONObject) -> Bool {
        a.members.count == b.members.count && a.members.allSatisfy { b[$0.key] == $0.value }
    }
    package func hash(into hasher: inout Hasher) {
        for member in members.sorted(by: { $0.key < $1.key }) {
            hasher.combine(member.key)
            hasher.combine(member.value)
        }
    }
}

extension JSONValue {
    /// The member of an object; `.null` when there is none, so that absent and null read alike.
    package subscript(key: String) -> JSONValue {
        get { object?[key] ?? .null }
        set {
            var copy = object ?? JSONObject()
            copy[key] = newValue
            self = .object(copy)
        }
    }
    /// The element of an array; `.null` when there is none.
    package subscript(index: Int) -> JSONValue {
        guard let array, array.indices.contains(index) else { return .null }
        return array[index]
    }

    package var isNull: Bool { self == .null }
    package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    package var string: String? { if case .string(let value) = self { value } else { nil } }
    package var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
    package var object: JSONObject? { if case .object(let value) = self { value } else { nil } }
    /// The elements of an array; none for anything else.
    package var elements: [JSONValue] { array ?? [] }
    /// An integer, also from a numeric string, since remote systems send both.
    package var int: Int? {
        switch self {
        case .number(let number): number.int
        case .string(let text): Int(text)
        default: nil
        }
    }
    /// A number, also from a numeric string.
    package var double: Double? {
        switch self {
        case .number(let number): number.double
        case .string(let text): Double(text)
        default: nil
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByFloatLiteral, ExpressibleByNilLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(floatLiteral value: Double) { self = .number(JSONNumber(value)) }
    package init(nilLiteral: ()) { self = .null }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements))
    }
    package init(_ value: Int) { self = .number(JSONNumber(value)) }
    package init(_ value: Double) { self = .number(JSONNumber(value)) }
    package init(_ value: Bool) { self = .bool(value) }
    package init(_ value: String) { self = .string(value) }
    /// The string, or null for nil.
    package init(_ value: String?) { self = value.map { .string($0) } ?? .null }
    /// The integer, or null for nil.
    package init(_ value: Int?) { self = value.map { .number(JSONNumber($0)) } ?? .null }
    package init(_ values: [String]) { self = .array(values.map { .string($0) }) }
}

extension JSONValue {
    /// Parses a whole text.
    package init(parsing bytes: [UInt8]) throws(JSONError) {
        self = try JSONReader.read(bytes) { json throws(JSONError) in try json.value() }
    }
    package init(parsing text: String) throws(JSONError) {
        try self.init(parsing: Array(text.utf8))
    }

    /// The compact text, keys in their own order.
    package var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.value(self)
        return writer.bytes
    }
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The same value with the keys of every object sorted, so that their order does not matter to
    /// the text; numbers keep theirs.
    package var canonical: JSONValue {
        switch self {
        case .array(let elements): .array(elements.map(\.canonical))
        case .object(let object):
            .object(
                JSONObject(
                    unchecked: object.members.sorted { $0.key < $1.key }
                        .map { (key: $0.key, value: $0.value.canonical) }))
        default: self
        }
    }

    /// The text for people: two blanks an indent, one member a line.
    package var prettyText: String {
        var writer = JSONWriter(pretty: true)
        writer.value(self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
