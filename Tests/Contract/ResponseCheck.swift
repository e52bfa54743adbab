import HTTP
import HTTPTypes
import JSON

/// Holds an answer against the operation that it belongs to.
struct ResponseCheck {
    let specification: Specification
    let operation: Operation

    /// Statuses that a gateway or an account's state may give to any request, documented there or
    /// not; where there is a schema, their bodies still have to fit it.
    static func isAllowedEverywhere(_ status: Int) -> Bool {
        [401, 403, 404, 429].contains(status) || (500...599).contains(status)
    }

    func findings(of response: Response) -> [Finding] {
        guard let documented = operation.responses[response.status] else {
            if Self.isAllowedEverywhere(response.status) { return [] }
            return [finding(response, "status", "undocumented", "\(response.status)")]
        }
        return headerFindings(response, documented) + bodyFindings(response, documented)
    }

    private func headerFindings(
        _ response: Response, _ documented: Operation.DocumentedResponse
    ) -> [Finding] {
        documented.headers.sorted { $0.key < $1.key }.flatMap { name, schema -> [Finding] in
            let place = "header/\(name)"
            guard let value = HTTPField.Name(name).flatMap({ response.headers[$0] }) else {
                return [finding(response, place, "missing", "is not there")]
            }
            return SchemaCheck(definitions: specification.definitions)
                .faults(of: .string(value), by: schema)
                .map { finding(response, place, $0.keyword, $0.detail) }
        }
    }

    private func bodyFindings(
        _ response: Response, _ documented: Operation.DocumentedResponse
    ) -> [Finding] {
        // No status but 204 forbids a body; a document that shows none has not shown it.
        if documented.schemas.isEmpty || response.status == 204 {
            guard !response.body.isEmpty else { return [] }
            return [finding(response, "body", "undocumented", "\(response.body.count) bytes")]
        }
        let type = MediaType.text(response.headers[.contentType])
        guard let schema = documented.schemas[type] else {
            return [finding(response, "header/content-type", "undocumented", type)]
        }
        do throws(JSONError) {
            let body = try response.json()
            return SchemaCheck(definitions: specification.definitions).faults(of: body, by: schema)
                .map {
                    let place = $0.place.isEmpty ? "body" : "body/\($0.place)"
                    return finding(response, place, $0.keyword, $0.detail)
                }
        } catch {
            return [finding(response, "body", "JSON", "\(error)")]
        }
    }

    private func finding(
        _ response: Response, _ place: String, _ rule: String, _ detail: String
    ) -> Finding {
        Finding(.response, operation.name, response.status, place, rule, detail)
    }
}

/// The type in a `Content-Type`, without its parameters.
enum MediaType {
    static func text(_ header: String?) -> String {
        let type = header?.split(separator: ";").first.map(String.init) ?? ""
        return type.filter { !$0.isWhitespace }.lowercased()
    }
}
