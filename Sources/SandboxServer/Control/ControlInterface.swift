internal import Catalog
internal import HTTP
internal import HTTPTypes
internal import JSON

/// The sandbox's own interface below `/control`: what tests and the curious ask and change.
struct ControlInterface {
    let sandbox: Sandbox

    /// What there is; every answer that finds nothing lists it.
    static let endpoints: [Endpoint] = [
        Endpoint(
            .get, "/control/state", "a whole account: ?target=default or fresh", state),
        Endpoint(
            .get, "/control/requests",
            "every request served, by system, operation and status, with the writes", requests),
        Endpoint(.get, "/control/faults", "the fault plan in force, and what it did", faults),
        Endpoint(.post, "/control/faults", "puts another fault plan in force", setFaults),
        Endpoint(.post, "/control/reset", "empties an account: ?target=default or fresh", reset),
        Endpoint(.get, "/control/catalog", "the truth about Amazon's side", catalogue),
    ]

    struct Endpoint: Sendable {
        let method: HTTPRequest.Method
        let path: String
        let purpose: String
        let answer: @Sendable (Sandbox, Request) -> Response

        init(
            _ method: HTTPRequest.Method, _ path: String, _ purpose: String,
            _ answer: @escaping @Sendable (Sandbox, Request) -> Response
        ) {
            self.method = method
            self.path = path
            self.purpose = purpose
            self.answer = answer
        }
    }

    /// Answers a request whose path has these decoded parts.
    func respond(to request: Request, _ path: [String]) -> Response {
        let path = "/" + path.joined(separator: "/")
        let there = Self.endpoints.filter { $0.path == path }
        if let endpoint = there.first(where: { $0.method == request.method }) {
            return endpoint.answer(sandbox, request)
        }
        if there.isEmpty { return nothing(at: path) }
        let allowed = there.map(\.method.rawValue).joined(separator: ", ")
        return Response(
            405, headers: [.allow: allowed],
            json: ["error": JSONValue("\(path) takes \(allowed) only")])
    }

    /// A 404, or at the root a 200, that says what is where.
    private func nothing(at path: String) -> Response {
        let isRoot = path == "/" || path == "/control"
        var body = JSONObject()
        if !isRoot { body["error"] = JSONValue("there is nothing at \(path)") }
        body["addresses"] = sandbox.addresses
        body["control"] = .array(
            Self.endpoints.map { JSONValue("\($0.method.rawValue) \($0.path): \($0.purpose)") })
        return Response(isRoot ? 200 : 404, json: .object(body))
    }

    /// The account that a request is about: `default` unless it says otherwise; nil for an
    /// unknown one.
    static func alias(_ request: Request) -> String? {
        let alias = RequestTarget(request.url).values("target").first ?? "default"
        return Sandbox.aliases.contains(alias) ? alias : nil
    }

    static let unknownTarget = Response(
        404,
        json: [
            "error":
                .string("no such target; there are \(Sandbox.aliases.joined(separator: " and "))")
        ])
}
