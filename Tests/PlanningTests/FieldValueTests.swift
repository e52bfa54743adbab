import JSON
import Planning
import SandboxWorld
import TestSupport
import Testing

@Suite struct `When two field values are the same` {
    static let same: [(JSONValue?, JSONValue?)] = [
        (nil, nil), (nil, .null), (nil, ""), (nil, []), (.null, ""), ("", []), ("x", "x"),
        (5, 5), (5, "5"), ("5.0", 5), (10.5, "10.50"), (1_000, "1e3"), (true, true),
        ("2026-03-01", "2026-03-01T00:00:00"), ("2026-03-01T00:00:00Z", "2026-03-01"),
        (["a", "b"], ["a", "b"]), (["k": 1], ["k": 1.0]),
    ]

    @Test(arguments: same.indices)
    func `they compare equal, both ways`(index: Int) {
        let (a, b) = Self.same[index]
        #expect(FieldValue.areEqual(a, b))
        #expect(FieldValue.areEqual(b, a))
    }

    static let different: [(JSONValue?, JSONValue?)] = [
        (nil, "x"), (nil, false), (nil, 0), (nil, " "), ("x", "X"), ("x", "x "), ("5", "5.0"),
        (5, "5 Wide"), (true, "true"), (true, 1), (0, ""), (["a", "b"], ["b", "a"]),
        (["a"], "a"), ("2026-03-01", "2026-03-02T00:00:00"), ("2026-03-01", "2026-03-01 00:00"),
        ("2026-02-30", "2026-02-30T00:00:00"), ("abcdefghij", "abcdefghijT"), ([:], nil),
        ("0123", 124), ("nan", .number(JSONNumber(text: "0"))),
        ("12345678901234567890", "12345678901234567891"),
    ]

    @Test(arguments: different.indices)
    func `others differ, both ways`(index: Int) {
        let (a, b) = Self.different[index]
        #expect(!FieldValue.areEqual(a, b))
        #expect(!FieldValue.areEqual(b, a))
    }

    @Test(arguments: Seeds.first(10))
    func `any value is the same as itself, read back`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let value: JSONValue = random.pick([
                .string(random.word(3)), .number(JSONNumber(random.below(1_000))), .bool(true),
                .number(JSONNumber(Double(random.below(1_000)) / 8)),
                .array([.string(random.word(1))]),
            ])
            #expect(FieldValue.areEqual(value, try JSONValue(parsing: value.text)))
        }
    }
}
