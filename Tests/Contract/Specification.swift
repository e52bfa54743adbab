package import JSON

/// A published interface: an OpenAPI document of version 2.0, 3.0 or 3.1, read whole.
package struct Specification: Sendable {
    package let name: String
    package let operations: [Operation]
    package let definitions: [String: Schema]

    private static let methods = ["get", "put", "post", "delete", "options", "head", "patch"]

    /// Throws on anything in it that would be passed over otherwise.
    package init(_ json: JSONValue, name: String) throws(SpecificationError) {
        self.name = name
        let version = json["swagger"].string ?? json["openapi"].string ?? ""
        guard ["2.0", "3.0", "3.1"].contains(where: version.hasPrefix) else {
            throw .unsupported("version \(version)", at: name)
        }
        definitions = try Self.definitions(json, name)
        var operations: [Operation] = []
        for (path, methods) in json["paths"].object?.members ?? [] {
            let shared = methods["parameters"].elements
            for (method, operation) in methods.object?.members ?? []
            where method != "parameters" && !method.hasPrefix("x-") {
                guard Self.methods.contains(method) else {
                    throw .unsupported(method, at: "\(name) \(path)")
                }
                operations.append(
                    try OperationReader(
                        json: operation, shared: shared, document: json,
                        place: "\(name) \(method.uppercased()) \(path)"
                    ).read(method.uppercased(), path))
            }
        }
        self.operations = operations
    }

    private static func definitions(
        _ json: JSONValue, _ name: String
    ) throws(SpecificationError) -> [String: Schema] {
        var result: [String: Schema] = [:]
        for (path, schemas) in [
            ("#/definitions/", json["definitions"]),
            ("#/components/schemas/", json["components"]["schemas"]),
        ] {
            for (key, schema) in schemas.object?.members ?? [] {
                result[path + key] = try Schema(schema, at: "\(name) \(path)\(key)")
            }
        }
        return result
    }

    /// The operation of a request, with the variables of its path; nil where none is documented.
    package func operation(
        _ method: String, _ components: [String]
    ) -> (operation: Operation, variables: [String: String])? {
        operations.filter { $0.method == method }
            .compactMap { operation in
                operation.match(components).map { (operation, $0) }
            }
            .max { $0.0.literals < $1.0.literals }
    }

    /// The schema of an answer's JSON body, for tests that hold examples against it.
    package func schema(ofAnswer status: Int, to operation: Operation) -> Schema? {
        operation.responses[status]?.schemas["application/json"]
    }
}
