import JSON
import SandboxWorld
import TestSupport
import Testing

@Suite struct `Writing JSON` {
    static let strings: [(String, String)] = [
        ("", #""""#),
        ("MCA0032", #""MCA0032""#),
        ("\"\\/", #""\"\\/""#),
        ("\n\r\t", #""\n\r\t""#),
        ("\u{0}\u{8}\u{C}\u{1F}", #""\u0000\u0008\u000c\u001f""#),
        ("é😀\u{2028}\u{7F}", "\"é😀\u{2028}\u{7F}\""),
        ("e\u{301}", "\"e\u{301}\""),
    ]

    @Test(arguments: strings)
    func `a string is escaped where it must be, and nowhere else`(string: String, text: String)
        throws
    {
        let bytes = JSONValue.string(string).bytes
        #expect(bytes == Array(text.utf8))
        #expect(try JSONValue(parsing: bytes).string.map { Array($0.utf8) } == Array(string.utf8))
    }

    @Test func `commas stand between members and elements, and nowhere else`() {
        var json = JSONWriter()
        json.object { json in
            json.member("text", "a")
            json.member("number", -5)
            json.member("flag", true)
            json.member("texts", ["a", "b"])
            json.member("none", [])
            json.member("tree", ["x": [nil, 1.5]])
            json.key("empty")
            json.object { _ in }
            json.member("each", each: [1, 2]) { number, json in json.member("n", number) }
        }
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == #"{"text":"a","number":-5,"flag":true,"texts":["a","b"],"none":[],"tree":{"x":[null,1.5]},"empty":{},"each":[{"n":1},{"n":2}]}"#
        )
    }

    @Test func `an optional member that is nil is left out`() {
        var json = JSONWriter()
        json.object { json in
            json.member("a", optional: String?.none)
            json.member("b", optional: Int?.none)
            json.member("c", optional: Bool?.none)
            json.member("d", optional: JSONValue?.none)
            json.member("e", optional: JSONValue?.some(.null))
            json.member("f", optional: "x")
            json.member("g", optional: 1)
            json.member("h", optional: false)
        }
        #expect(
            String(decoding: json.bytes, as: UTF8.self) == #"{"e":null,"f":"x","g":1,"h":false}"#)
    }

    @Test func `the text for people has one member a line`() {
        let value: JSONValue = ["a": [1, ["b": " "]], "c": [], "d": [:], "e": "x "]
        #expect(
            value.prettyText == """
                {
                  "a": [
                    1,
                    {
                      "b": " "
                    }
                  ],
                  "c": [],
                  "d": {},
                  "e": "x "
                }
                """)
    }

    static let numbers: [(Double, String)] = [
        (0, "0"), (-0.0, "0"), (1, "1"), (-17, "-17"), (0.2, "0.2"), (1e15, "1000000000000000"),
        (.infinity, "0"), (-.infinity, "0"), (.nan, "0"),
    ]

    @Test(arguments: numbers)
    func `a number is written in its shortest form`(number: Double, text: String) {
        #expect(JSONValue(number).text == text)
    }

    @Test(arguments: [Double.greatestFiniteMagnitude, .leastNonzeroMagnitude, 1e20, -1.5e-9, .pi])
    func `any number is read again as it was`(number: Double) throws {
        #expect(try JSONValue(parsing: JSONValue(number).text).double == number)
    }

    @Test(arguments: Seeds.first(40))
    func `any value is read again as it was written`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<50 {
            let value = RandomJSON.value(depth: 5, &random)
            let read = try JSONValue(parsing: value.bytes)
            #expect(read == value)
            #expect(read.bytes == value.bytes)
            #expect(try JSONValue(parsing: value.prettyText).bytes == value.bytes)
        }
    }
}
