import JSON

// How the members of event bodies are read and written: each type has one JSON form, and says it
// once.

/// A value with one JSON form.
protocol Coded {
    /// Reads the value; `key` names the member that it belongs to, for what is said of a wrong one.
    static func decode(from json: inout JSONReader, key: JSONKey) throws(JSONError) -> Self
    func write(to json: inout JSONWriter)
    /// How many elements a list of them usually has, for which room is made at once.
    static var usualCount: Int { get }
}

extension Coded {
    static var usualCount: Int { 1 }
}

/// A value that is an object in JSON.
protocol ObjectCoded: Coded {
    init(from json: inout JSONReader) throws(JSONError)
}

extension ObjectCoded {
    static func decode(from json: inout JSONReader, key: JSONKey) throws(JSONError) -> Self {
        try Self(from: &json)
    }
}

/// A value that is a string in JSON.
protocol TextCoded: Coded {
    /// What its text is, for error messages: `an ASIN`.
    static var form: String { get }
    init?(coded text: String)
    /// The same from the bytes of the text; for types that need no string.
    init?(codedBytes bytes: UnsafeRawBufferPointer)
    var coded: String { get }
}

extension TextCoded {
    static func decode(from json: inout JSONReader, key: JSONKey) throws(JSONError) -> Self {
        let value =
            if let text = try json.plainText() {
                Self(codedBytes: text)
            } else {
                Self(coded: try json.string())
            }
        guard let value else { throw .invalid(key: key.text, reason: "is not \(form)") }
        return value
    }

    init?(codedBytes bytes: UnsafeRawBufferPointer) {
        self.init(coded: String(decoding: bytes, as: UTF8.self))
    }

    func write(to json: inout JSONWriter) { json.string(coded) }
}

extension TextCoded where Self: RawRepresentable & CaseIterable, RawValue == String {
    static var form: String { "one of " + allCases.map(\.rawValue).joined(separator: ", ") }
    init?(coded text: String) { self.init(rawValue: text) }
    var coded: String { rawValue }
}

extension JSONReader {
    /// Reads a member's value.
    mutating func read<Value: Coded>(_ key: JSONKey) throws(JSONError) -> Value {
        try Value.decode(from: &self, key: key)
    }
}

/// The value of a member that must be there.
func required<Value>(_ value: Value?, _ key: StaticString) throws(JSONError) -> Value {
    guard let value else { throw .missing(key: "\(key)") }
    return value
}

extension JSONWriter {
    mutating func member(_ key: String, _ value: some Coded) {
        self.key(key)
        value.write(to: &self)
    }
    /// Leaves a member that is nil out.
    mutating func member(_ key: String, optional value: (some Coded)?) {
        if let value { member(key, value) }
    }
}
