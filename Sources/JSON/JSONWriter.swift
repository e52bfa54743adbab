/// Writes JSON, key by key in the order of the calls, so that equal calls give equal bytes.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false
    private let pretty: Bool
    private var depth = 0

    package init(pretty: Bool = false, capacity: Int = 0) {
        self.pretty = pretty
        bytes.reserveCapacity(capacity)
    }

    package mutating func object(_ members: (inout JSONWriter) -> Void) {
        open(0x7B, 0x7D, members)
    }
    package mutating func array(_ elements: (inout JSONWriter) -> Void) {
        open(0x5B, 0x5D, elements)
    }

    /// Writes a key; exactly one value must follow.
    package mutating func key(_ key: String) {
        separate()
        quoted(key)
        bytes.append(0x3A)
        if pretty { bytes.append(0x20) }
        needsComma = false
    }

    package mutating func string(_ value: String) {
        separate()
        quoted(value)
        needsComma = true
    }
    package mutating func int(_ value: Int) { literal(String(value)) }
    package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }
    package mutating func null() { literal("null") }

    package mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let value): bool(value)
        case .number(let number): literal(number.text)
        case .string(let text): string(text)
        case .array(let elements):
            array { json in for element in elements { json.value(element) } }
        case .object(let object):
            self.object { json in
                for member in object.members {
                    json.key(member.key)
                    json.value(member.value)
                }
            }
        }
    }

    // Members in one call; an optional one that is nil is left out.
    package mutating func member(_ key: String, _ value: String) {
        self.key(key)
        string(value)
    }
    package mutating func member(_ key: String, _ value: Int) {
        self.key(key)
        int(value)
    }
    package mutating func member(_ key: String, _ value: Bool) {
        self.key(key)
        bool(value)
    }
    package mutating func member(_ key: String, _ value: JSONValue) {
        self.key(key)
        self.value(value)
    }
    package mutating func member(_ key: String, _ values: [String]) {
        self.key(key)
        array { json in for value in values { json.string(value) } }
    }
    package mutating func member(_ key: String, optional value: String?) {
        if let value { member(key, value) }
    }
    package mutating func member(_ key: String, optional value: Int?) {
        if let value { member(key, value) }
    }
    package mutating func member(_ key: String, optional value: Bool?) {
        if let value { member(key, value) }
    }
    package mutating func member(_ key: String, optional value: JSONValue?) {
        if let value { member(key, value) }
    }
    /// An array of objects.
    package mutating func member<Element>(
        _ key: String, each elements: [Element], _ write: (Element, inout JSONWriter) -> Void
    ) {
        self.key(key)
        array { json in for element in elements { json.object { write(element, &$0) } } }
    }

    private mutating func open(
        _ opening: UInt8, _ closing: UInt8, _ body: (inout JSONWriter) -> Void
    ) {
        separate()
        bytes.append(opening)
        needsComma = false
        depth += 1
        let start = bytes.count
        body(&self)
        depth -= 1
        if pretty, bytes.count > start { newLine() }
        bytes.append(closing)
        needsComma = true
    }

    private mutating func literal(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(0x2C) }
        if pretty, depth > 0, bytes.last != 0x20 || needsComma { newLine() }
        needsComma = false
    }

    private mutating func newLine() {
        bytes.append(0x0A)
        for _ in 0..<depth { bytes.append(contentsOf: [0x20, 0x20]) }
    }

    private mutating func quoted(_ text: String) {
        bytes.append(0x22)
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices where Self.mustEscape(utf8[index]) {
                bytes.append(contentsOf: utf8[start..<index])
                escape(utf8[index])
                start = index + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(0x22)
    }

    private static func mustEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x22: bytes.append(contentsOf: [0x5C, 0x22])
        case 0x5C: bytes.append(contentsOf: [0x5C, 0x5C])
        case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
        case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
        case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: Array("\\u00".utf8))
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        }
    }
}
