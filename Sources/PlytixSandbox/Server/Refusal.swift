import HTTP
import JSON

/// Why a request was refused, as the API says it (`plytix-api.md`, section 4).
struct Refusal: Error, Sendable {
    let status: Int
    /// Nil: no body.
    let body: JSONValue?

    init(_ status: Int, body: JSONValue?) {
        self.status = status
        self.body = body
    }

    /// `{"error": {"errors": […], "msg": …}}`; without `errors` when there are none.
    init(_ status: Int, _ message: String, _ errors: [JSONValue] = []) {
        let error: JSONValue =
            errors.isEmpty
            ? ["msg": .string(message)] : ["errors": .array(errors), "msg": .string(message)]
        self.init(status, body: ["error": error])
    }

    var response: Response {
        if let body { return Response(status, json: body) }
        return Response(status)
    }

    /// An entry of `errors`.
    static func entry(_ field: String, _ message: JSONValue) -> JSONValue {
        ["field": .string(field), "msg": message]
    }

    // MARK: What many endpoints say

    static func schema(_ field: String, _ message: JSONValue) -> Refusal {
        Refusal(422, "Schema validation error", [entry(field, message)])
    }
    static func missing(_ field: String) -> Refusal {
        schema(field, "Missing data for required field.")
    }
    static func notFound(_ id: String, field: String = "id", _ message: String) -> Refusal {
        Refusal(404, " No results found for \(id)", [entry(field, .string(message))])
    }
    static func noProduct(_ id: String) -> Refusal { notFound(id, "product does not exist") }

    static let notUnderstood = Refusal(
        400, "The browser sent a request that this server could not understand.")
    static let forbidden = Refusal(403, "Permission denied.")
    static let internalError = Refusal(500, "Internal server error")
    static let noSuchPath = Refusal(404, "Not found")
    static let notServed = Refusal(501, "This sandbox does not serve this operation")
    static let wrongMethod = Refusal(405, "The method is not allowed for the requested URL.")
    static let tooLarge = Refusal(413, "The request is too large.")

    /// More than 300 assets or related products: the sources do not say which status.
    static func overLimit(_ field: String, _ message: String, _ call: Call) -> Refusal {
        Refusal(
            call.has(.overLimitConflict) ? 409 : 422, message, [entry(field, .string(message))])
    }

    /// Text that is not JSON, in the words of the vendor's decoder.
    static func undecodable(_ error: JSONError, in bytes: [UInt8]) -> Refusal {
        let offset =
            switch error {
            case .malformed(let offset, _), .unexpected(let offset, _), .tooDeep(let offset): offset
            case .missing, .invalid: 0
            }
        let before = bytes.prefix(offset)
        let line = before.count { $0 == 0x0A } + 1
        let column = before.reversed().prefix { $0 != 0x0A }.count + 1
        return Refusal(
            400,
            "Failed to decode JSON object: Expecting value: line \(line) column \(column) (char \(offset))",
            [entry("http_status_code", 400)])
    }
}
