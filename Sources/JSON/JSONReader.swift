/// Reads JSON by pulling: the caller says what comes next and gets it, without a tree between.
///
/// The text may come from anywhere: any bytes give a value or a `JSONError`, in time and memory
/// linear in their number.
package struct JSONReader: ~Copyable {
    /// Deepest nesting of arrays and objects that is read.
    package static let depthMax = 200

    @usableFromInline let bytes: UnsafeRawBufferPointer
    @usableFromInline var position = 0
    private var depth = 0

    @usableFromInline init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Reads one value from the whole of `bytes`; anything but blanks behind it is an error.
    @inlinable
    package static func read<Value>(
        _ bytes: [UInt8], _ body: (inout JSONReader) throws(JSONError) -> Value
    ) throws(JSONError) -> Value {
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(JSONError) in try read(buffer, body) }
        }
        return try result.get()
    }

    /// The same for bytes that stay where they are meanwhile.
    @inlinable
    package static func read<Value>(
        _ bytes: UnsafeRawBufferPointer, _ body: (inout JSONReader) throws(JSONError) -> Value
    ) throws(JSONError) -> Value {
        var reader = JSONReader(bytes)
        let value = try body(&reader)
        try reader.finish()
        return value
    }

    @usableFromInline
    mutating func finish() throws(JSONError) {
        skipBlanks()
        guard position == bytes.count else { throw malformed("text after the value") }
    }

    // MARK: Values

    /// Calls `member` for each member with its key; it must read exactly the member's value.
    package mutating func object(
        _ member: (String, inout JSONReader) throws(JSONError) -> Void
    ) throws(JSONError) {
        try members { key, json throws(JSONError) in try member(key.text, &json) }
    }

    /// The same, with the key as it lies in the text.
    package mutating func members(
        _ member: (JSONKey, inout JSONReader) throws(JSONError) -> Void
    ) throws(JSONError) {
        try open(0x7B, "an object")
        if try close(0x7D, first: true) { return }
        repeat { try self.member(member) } while try !close(0x7D, first: false)
    }

    /// Calls `element` for each element; it must read exactly that element.
    package mutating func array(
        _ element: (inout JSONReader) throws(JSONError) -> Void
    ) throws(JSONError) {
        try open(0x5B, "an array")
        if try close(0x5D, first: true) { return }
        repeat { try element(&self) } while try !close(0x5D, first: false)
    }

    package mutating func int() throws(JSONError) -> Int {
        skipBlanks()
        if let value = plainInt() { return value }
        let start = position
        guard let value = try number().int else {
            throw .unexpected(offset: start, expected: "an integer")
        }
        return value
    }

    package mutating func bool() throws(JSONError) -> Bool {
        skipBlanks()
        if literal("true") { return true }
        if literal("false") { return false }
        throw unexpected("true or false")
    }

    /// Reads a null if one is next.
    package mutating func null() -> Bool {
        skipBlanks()
        return literal("null")
    }

    /// Whether an array is next; nothing is read.
    package mutating func isArray() -> Bool {
        skipBlanks()
        return next() == 0x5B
    }

    package mutating func number() throws(JSONError) -> JSONNumber {
        skipBlanks()
        let start = position
        if next() == 0x2D { position += 1 }
        switch next() {
        case 0x30?: position += 1
        case .some(0x31...0x39): digits()
        default:
            position = start
            throw unexpected("a number")
        }
        if next() == 0x2E {
            position += 1
            guard digits() else { throw malformed("a number without digits behind its point") }
        }
        if next() == 0x65 || next() == 0x45 {
            position += 1
            if next() == 0x2B || next() == 0x2D { position += 1 }
            guard digits() else { throw malformed("a number without digits in its exponent") }
        }
        return JSONNumber(text: String(decoding: bytes[start..<position], as: UTF8.self))
    }

    /// Reads any value as a tree.
    package mutating func value() throws(JSONError) -> JSONValue {
        skipBlanks()
        switch next() {
        case 0x22?: return .string(try string())
        case 0x7B?:
            var members: [(String, JSONValue)] = []
            try object { key, json throws(JSONError) in members.append((key, try json.value())) }
            return .object(JSONObject.reading(members))
        case 0x5B?:
            var elements: [JSONValue] = []
            try array { json throws(JSONError) in elements.append(try json.value()) }
            return .array(elements)
        case 0x74?, 0x66?: return .bool(try bool())
        case 0x6E?:
            guard null() else { throw unexpected("a value") }
            return .null
        default: return .number(try number())
        }
    }

    /// Reads any value and forgets it.
    package mutating func skip() throws(JSONError) {
        skipBlanks()
        switch next() {
        case 0x22?: try skipText()
        case 0x7B?: try members { _, json throws(JSONError) in try json.skip() }
        case 0x5B?: try array { json throws(JSONError) in try json.skip() }
        case 0x74?, 0x66?: _ = try bool()
        case 0x6E?: guard null() else { throw unexpected("a value") }
        default: _ = try number()
        }
    }

    /// Reads any value and gives its bytes, as they stand in the text.
    package mutating func raw() throws(JSONError) -> UnsafeRawBufferPointer {
        skipBlanks()
        let start = position
        try skip()
        return UnsafeRawBufferPointer(rebasing: bytes[start..<position])
    }

    // MARK: Conveniences

    package mutating func strings() throws(JSONError) -> [String] {
        var values: [String] = []
        try array { json throws(JSONError) in values.append(try json.string()) }
        return values
    }
    package mutating func ints() throws(JSONError) -> [Int] {
        var values: [Int] = []
        try array { json throws(JSONError) in values.append(try json.int()) }
        return values
    }
    /// A value, or nil for null.
    @inlinable
    package mutating func optional<Value>(
        _ read: (inout JSONReader) throws(JSONError) -> Value
    ) throws(JSONError) -> Value? {
        null() ? nil : try read(&self)
    }
    /// An array of what `read` reads.
    @inlinable
    package mutating func list<Value>(
        _ read: (inout JSONReader) throws(JSONError) -> Value
    ) throws(JSONError) -> [Value] {
        var values: [Value] = []
        try array { json throws(JSONError) in values.append(try read(&json)) }
        return values
    }

    // MARK: Steps

    func next() -> UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skipBlanks() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private mutating func open(_ byte: UInt8, _ what: String) throws(JSONError) {
        skipBlanks()
        guard next() == byte else { throw unexpected(what) }
        guard depth < Self.depthMax else { throw .tooDeep(offset: position) }
        depth += 1
        position += 1
    }

    /// Reads the closing byte, or the comma before a further member or element.
    private mutating func close(_ byte: UInt8, first: Bool) throws(JSONError) -> Bool {
        skipBlanks()
        if next() == byte {
            depth -= 1
            position += 1
            return true
        }
        if first { return false }
        guard next() == 0x2C else { throw malformed("a comma or an end is missing") }
        position += 1
        return false
    }

    /// Reads an integer of at most 18 digits and nothing else, as nearly all numbers are; else nil,
    /// and nothing was read.
    private mutating func plainInt() -> Int? {
        var index = position
        let isNegative = next() == 0x2D
        if isNegative { index += 1 }
        let start = index
        let end = min(start + 19, bytes.count)
        var value = 0
        while index < end, case let digit = bytes[index] &- 0x30, digit < 10 {
            value = value &* 10 &+ Int(digit)
            index += 1
        }
        guard index > start, index - start < 19, bytes[start] != 0x30 || index == start + 1 else {
            return nil
        }
        if index < bytes.count {
            let byte = bytes[index]
            if byte == 0x2E || byte == 0x45 || byte == 0x65 { return nil }
        }
        position = index
        return isNegative ? -value : value
    }

    @discardableResult
    private mutating func digits() -> Bool {
        let start = position
        while let byte = next(), (0x30...0x39).contains(byte) { position += 1 }
        return position > start
    }

    private mutating func literal(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard bytes.count - position >= count else { return false }
        for index in 0..<count where bytes[position + index] != text.utf8Start[index] {
            return false
        }
        position += count
        return true
    }

    func malformed(_ reason: String) -> JSONError {
        .malformed(offset: position, reason: reason)
    }
    func unexpected(_ expected: String) -> JSONError {
        position < bytes.count
            ? .unexpected(offset: position, expected: expected)
            : .malformed(offset: position, reason: "the text ends where \(expected) should be")
    }
}

extension JSONObject {
    /// The members as read, of repeated keys the last value at the place of the first.
    static func reading(_ members: [(String, JSONValue)]) -> JSONObject {
        var places: [String: Int] = Dictionary(minimumCapacity: members.count)
        var unique: [(key: String, value: JSONValue)] = []
        unique.reserveCapacity(members.count)
        for (key, value) in members {
            if let place = places[key] {
                unique[place].value = value
            } else {
                places[key] = unique.count
                unique.append((key, value))
            }
        }
        return JSONObject(unchecked: unique)
    }
}
