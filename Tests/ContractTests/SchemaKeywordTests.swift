import ContractSupport
import JSON
import Testing

/// One body that each keyword must let pass, and one that it must not.
@Suite struct `The keywords of schemas` {
    struct Case: Sendable, CustomTestStringConvertible {
        let schema: JSONValue
        let good: JSONValue
        let bad: JSONValue

        init(_ schema: JSONValue, _ good: JSONValue, not bad: JSONValue) {
            self.schema = schema
            self.good = good
            self.bad = bad
        }
        var testDescription: String { "\(schema.text) takes \(good.text), not \(bad.text)" }
    }

    static let cases: [Case] = [
        Case(["type": "object"], [:], not: []),
        Case(["type": "array"], [], not: [:]),
        Case(["type": "string"], "1", not: 1),
        Case(["type": "boolean"], true, not: "true"),
        Case(["type": "integer"], 3, not: 3.5),
        Case(["type": "integer"], 3.0, not: "3"),
        Case(["type": "number"], 3.5, not: "3.5"),
        Case(["type": "null"], nil, not: 0),
        Case(["type": ["string", "null"]], nil, not: 0),
        Case(["type": "string", "nullable": true], nil, not: 0),
        Case(["type": "string", "nullable": false], "", not: nil),
        Case(["enum": ["MAIN", "SWCH"]], "MAIN", not: "main"),
        Case(["const": "Static"], "Static", not: "Smart"),
        Case(["format": "date"], "2024-02-29", not: "2023-02-29"),
        Case(["format": "date"], "2026-03-01", not: "2026-03-01T00:00:00Z"),
        Case(["format": "date-time"], "2026-03-01T10:00:00.5Z", not: "2026-03-01T10:00:00"),
        Case(["format": "date-time"], "2026-03-01T10:00:00+01:00", not: "2026-13-01T10:00:00Z"),
        Case(["format": "email"], "a@b", not: "a b@c"),
        Case(
            ["format": "uuid"], "123e4567-e89b-12d3-a456-426614174000",
            not: "123e4567e89b12d3a456426614174000"),
        Case(["pattern": "^[a-z0-9_]+$"], "amazon_asin", not: "Amazon ASIN"),
        Case(["minLength": 2], "äö", not: "ä"),
        Case(["maxLength": 2], "äö", not: "äöü"),
        Case(["minItems": 1], [1], not: []),
        Case(["maxItems": 1], [1], not: [1, 2]),
        Case(["minimum": 1], 1, not: 0),
        Case(["maximum": 20], 20, not: 21),
        Case(["required": ["id"]], ["id": nil], not: ["ID": 1]),
        Case(["properties": ["id": ["type": "string"]]], ["other": 1], not: ["id": 1]),
        Case(
            ["properties": ["id": [:]], "additionalProperties": false], ["id": 1],
            not: ["id": 1, "other": 1]),
        Case(["additionalProperties": ["type": "string"]], ["a": "b"], not: ["a": 1]),
        Case(["propertyNames": ["pattern": "^x"]], ["x1": 1], not: ["y1": 1]),
        Case(["items": ["type": "string"]], ["a"], not: ["a", 1]),
        Case(["allOf": [["minimum": 1], ["maximum": 3]]], 2, not: 4),
        Case(["anyOf": [["type": "string"], ["minimum": 3]]], 3, not: 2),
        Case(["oneOf": [["minimum": 3], ["maximum": 1]]], 3, not: 2),
        Case(["oneOf": [["minimum": 1], ["maximum": 3]]], 4, not: 2),
        Case(["not": ["type": "string"]], 1, not: "1"),
        Case(
            [
                "if": ["properties": ["type": ["const": "Static"]], "required": ["type"]],
                "then": ["required": ["list"]],
            ], ["type": "Smart"], not: ["type": "Static"]),
        Case(
            ["$ref": "#/definitions/Tree"], ["parent": ["parent": [:]]],
            not: ["parent": ["parent": 1]]),
    ]

    @Test(arguments: cases)
    func `tell good from bad`(example: Case) throws {
        let tree: JSONValue = [
            "type": "object", "properties": ["parent": ["$ref": "#/definitions/Tree"]],
        ]
        let check = SchemaCheck(definitions: ["#/definitions/Tree": try Schema(tree, at: "")])
        let schema = try Schema(example.schema, at: "")
        #expect(check.faults(of: example.good, by: schema) == [])
        #expect(check.faults(of: example.bad, by: schema) != [])
    }

    @Test(
        arguments: [
            ["minProperties": 1], ["uniqueItems": true], ["multipleOf": 2],
            ["dependentRequired": [:]],
            ["type": "date"], ["format": "ipv4"], ["pattern": "("], ["else": [:], "if": [:]],
            ["items": ["contains": [:]]], ["properties": ["a": ["exclusiveMinimum": 1]]],
            ["enum": 1],
            ["then": [:]], ["minimum": "1"],
        ] as [JSONValue])
    func `that would be passed over are refused`(schema: JSONValue) {
        #expect(throws: SpecificationError.self) { try Schema(schema, at: "") }
    }

    @Test func `what we send must be named, and what we read need not be`() throws {
        let schema = try Schema(["properties": ["id": ["properties": ["a": [:]]]]], at: "")
        let value: JSONValue = ["id": ["b": 1]]
        #expect(SchemaCheck(definitions: [:]).faults(of: value, by: schema) == [])
        let strict = SchemaCheck(definitions: [:], unnamedKeys: .refused)
        #expect(strict.faults(of: value, by: schema).map(\.place) == ["id/b"])
    }

    @Test func `a reference to nothing is a fault`() throws {
        let schema = try Schema(["$ref": "#/definitions/None"], at: "")
        #expect(SchemaCheck(definitions: [:]).faults(of: 1, by: schema).map(\.keyword) == ["$ref"])
    }
}
