import JSON
import SandboxWorld
import TestSupport
import Testing

@Suite struct `JSON as a tree` {
    static let equal: [(String, String)] = [
        ("1", "1.0"), ("100", "1e2"), ("100", "1.00E+2"), ("0", "-0"), ("0", "0e9"),
        ("0.5", "5e-1"), ("12.50", "12.5"), (#"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#),
        (#"{"a":[1.0]}"#, #"{"a":[1]}"#), ("1e400", "10e399"), ("0.000", "0"),
        ("1e99999999999999999999", "1e99999999999999999999"),
    ]

    @Test(arguments: equal)
    func `equal values are equal and hash alike`(a: String, b: String) throws {
        let (a, b) = (try JSONValue(parsing: a), try JSONValue(parsing: b))
        #expect(a == b)
        #expect(a.hashValue == b.hashValue)
    }

    static let different: [(String, String)] = [
        ("1", #""1""#), ("0", "false"), ("null", "0"), ("[]", "{}"), ("[1,2]", "[2,1]"),
        (#"{"a":null}"#, "{}"), ("1", "1.0000000000000001"), ("1", "-1"), ("10", "1"),
        ("9007199254740992", "9007199254740993"),
        ("12345678901234567890", "12345678901234567891"), ("1e400", "2e400"), ("1e-400", "0"),
        ("1e99999999999999999999", "1e99999999999999999998"),
    ]

    @Test(arguments: different)
    func `different values differ, however near`(a: String, b: String) throws {
        #expect(try JSONValue(parsing: a) != JSONValue(parsing: b))
    }

    static let numbers: [(String, Int?)] = [
        ("9007199254740993", 9_007_199_254_740_993),
        ("9007199254740993.0", 9_007_199_254_740_993),
        ("9223372036854775807", .max), ("9223372036854775808", nil), ("-9223372036854775808", .min),
        ("-9223372036854775809", nil), ("12345678901234567890", nil), ("1e400", nil),
        ("1e-400", nil),
        ("1.5", nil), ("15e-1", nil), ("150e-1", 15), ("1e18", 1_000_000_000_000_000_000),
        ("1e19", nil),
        ("1e99999999999999999999", nil), ("0e99999999999999999999", 0),
        ("1e-9223372036854775808", nil), ("1e9223372036854775807", nil),
        ("0e-9223372036854775808", 0),
    ]

    @Test(arguments: numbers)
    func `a number is an integer when it is exactly one that fits`(text: String, int: Int?) throws {
        #expect(try JSONValue(parsing: text).int == int)
    }

    @Test(arguments: [
        "12345678901234567890123", "1.10", "1E5", "-0", "0.1000000000000000055511", "1e400",
    ])
    func `a number keeps its text`(text: String) throws {
        #expect(try JSONValue(parsing: text).text == text)
        #expect(try JSONValue(parsing: "[\(text)]").canonical.text == "[\(text)]")
    }

    static let read: [(JSONValue, Int?, Double?)] = [
        (5, 5, 5), ("5", 5, 5), ("5.5", nil, 5.5), ("-3", -3, -3), ("", nil, nil), ("x", nil, nil),
        (true, nil, nil), (nil, nil, nil), ([5], nil, nil),
    ]

    @Test(arguments: read)
    func `a number is read from a numeric string too`(value: JSONValue, int: Int?, double: Double?)
    {
        #expect(value.int == int)
        #expect(value.double == double)
    }

    @Test func `of repeated keys the last value counts, at the first one's place`() throws {
        let value = try JSONValue(parsing: #"{"a":1,"b":2,"a":3}"#)
        #expect(value.text == #"{"a":3,"b":2}"#)
    }

    @Test(.timeLimit(.minutes(10)))
    func `many keys of which one repeats are read in time`() throws {
        let keys = (0..<100_000).map { "\"key\($0)\":\($0)" }.joined(separator: ",")
        let value = try JSONValue(parsing: "{\(keys),\"key0\":-1}")
        #expect(value.object?.count == 100_000)
        #expect(value["key0"] == -1)
    }

    @Test func `a key that is absent reads like null, and so does anything of another type`() {
        let value: JSONValue = ["a": nil, "b": [1, 2]]
        #expect(value["a"].isNull)
        #expect(value["z"].isNull)
        #expect(value["b"][1] == 2)
        #expect(value["b"][2].isNull)
        #expect(value["b"][-1].isNull)
        #expect(value["b"]["x"][0]["y"].isNull)
        #expect(value.object?["a"] == JSONValue.null)
        #expect(value.object?["z"] == nil)
        #expect(JSONValue.string("x").elements == [])
    }

    @Test func `an object is changed key by key`() {
        var object = JSONObject([("a", 1), ("b", 2)])
        object["c"] = 3
        object["a"] = 4
        object["b"] = nil
        object["z"] = nil
        #expect(object.keys == ["a", "c"])
        #expect(JSONValue.object(object).text == #"{"a":4,"c":3}"#)
        var value = JSONValue.null
        value["x"] = 1
        #expect(value.text == #"{"x":1}"#)
    }

    @Test func `the canonical form sorts the keys of every object`() throws {
        let value = try JSONValue(parsing: #"{"b":[{"z":1,"y":2}],"a":{"d":1,"c":2},"B":0}"#)
        #expect(value.canonical.text == #"{"B":0,"a":{"c":2,"d":1},"b":[{"y":2,"z":1}]}"#)
    }

    @Test(arguments: Seeds.first(40))
    func `the order of keys does not matter to the canonical form`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<20 {
            let value = RandomJSON.value(depth: 5, &random)
            let other = RandomJSON.reordered(value, &random)
            #expect(other == value)
            #expect(other.hashValue == value.hashValue)
            #expect(other.canonical.bytes == value.canonical.bytes)
            #expect(value.canonical == value)
        }
    }

    @Test func `literals and optionals make values`() {
        let texts = [
            JSONValue(String?.none), JSONValue("x" as String?), JSONValue(Int?.none),
            JSONValue(3 as Int?),
            JSONValue(["a", "b"]), JSONValue(true), 1.25, ["k": ["x", nil]],
        ].map(\.text)
        #expect(
            texts == [
                "null", #""x""#, "null", "3", #"["a","b"]"#, "true", "1.25", #"{"k":["x",null]}"#,
            ])
    }
}
