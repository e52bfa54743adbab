import JSON
import TestSupport
import Testing

@Suite struct `The validator that schemas are tested with` {
    static let faulty: [(schema: String, value: String)] = [
        (##"{"type":"string"}"##, "1"),
        (##"{"type":"integer"}"##, "1.5"),
        (##"{"type":"number"}"##, #""1""#),
        (##"{"type":"boolean"}"##, "null"),
        (##"{"enum":["a","b"]}"##, #""c""#),
        (##"{"const":"a"}"##, #""b""#),
        (##"{"pattern":"^a+$"}"##, #""ab""#),
        (##"{"required":["a"]}"##, #"{"b":1}"#),
        (##"{"properties":{"a":{"type":"string"}}}"##, #"{"a":1}"#),
        (##"{"properties":{"a":{}},"additionalProperties":false}"##, #"{"b":1}"#),
        (##"{"items":{"type":"string"}}"##, #"["a",1]"#),
        (##"{"oneOf":[{"const":1},{"const":2}]}"##, "3"),
        (##"{"oneOf":[{"type":"number"},{"const":2}]}"##, "2"),
        (##"{"$ref":"#/$defs/a","$defs":{"a":{"type":"string"}}}"##, "1"),
        (##"{"$ref":"#/$defs/gone"}"##, "1"),
        (##"{"maximum":3}"##, "1"),
    ]

    @Test(arguments: faulty)
    func `finds the fault`(schema: String, value: String) throws {
        let schema = EventSchema(root: try JSONValue(parsing: schema))
        #expect(schema.faults(of: try JSONValue(parsing: value)).count == 1)
    }
}
