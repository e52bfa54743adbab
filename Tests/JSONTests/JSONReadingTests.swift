import JSON
import SandboxWorld
import TestSupport
import Testing

@Suite struct `Reading JSON` {
    static let texts: [(String, JSONValue)] = [
        ("null", .null),
        ("true", true),
        ("false", false),
        ("0", 0),
        ("-0", 0),
        ("42", 42),
        ("-7", -7),
        ("1.50", 1.5),
        ("1e3", 1000),
        ("1E+3", 1000),
        ("25e-1", 2.5),
        (#""""#, ""),
        (#""MCA0032""#, "MCA0032"),
        ("[]", []),
        ("[ ]", []),
        ("{}", [:]),
        ("{ }", [:]),
        ("[1,[2,[]]]", [1, [2, []]]),
        (#"{"a":{"b":[true,null]}}"#, ["a": ["b": [true, nil]]]),
        (" \t\r\n{ \"a\" : 1 , \"b\" : [ 2 ] } \n", ["a": 1, "b": [2]]),
        (#"{"":1}"#, ["": 1]),
    ]

    @Test(arguments: texts)
    func `a text is read as its value`(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: text) == value)
    }

    static let strings: [(String, String)] = [
        (#"\"\\\/"#, "\"\\/"),
        (#"\b\f\n\r\t"#, "\u{8}\u{C}\n\r\t"),
        (#"a\nb"#, "a\nb"),
        (#"\u0041"#, "A"),
        (#"\u00e9\u00E9"#, "éé"),
        (#"\u0000"#, "\u{0}"),
        (#"\u20ac"#, "€"),
        (#"\uFFFF"#, "\u{FFFF}"),
        (#"\ud83d\ude00"#, "😀"),
        (#"x\uD83D\uDE00y"#, "x😀y"),
        ("😀 é \u{2028} \u{7F}", "😀 é \u{2028} \u{7F}"),
        (#"\ud800"#, "\u{FFFD}"),
        (#"\udc00"#, "\u{FFFD}"),
        (#"\ud800x"#, "\u{FFFD}x"),
        (#"\ud800\n"#, "\u{FFFD}\n"),
        (#"\ud800\u0041"#, "\u{FFFD}A"),
        (#"\ud800\ud83d\ude00"#, "\u{FFFD}😀"),
        (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"),
    ]

    @Test(arguments: strings)
    func `a string is read with its escapes`(text: String, string: String) throws {
        let value = try #require(try JSONValue(parsing: "\"\(text)\"").string)
        #expect(Array(value.unicodeScalars) == Array(string.unicodeScalars))
        #expect(try JSONValue(parsing: "{\"\(text)\":0}").object?.keys == [string])
    }

    static let wrong: [(String, Int)] = [
        ("", 0), (" ", 1), ("nul", 0), ("nulll", 4), ("True", 0), ("NaN", 0), ("Infinity", 0),
        ("'a'", 0), ("undefined", 0), ("+1", 0), (".5", 0), ("-", 0), ("-a", 0), ("1.", 2),
        ("1.e3", 2), ("1e", 2), ("1e+", 3), ("01", 1), ("-01", 2), ("0x10", 1), ("1_000", 1),
        ("1 2", 2), ("[1", 2), ("[1,", 3), ("[1,]", 3), ("[,1]", 1), ("[1 2]", 3), ("[1}", 2),
        ("{", 1), (#"{"a""#, 4), (#"{"a":"#, 5), (#"{"a":1"#, 6), (#"{"a":1,}"#, 7), ("{,}", 1),
        (#"{"a" 1}"#, 5), (#"{a:1}"#, 1), (#"{1:1}"#, 1), (#"{"a":1 "b":2}"#, 7), ("}", 0),
        ("]", 0), (#"""#, 1), (#""a"#, 2), (#""\"#, 2), (#""\x""#, 3), (#""\u12""#, 3),
        (#""\u12G4""#, 5), (#""\uD83D\u12""#, 9), ("\"a\nb\"", 2), ("\"\\n\u{1}\"", 3),
        ("[]]", 2), ("{}{}", 2), ("\u{FEFF}1", 0), ("/**/1", 0), ("1//", 1),
    ]

    @Test(arguments: wrong)
    func `what is not JSON is an error that says where`(text: String, offset: Int) {
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
        switch error {
        case .malformed(let found, _)?, .unexpected(let found, _)?: #expect(found == offset)
        default: Issue.record("\(String(describing: error))")
        }
    }

    @Test func `every cut of a text is an error`() throws {
        let text =
            #"{"a":[1,-2.5e3,true,false,null],"bé\n\ud83d\ude00":{"c":"x\u0041y","d":{}}, "e" : "" }"#
        let bytes = Array(text.utf8)
        _ = try JSONValue(parsing: bytes)
        for count in 0..<bytes.count {
            let cut = Array(bytes.prefix(count))
            #expect(throws: JSONError.self, "cut at \(count)") { try JSONValue(parsing: cut) }
            #expect(throws: JSONError.self, "cut at \(count)") {
                try JSONReader.read(cut) { json throws(JSONError) in try json.skip() }
            }
        }
    }

    @Test func `bytes that are not UTF-8 are read with replacement characters`() throws {
        let value = try JSONValue(parsing: [0x22, 0x41, 0xFF, 0xC3, 0x22])
        #expect(value == "A\u{FFFD}\u{FFFD}")
    }

    @Test(arguments: ["[", #"{"a":"#])
    func `nesting is read to its bound and no further`(opening: String) throws {
        let closing = opening == "[" ? "]" : "}"
        func text(_ depth: Int) -> String {
            String(repeating: opening, count: depth - 1) + (opening == "[" ? "[]" : "{}")
                + String(repeating: closing, count: depth - 1)
        }
        _ = try JSONValue(parsing: text(JSONReader.depthMax))
        let tooDeep = JSONError.tooDeep(offset: opening.utf8.count * JSONReader.depthMax)
        #expect(throws: tooDeep) { try JSONValue(parsing: text(JSONReader.depthMax + 1)) }
        #expect(throws: tooDeep) {
            try JSONValue(parsing: String(repeating: opening, count: 100_000))
        }
        #expect(throws: tooDeep) {
            try JSONReader.read(Array(text(JSONReader.depthMax + 1).utf8)) {
                json throws(JSONError) in try json.skip()
            }
        }
    }

    @Test func `arrays beside each other do not add to the depth`() throws {
        let text = "[" + String(repeating: "[],", count: 1_000) + "{}]"
        #expect(try JSONValue(parsing: text).elements.count == 1_001)
    }

    @Test(arguments: Seeds.first(40))
    func `any change of bytes gives a value or an error, read and skipped alike`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<50 {
            var bytes = RandomJSON.value(depth: 4, &random).bytes
            for _ in 0..<random.number(in: 1...3) where !bytes.isEmpty {
                let index = random.below(bytes.count)
                switch random.below(3) {
                case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.remove(at: index)
                default: bytes.insert(random.pick(Array(#"{}[]",:\u0e-."#.utf8)), at: index)
                }
            }
            let value = try? JSONValue(parsing: bytes)
            let skipped: Void? = try? JSONReader.read(bytes) { json throws(JSONError) in
                try json.skip()
            }
            #expect((value == nil) == (skipped == nil), "\(bytes)")
        }
    }
}
