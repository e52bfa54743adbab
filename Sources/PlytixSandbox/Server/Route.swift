import HTTPTypes

/// One operation of the API: where it is, who may use it, and what does it.
struct Route: Sendable {
    typealias Handler = @Sendable (Call, inout Account) throws(Refusal) -> Answer

    /// How the body is read before the handler sees it.
    enum Body: Sendable {
        case ignored
        /// A JSON object.
        case json
        /// A JSON object; an absent body counts as an empty one.
        case jsonOrNothing
        /// The bytes as they are.
        case raw
    }

    /// What requests are counted under; the same in both versions.
    let operation: String
    let method: HTTPRequest.Method
    /// The parts of the path; those that begin with a colon are variable.
    let pattern: [String]
    let permission: Permission
    let body: Body
    /// Nil: the API documents it, and the sandbox does not serve it.
    let handler: Handler?

    /// The route of a path below the version, with a colon before what is variable:
    /// `products/:product/assets`.
    init(
        _ method: HTTPRequest.Method, _ version: APIVersion, _ path: String, _ operation: String,
        _ permission: Permission, body: Body? = nil, _ handler: Handler?
    ) {
        self.operation = operation
        self.method = method
        self.pattern = ["api", version.rawValue] + path.split(separator: "/").map(String.init)
        self.permission = permission
        self.body = body ?? (method == .post || method == .patch ? .json : .ignored)
        self.handler = handler
    }

    /// Whether requests are counted as writes: any but GET and search.
    var isWrite: Bool { method != .get && pattern.last != "search" }
    var version: APIVersion { pattern.count > 1 && pattern[1] == "v2" ? .v2 : .v1 }

    /// The variable parts of a path that fits; nil for one that does not.
    func match(_ components: [String]) -> [String: String]? {
        guard components.count == pattern.count else { return nil }
        var parameters: [String: String] = [:]
        for (part, component) in zip(pattern, components) {
            if part.hasPrefix(":") {
                guard !component.isEmpty else { return nil }
                parameters[String(part.dropFirst())] = component
            } else if part != component {
                return nil
            }
        }
        return parameters
    }
}
