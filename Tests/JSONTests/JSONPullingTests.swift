import JSON
import Testing

@Suite struct `Pulling values out of a text` {
    static let wrongTypes: [(String, String, JSONError)] = [
        ("int", #""5""#, .unexpected(offset: 0, expected: "a number")),
        ("int", "1.5", .unexpected(offset: 0, expected: "an integer")),
        ("int", "  1.5", .unexpected(offset: 2, expected: "an integer")),
        ("int", "9223372036854775808", .unexpected(offset: 0, expected: "an integer")),
        ("int", "null", .unexpected(offset: 0, expected: "a number")),
        ("int", "", .malformed(offset: 0, reason: "the text ends where a number should be")),
        ("string", "5", .unexpected(offset: 0, expected: "a string")),
        ("string", " null", .unexpected(offset: 1, expected: "a string")),
        ("bool", "1", .unexpected(offset: 0, expected: "true or false")),
        ("strings", #"["a",1]"#, .unexpected(offset: 5, expected: "a string")),
        ("strings", #"{"a":1}"#, .unexpected(offset: 0, expected: "an array")),
        ("object", "[]", .unexpected(offset: 0, expected: "an object")),
    ]

    @Test(arguments: wrongTypes)
    func `another type than asked for is an error that names both`(
        asked: String, text: String, error: JSONError
    ) {
        #expect(throws: error) {
            try JSONReader.read(Array(text.utf8)) { json throws(JSONError) in
                switch asked {
                case "int": _ = try json.int()
                case "string": _ = try json.string()
                case "bool": _ = try json.bool()
                case "strings": _ = try json.strings()
                default: try json.object { _, json throws(JSONError) in try json.skip() }
                }
            }
        }
    }

    static let integers: [(String, Int)] = [
        ("0", 0), ("-0", 0), ("17791", 17_791), ("1e3", 1_000), ("5.0", 5), ("-12.50e1", -125),
        ("9223372036854775807", .max), ("-9223372036854775808", .min),
    ]

    @Test(arguments: integers)
    func `an integer is one by its value, however it is written`(text: String, value: Int) throws {
        #expect(
            try JSONReader.read(Array(text.utf8)) { json throws(JSONError) in try json.int() }
                == value)
    }

    @Test func `members come in their order, repeated ones too`() throws {
        var seen: [String] = []
        try JSONReader.read(Array(#"{"b":1,"a":2,"b":3}"#.utf8)) { json throws(JSONError) in
            try json.object { key, json throws(JSONError) in seen.append("\(key)\(try json.int())")
            }
        }
        #expect(seen == ["b1", "a2", "b3"])
    }

    @Test func `null is nil where it may be`() throws {
        let text = Array("[null,5,null]".utf8)
        let values = try JSONReader.read(text) { json throws(JSONError) in
            try json.list { json throws(JSONError) in
                try json.optional { json throws(JSONError) in try json.int() }
            }
        }
        #expect(values == [nil, 5, nil])
    }

    @Test func `a member that is not read is an error, not a wrong answer`() {
        #expect(throws: JSONError.self) {
            try JSONReader.read(Array(#"{"a":1,"b":2}"#.utf8)) { json throws(JSONError) in
                try json.object { _, _ in }
            }
        }
    }

    @Test func `the reader's own error reaches the caller`() {
        let missing = JSONError.missing(key: "asin")
        #expect(throws: missing) {
            try JSONReader.read(Array("{}".utf8)) { json throws(JSONError) in
                try json.object { _, json throws(JSONError) in try json.skip() }
                throw missing
            }
        }
    }

    static let sentences: [(JSONError, String)] = [
        (
            .malformed(offset: 3, reason: "a colon is missing"),
            "not JSON at byte 3: a colon is missing"
        ),
        (.unexpected(offset: 0, expected: "a string"), "expected a string at byte 0"),
        (.tooDeep(offset: 200), "nested too deeply at byte 200"),
        (.missing(key: "asin"), "the key \"asin\" is missing"),
        (.invalid(key: "asin", reason: "is not an ASIN"), "\"asin\": is not an ASIN"),
    ]

    @Test(arguments: sentences)
    func `an error is a sentence`(error: JSONError, sentence: String) {
        #expect("\(error)" == sentence)
    }
}
