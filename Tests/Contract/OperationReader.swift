import JSON

/// Reads one operation of a document.
struct OperationReader {
    let json: JSONValue
    /// Parameters that stand beside the operation, for all of the path.
    let shared: [JSONValue]
    let document: JSONValue
    let place: String

    private static let known: Set<String> = [
        "tags", "summary", "description", "operationId", "parameters", "requestBody", "responses",
        "security", "servers", "consumes", "produces", "deprecated", "externalDocs", "schemes",
    ]

    func read(_ method: String, _ path: String) throws(SpecificationError) -> Operation {
        for key in json.object?.keys ?? []
        where !Self.known.contains(key) && !key.hasPrefix("x-") {
            throw .unsupported(key, at: place)
        }
        var parameters: [Parameter] = []
        for parameter in shared + json["parameters"].elements {
            parameters.append(try Parameter(parameter, at: place))
        }
        return Operation(
            method: method, template: path, parts: Self.parts(path), parameters: parameters,
            body: try body(), responses: try responses(), needsToken: needsToken)
    }

    private static func parts(_ path: String) -> [Operation.Part] {
        path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { part in
            part.hasPrefix("{") && part.hasSuffix("}")
                ? .variable(String(part.dropFirst().dropLast())) : .literal(String(part))
        }
    }

    private var needsToken: Bool {
        let security = json["security"].array ?? document["security"].elements
        return !security.isEmpty
    }

    private func body() throws(SpecificationError) -> Operation.RequestBody? {
        guard json["requestBody"].object != nil else { return nil }
        return Operation.RequestBody(
            isRequired: json["requestBody"]["required"] == true,
            schemas: try contents(json["requestBody"], "request"))
    }

    private func responses() throws(SpecificationError) -> [Int: Operation.DocumentedResponse] {
        var result: [Int: Operation.DocumentedResponse] = [:]
        for (key, response) in json["responses"].object?.members ?? [] {
            guard let status = Int(key) else { throw .unsupported("status \(key)", at: place) }
            var schemas = try contents(response, key)
            if !response["schema"].isNull {
                let schema = try Schema(response["schema"], at: "\(place) \(key)")
                let produces = json["produces"].array ?? document["produces"].elements
                for type in produces.compactMap(\.string) { schemas[type] = schema }
            }
            result[status] = Operation.DocumentedResponse(
                schemas: schemas, headers: try headers(response, key))
        }
        return result
    }

    private func contents(
        _ holder: JSONValue, _ what: String
    ) throws(SpecificationError) -> [String: Schema] {
        guard holder["$ref"].isNull else { throw .unsupported("$ref to a \(what)", at: place) }
        var result: [String: Schema] = [:]
        for (type, content) in holder["content"].object?.members ?? [] {
            let schema = content["schema"].isNull ? [:] : content["schema"]
            result[type] = try Schema(schema, at: "\(place) \(what) \(type)")
        }
        return result
    }

    private func headers(
        _ response: JSONValue, _ what: String
    ) throws(SpecificationError) -> [String: Schema] {
        var result: [String: Schema] = [:]
        for (name, header) in response["headers"].object?.members ?? [] {
            let schema = header["schema"].isNull ? header : header["schema"]
            result[name.lowercased()] = try Schema(schema, at: "\(place) \(what) \(name)")
        }
        return result
    }
}
