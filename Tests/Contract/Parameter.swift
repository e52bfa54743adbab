import JSON

/// One documented parameter in a path, a query or a header.
struct Parameter: Sendable {
    enum Location: String, Sendable { case path, query, header }

    /// How a list of values is written.
    enum Style: Sendable {
        /// `a=1,2`
        case commas
        /// `a=1&a=2`
        case repeated
        /// Each member of an object is a parameter of its own.
        case members
    }

    let name: String
    let location: Location
    let isRequired: Bool
    let style: Style
    let schema: Schema
    /// `string` where the document does not say.
    let type: String
    /// Of the elements of a list.
    let elementType: String

    /// What belongs to the parameter, not to its schema, in a document of version 2.
    private static let own: Set<String> = [
        "name", "in", "required", "description", "collectionFormat", "allowEmptyValue",
    ]

    init(_ json: JSONValue, at place: String) throws(SpecificationError) {
        guard let name = json["name"].string else {
            throw .malformed("a parameter without a name", at: place)
        }
        let place = "\(place)/\(name)"
        guard let location = Location(rawValue: json["in"].string ?? "") else {
            throw .unsupported("a parameter in \(json["in"].text)", at: place)
        }
        self.name = name
        self.location = location
        isRequired = json["required"] == true
        var description = json["schema"]
        if description.isNull {
            description = .object(
                JSONObject(
                    (json.object?.members ?? []).filter { !Self.own.contains($0.key) }
                        .map { ($0.key, $0.value) }))
        }
        schema = try Schema(description, at: place)
        type = description["type"].string ?? "string"
        elementType = description["items"]["type"].string ?? "string"
        style = try Self.style(json, type: type, at: place)
    }

    private static func style(
        _ json: JSONValue, type: String, at place: String
    ) throws(SpecificationError) -> Style {
        switch (json["collectionFormat"].string, json["style"].string ?? "form") {
        case ("csv", _): return .commas
        case (let format?, _): throw .unsupported("collectionFormat \(format)", at: place)
        case (nil, "form"):
            if type == "object" { return .members }
            return json["explode"] == false ? .commas : .repeated
        case (nil, let style): throw .unsupported("style \(style)", at: place)
        }
    }

    /// The values of a request as the JSON that the schema speaks of.
    func value(_ texts: [String]) -> JSONValue {
        guard type == "array" else { return Self.value(texts.last ?? "", type) }
        let elements =
            style == .commas
            ? texts.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
                .map(String.init) : texts
        return .array(elements.map { Self.value($0, elementType) })
    }

    private static func value(_ text: String, _ type: String) -> JSONValue {
        switch type {
        case "integer", "number": Double(text) == nil ? .string(text) : .number(.init(text: text))
        case "boolean": ["true": true, "false": false][text] ?? .string(text)
        default: .string(text)
        }
    }
}
