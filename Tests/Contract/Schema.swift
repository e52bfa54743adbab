package import JSON

/// A schema of OpenAPI 2.0, 3.0 or 3.1, read once: what it demands, as values.
///
/// Reading throws on a keyword that constrains and is not known here, so that nothing which a
/// document says is passed over.
package struct Schema: Sendable {
    /// Whether an object may have keys that its schema does not name, where the schema is silent.
    ///
    /// By the standard it may; what we send ourselves should be documented all the same.
    package enum UnnamedKeys: Sendable {
        case allowed, refused
    }

    enum Keyword: Sendable {
        case reference(String)
        /// One of the types, or null where the schema is nullable.
        case type([String])
        case choice([JSONValue])
        case constant(JSONValue)
        case format(String)
        case pattern(String)
        case length(Limits)
        case count(Limits)
        case value(Limits)
        case required([String])
        case properties([String: Schema], others: Others)
        case names(Schema)
        case items(Schema)
        case all([Schema])
        case any([Schema])
        case one([Schema])
        case not(Schema)
        case condition(Schema, then: Schema)
    }

    /// What holds for keys that have no schema of their own.
    indirect enum Others: Sendable {
        case unsaid, allowed, refused
        case checked(Schema)
    }

    struct Limits: Sendable {
        var least: Double?
        var most: Double?

        func admit(_ value: Double) -> Bool {
            (least.map { value >= $0 } ?? true) && (most.map { value <= $0 } ?? true)
        }
        var text: String {
            [least.map { "at least \($0)" }, most.map { "at most \($0)" }]
                .compactMap(\.self).joined(separator: ", ")
        }
    }

    let keywords: [Keyword]

    /// What says nothing about the value: documentation, and hints for generators.
    static let annotations: Set<String> = [
        "title", "description", "example", "examples", "default", "deprecated", "readOnly",
        "writeOnly", "externalDocs", "discriminator", "xml", "$comment",
    ]

    /// - `place`: where the schema stands, for errors.
    package init(_ json: JSONValue, at place: String) throws(SpecificationError) {
        guard let object = json.object else {
            throw .malformed("a schema must be an object", at: place)
        }
        // Beside a reference nothing counts.
        if let reference = object["$ref"] {
            guard let text = reference.string else {
                throw .malformed("$ref must be text", at: place)
            }
            keywords = [.reference(text)]
            return
        }
        var reader = SchemaReader(json, at: place)
        keywords = try reader.read()
    }
}
