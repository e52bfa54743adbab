import JSON

/// Reads the keywords of one schema.
struct SchemaReader {
    private let json: JSONValue
    private let place: String
    private var keywords: [Schema.Keyword] = []

    static let formats: Set<String> = [
        "date", "date-time", "email", "uuid", "binary", "int32", "int64", "float", "double",
    ]

    init(_ json: JSONValue, at place: String) {
        self.json = json
        self.place = place
    }

    mutating func read() throws(SpecificationError) -> [Schema.Keyword] {
        for (keyword, operand) in json.object?.members ?? []
        where !Schema.annotations.contains(keyword) && !keyword.hasPrefix("x-") {
            try read(keyword, operand)
        }
        readLimits()
        if json["properties"].object != nil || json["additionalProperties"] != .null {
            keywords.append(.properties(try properties(), others: try others()))
        }
        return keywords
    }

    private mutating func read(
        _ keyword: String, _ operand: JSONValue
    ) throws(SpecificationError) {
        switch keyword {
        case "type": keywords.append(.type(try types(operand)))
        case "nullable":
            guard operand.bool != nil else { throw malformed(keyword) }
        case "enum": keywords.append(.choice(try list(operand, keyword)))
        case "const": keywords.append(.constant(operand))
        case "format":
            let name = try text(operand, keyword)
            guard Self.formats.contains(name) else {
                throw .unsupported("format \(name)", at: place)
            }
            keywords.append(.format(name))
        case "pattern":
            let pattern = try text(operand, keyword)
            guard (try? Regex(pattern)) != nil else {
                throw .unsupported("pattern \(pattern)", at: place)
            }
            keywords.append(.pattern(pattern))
        case "required":
            keywords.append(.required(try list(operand, keyword).compactMap(\.string)))
        case "propertyNames": keywords.append(.names(try schema(operand, keyword)))
        case "items": keywords.append(.items(try schema(operand, keyword)))
        case "allOf": keywords.append(.all(try schemas(operand, keyword)))
        case "anyOf": keywords.append(.any(try schemas(operand, keyword)))
        case "oneOf": keywords.append(.one(try schemas(operand, keyword)))
        case "not": keywords.append(.not(try schema(operand, keyword)))
        case "if":
            guard json["else"].isNull else { throw .unsupported("else", at: place) }
            keywords.append(
                .condition(
                    try schema(operand, keyword), then: try schema(json["then"], "then")))
        case "then":
            guard !json["if"].isNull else { throw malformed("then without if") }
        case "properties":
            guard operand.object != nil else { throw malformed(keyword) }
        case "minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum":
            guard case .number = operand else { throw malformed(keyword) }
        case "additionalProperties": break
        default: throw .unsupported("keyword \(keyword)", at: place)
        }
    }

    private mutating func readLimits() {
        func limits(_ least: String, _ most: String) -> Schema.Limits? {
            let limits = Schema.Limits(least: json[least].double, most: json[most].double)
            return limits.least == nil && limits.most == nil ? nil : limits
        }
        if let found = limits("minLength", "maxLength") { keywords.append(.length(found)) }
        if let found = limits("minItems", "maxItems") { keywords.append(.count(found)) }
        if let found = limits("minimum", "maximum") { keywords.append(.value(found)) }
    }

    // MARK: Operands

    private func types(_ operand: JSONValue) throws(SpecificationError) -> [String] {
        let names = operand.array?.compactMap(\.string) ?? [operand.string].compactMap(\.self)
        let known: Set<String> = [
            "object", "array", "string", "number", "integer", "boolean", "null",
        ]
        guard !names.isEmpty, known.isSuperset(of: names) else {
            throw .unsupported("type \(operand.text)", at: place)
        }
        return names + (json["nullable"] == true ? ["null"] : [])
    }

    private func properties() throws(SpecificationError) -> [String: Schema] {
        var result: [String: Schema] = [:]
        for (name, operand) in json["properties"].object?.members ?? [] {
            result[name] = try schema(operand, "properties/\(name)")
        }
        return result
    }

    private func others() throws(SpecificationError) -> Schema.Others {
        switch json["additionalProperties"] {
        case .null: .unsaid
        case .bool(true): .allowed
        case .bool(false): .refused
        case let operand: .checked(try schema(operand, "additionalProperties"))
        }
    }

    private func schema(
        _ operand: JSONValue, _ keyword: String
    ) throws(SpecificationError) -> Schema {
        try Schema(operand, at: "\(place)/\(keyword)")
    }

    private func schemas(
        _ operand: JSONValue, _ keyword: String
    ) throws(SpecificationError) -> [Schema] {
        var result: [Schema] = []
        for element in try list(operand, keyword) {
            result.append(try schema(element, "\(keyword)/\(result.count)"))
        }
        return result
    }

    private func list(
        _ operand: JSONValue, _ keyword: String
    ) throws(SpecificationError) -> [JSONValue] {
        guard let elements = operand.array else { throw malformed(keyword) }
        return elements
    }

    private func text(
        _ operand: JSONValue, _ keyword: String
    ) throws(SpecificationError) -> String {
        guard let text = operand.string else { throw malformed(keyword) }
        return text
    }

    private func malformed(_ what: String) -> SpecificationError {
        .malformed("\(what) is malformed", at: place)
    }
}
