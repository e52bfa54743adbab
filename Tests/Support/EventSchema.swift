import Foundation
package import JSON

/// As much of JSON Schema 2020-12 as the schemas of events use; a keyword that it does not know is a
/// fault.
package struct EventSchema {
    private let root: JSONValue

    package init(root: JSONValue) { self.root = root }

    /// The schema in `journal/events/` of a kind's version.
    package init(kind: String, version: Int) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "journal/events/\(kind).v\(version).schema.json")
        root = try JSONValue(parsing: Array(Data(contentsOf: file)))
    }

    private static let annotations: Set<String> = ["$schema", "$defs", "title", "description"]

    /// What is wrong with a value, one text for each fault with its place in front; empty when it is
    /// valid.
    package func faults(of value: JSONValue) -> [String] { faults(of: value, by: root, at: "") }

    private func faults(of value: JSONValue, by schema: JSONValue, at path: String) -> [String] {
        guard let keywords = schema.object else { return ["\(path): the schema is no object"] }
        return keywords.members.flatMap { keyword, operand in
            faults(of: value, by: keyword, operand, beside: schema, at: path)
        }
    }

    private func faults(
        of value: JSONValue, by keyword: String, _ operand: JSONValue, beside schema: JSONValue,
        at path: String
    ) -> [String] {
        switch keyword {
        case "type":
            return has(value, type: operand.string) ? [] : ["\(path): is no \(operand.text)"]
        case "const": return value == operand ? [] : ["\(path): is not \(operand.text)"]
        case "enum":
            return operand.elements.contains(value) ? [] : ["\(path): is none of \(operand.text)"]
        case "pattern": return pattern(operand.string, of: value.string, at: path)
        case "required":
            return operand.elements.compactMap(\.string).filter { value.object?[$0] == nil }
                .map { "\(path): \($0) is missing" }
        case "properties":
            return operand.object.map { properties(value, $0, at: path) } ?? []
        case "additionalProperties":
            let known = Set(schema["properties"].object?.keys ?? [])
            return value.object.map { $0.keys.filter { !known.contains($0) } }?
                .map { "\(path): \($0) is unknown" } ?? []
        case "items":
            return value.elements.enumerated().flatMap {
                faults(of: $1, by: operand, at: "\(path)/\($0)")
            }
        case "oneOf":
            let fitting = operand.elements.count { faults(of: value, by: $0, at: path).isEmpty }
            return fitting == 1 ? [] : ["\(path): fits \(fitting) of the forms"]
        case "$ref": return faults(of: value, by: definition(operand.string), at: path)
        default:
            return Self.annotations.contains(keyword) ? [] : ["\(path): keyword \(keyword)"]
        }
    }

    private func properties(
        _ value: JSONValue, _ properties: JSONObject, at path: String
    ) -> [String] {
        properties.members.flatMap { key, schema in
            value.object?[key].map { faults(of: $0, by: schema, at: "\(path)/\(key)") } ?? []
        }
    }

    private func pattern(_ pattern: String?, of text: String?, at path: String) -> [String] {
        guard let text else { return [] }
        guard let regex = pattern.flatMap({ try? Regex($0) }) else {
            return ["\(path): the pattern cannot be read"]
        }
        return text.contains(regex) ? [] : ["\(path): does not fit the pattern"]
    }

    private func definition(_ reference: String?) -> JSONValue {
        root["$defs"][reference.map { String($0.dropFirst("#/$defs/".count)) } ?? ""]
    }

    private func has(_ value: JSONValue, type: String?) -> Bool {
        switch (type, value) {
        case ("object", .object), ("array", .array), ("string", .string), ("boolean", .bool),
            ("number", .number):
            true
        case ("integer", .number(let number)): number.int != nil
        default: false
        }
    }
}
