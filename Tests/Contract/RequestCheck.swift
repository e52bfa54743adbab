import HTTP
import HTTPTypes
import JSON

/// Holds a request of ours against the operation that it asks for.
struct RequestCheck {
    let specification: Specification
    let operation: Operation
    let variables: [String: String]
    let request: Request
    /// Of its answer, for the findings.
    let status: Int

    func findings() -> [Finding] {
        encodingFindings() + parameterFindings() + tokenFindings() + bodyFindings()
    }

    // MARK: The address

    /// Whatever is not unreserved has to be percent-encoded: servers differ in what they make of
    /// the rest, of `+` above all.
    private func encodingFindings() -> [Finding] {
        let target = RequestTarget(request.url)
        var findings: [Finding] = []
        if target.path.hasSuffix("/") {
            findings.append(finding("path", "trailing slash", target.path))
        }
        let rest = request.url.firstRange(of: target.path).map { request.url[$0.lowerBound...] }
        let plain = /([A-Za-z0-9._~\/?&=-]|%[0-9A-F]{2})*/
        if (rest ?? "").wholeMatch(of: plain) == nil {
            findings.append(finding("path", "encoding", String(rest ?? "")))
        }
        return findings
    }

    private func parameterFindings() -> [Finding] {
        let target = RequestTarget(request.url)
        var findings: [Finding] = []
        for parameter in operation.parameters {
            let texts = texts(of: parameter, target)
            let place = "\(parameter.location.rawValue)/\(parameter.name)"
            if parameter.style == .members && parameter.type == "object" { continue }
            if texts.isEmpty {
                if parameter.isRequired { findings.append(finding(place, "required", "absent")) }
                continue
            }
            if texts.count > 1, parameter.type != "array" || parameter.style == .commas {
                findings.append(finding(place, "repeated", "\(texts.count) times"))
            }
            findings += faults(of: parameter.value(texts), by: parameter.schema, at: place)
        }
        return findings + undocumentedFindings(target)
    }

    private func undocumentedFindings(_ target: RequestTarget) -> [Finding] {
        let named = Set(operation.parameters.filter { $0.location == .query }.map(\.name))
        let others = target.query.filter { !named.contains($0.name) }
        let free = operation.parameters.first { $0.style == .members && $0.type == "object" }
        if let free {
            let object = JSONObject(others.map { ($0.name, .string($0.value)) })
            return faults(of: .object(object), by: free.schema, at: "query/\(free.name)")
        }
        return others.map { finding("query/\($0.name)", "undocumented", $0.value) }
    }

    private func texts(of parameter: Parameter, _ target: RequestTarget) -> [String] {
        switch parameter.location {
        case .path: [variables[parameter.name]].compactMap(\.self)
        case .query: target.values(parameter.name)
        case .header:
            [HTTPField.Name(parameter.name).flatMap { request.headers[$0] }].compactMap(\.self)
        }
    }

    // MARK: Headers and body

    private func tokenFindings() -> [Finding] {
        guard operation.needsToken else { return [] }
        let value = request.headers[.authorization] ?? ""
        guard value.wholeMatch(of: /Bearer [A-Za-z0-9._~+\/-]+=*/) == nil else { return [] }
        return [finding("header/authorization", "security", "is no bearer token")]
    }

    private func bodyFindings() -> [Finding] {
        let type = MediaType.text(request.headers[.contentType])
        if request.body.isEmpty {
            var findings: [Finding] = []
            if !type.isEmpty { findings.append(finding("header/content-type", "no body", type)) }
            if operation.body?.isRequired == true {
                findings.append(finding("body", "required", "absent"))
            }
            return findings
        }
        guard let documented = operation.body else {
            return [finding("body", "undocumented", "\(request.body.count) bytes")]
        }
        guard let schema = documented.schemas[type] else {
            return [finding("header/content-type", "undocumented", type)]
        }
        do throws(JSONError) {
            return faults(of: try JSONValue(parsing: request.body), by: schema, at: "body")
        } catch {
            return [finding("body", "JSON", "\(error)")]
        }
    }

    // MARK: Parts

    private func faults(of value: JSONValue, by schema: Schema, at place: String) -> [Finding] {
        SchemaCheck(definitions: specification.definitions, unnamedKeys: .refused)
            .faults(of: value, by: schema)
            .map { fault in
                let place = fault.place.isEmpty ? place : "\(place)/\(fault.place)"
                return finding(place, fault.keyword, fault.detail)
            }
    }

    private func finding(_ place: String, _ rule: String, _ detail: String) -> Finding {
        Finding(.request, operation.name, status, place, rule, detail)
    }
}
