/// One documented operation.
package struct Operation: Sendable {
    /// Upper case: `GET`.
    package let method: String
    /// As the document writes it: `/api/v1/products/{product_id}`.
    package let template: String
    let parts: [Part]
    let parameters: [Parameter]
    /// Nil where the document shows none.
    let body: RequestBody?
    let responses: [Int: DocumentedResponse]
    /// Whether a request must carry a token.
    let needsToken: Bool

    enum Part: Sendable, Hashable {
        case literal(String)
        case variable(String)
    }

    struct RequestBody: Sendable {
        let isRequired: Bool
        /// By content type.
        let schemas: [String: Schema]
    }

    /// What the document says of answers with one status.
    struct DocumentedResponse: Sendable {
        /// By content type; none where no body is shown.
        let schemas: [String: Schema]
        /// In lower case, by name.
        let headers: [String: Schema]
    }

    /// How it is called in findings: `GET /api/v1/products/{product_id}`.
    package var name: String { "\(method) \(template)" }

    /// The variables of a path that fits, by name; nil for one that does not.
    func match(_ components: [String]) -> [String: String]? {
        guard components.count == parts.count else { return nil }
        var variables: [String: String] = [:]
        for (part, component) in zip(parts, components) {
            switch part {
            case .literal(let text) where text == component: continue
            case .variable(let name) where !component.isEmpty: variables[name] = component
            default: return nil
            }
        }
        return variables
    }

    /// How closely it names its paths: `/products/search` goes before `/products/{id}`.
    var literals: Int { parts.count { if case .literal = $0 { true } else { false } } }
}
