package import JSON

/// Holds a value against a schema.
package struct SchemaCheck: Sendable {
    /// What is wrong, where, and by which keyword.
    package struct Fault: Hashable, Sendable {
        /// From the value's root, elements of lists as `*`: `data/*/id`.
        package let place: String
        package let keyword: String
        package let detail: String
    }

    private let definitions: [String: Schema]
    private let unnamedKeys: Schema.UnnamedKeys

    /// - `definitions`: by their whole reference: `#/definitions/Item`.
    package init(
        definitions: [String: Schema], unnamedKeys: Schema.UnnamedKeys = .allowed
    ) {
        self.definitions = definitions
        self.unnamedKeys = unnamedKeys
    }

    /// None for a value that fits.
    package func faults(of value: JSONValue, by schema: Schema) -> [Fault] {
        faults(of: value, by: schema, at: "")
    }

    private func faults(of value: JSONValue, by schema: Schema, at place: String) -> [Fault] {
        schema.keywords.flatMap { faults(of: value, by: $0, at: place) }
    }

    private func faults(
        of value: JSONValue, by keyword: Schema.Keyword, at place: String
    ) -> [Fault] {
        switch keyword {
        case .reference(let name):
            guard let schema = definitions[name] else {
                return [Fault(place: place, keyword: "$ref", detail: "there is no \(name)")]
            }
            return faults(of: value, by: schema, at: place)
        case .properties(let schemas, let others):
            return faults(ofMembersOf: value, by: schemas, others, at: place)
        case .names(let schema):
            return (value.object?.keys ?? []).flatMap {
                faults(of: .string($0), by: schema, at: Self.inside(place, $0))
            }
        case .items(let schema):
            return value.elements.flatMap {
                faults(of: $0, by: schema, at: Self.inside(place, "*"))
            }
        case .all(let schemas):
            return schemas.flatMap { faults(of: value, by: $0, at: place) }
        case .any(let schemas):
            let fitting = schemas.contains { faults(of: value, by: $0, at: place).isEmpty }
            return fitting ? [] : [fault(place, "anyOf", "fits none of \(schemas.count)", value)]
        case .one(let schemas):
            let count = schemas.count { faults(of: value, by: $0, at: place).isEmpty }
            return count == 1 ? [] : [fault(place, "oneOf", "fits \(count) of them", value)]
        case .not(let schema):
            let isFitting = faults(of: value, by: schema, at: place).isEmpty
            return isFitting ? [fault(place, "not", "fits what it must not", value)] : []
        case .condition(let condition, let then):
            guard faults(of: value, by: condition, at: place).isEmpty else { return [] }
            return faults(of: value, by: then, at: place)
        default:
            return scalarFault(of: value, by: keyword, at: place).map { [$0] } ?? []
        }
    }

    private func scalarFault(
        of value: JSONValue, by keyword: Schema.Keyword, at place: String
    ) -> Fault? {
        switch keyword {
        case .type(let names):
            names.contains { JSONType.fits(value, $0) }
                ? nil
                : fault(
                    place, value.isNull ? "null" : "type",
                    "is no \(names.joined(separator: " or "))", value)
        case .choice(let values):
            values.contains(value) ? nil : fault(place, "enum", "is none of those named", value)
        case .constant(let constant):
            value == constant ? nil : fault(place, "const", "is not \(constant.text)", value)
        case .format(let name):
            value.string.map { TextFormat.fits($0, name) } ?? true
                ? nil : fault(place, "format", "is no \(name)", value)
        case .pattern(let pattern):
            value.string.map { Self.fits($0, pattern) } ?? true
                ? nil : fault(place, "pattern", "does not fit \(pattern)", value)
        case .length(let limits):
            value.string.map { limits.admit(Double($0.unicodeScalars.count)) } ?? true
                ? nil : fault(place, "length", "is not of \(limits.text) characters", value)
        case .count(let limits):
            value.array.map { limits.admit(Double($0.count)) } ?? true
                ? nil : fault(place, "count", "is not of \(limits.text) elements", value)
        case .value(let limits):
            Self.number(value).map(limits.admit) ?? true
                ? nil : fault(place, "range", "is not \(limits.text)", value)
        case .required(let names):
            names.first { value.object != nil && value.object?[$0] == nil }
                .map { fault(place, "required", "has no \($0)", value) }
        default: nil
        }
    }

    private func faults(
        ofMembersOf value: JSONValue, by schemas: [String: Schema], _ others: Schema.Others,
        at place: String
    ) -> [Fault] {
        (value.object?.members ?? []).flatMap { name, member -> [Fault] in
            let inner = Self.inside(place, name)
            if let schema = schemas[name] { return faults(of: member, by: schema, at: inner) }
            switch others {
            case .checked(let schema): return faults(of: member, by: schema, at: inner)
            case .unsaid where unnamedKeys == .refused:
                return [fault(inner, "undocumented", "is named nowhere", member)]
            case .refused:
                return [fault(inner, "additionalProperties", "is not allowed", member)]
            case .unsaid, .allowed: return []
            }
        }
    }

    // MARK: Parts

    private func fault(
        _ place: String, _ keyword: String, _ what: String, _ value: JSONValue
    ) -> Fault {
        let text = value.text
        let excerpt = text.count > 120 ? text.prefix(120) + "…" : text[...]
        return Fault(place: place, keyword: keyword, detail: "\(excerpt) \(what)")
    }

    private static func inside(_ place: String, _ name: String) -> String {
        place.isEmpty ? name : "\(place)/\(name)"
    }

    private static func number(_ value: JSONValue) -> Double? {
        if case .number(let number) = value { number.double } else { nil }
    }

    private static func fits(_ text: String, _ pattern: String) -> Bool {
        guard let regex = try? Regex(pattern) else { return false }
        return text.contains(regex)
    }
}

/// The types of JSON values by the names that schemas use.
enum JSONType {
    static func fits(_ value: JSONValue, _ name: String) -> Bool {
        switch (name, value) {
        case ("object", .object), ("array", .array), ("string", .string), ("boolean", .bool),
            ("number", .number), ("null", .null):
            true
        case ("integer", .number(let number)):
            number.int != nil
        default: false
        }
    }
}
