import Catalog
import HTTP
import HTTPTypes
import JSON
import SandboxWorld

@testable import PlytixSandbox

/// A sandbox with one account, `default`, that somebody is logged in to.
final class Bench {
    static let key = "key-default"
    static let password = "password-default"
    static let pictures = "https://images.test"
    static let start = Instant(seconds: 1_772_400_000)

    let sandbox: SandboxedPlytix
    var now = Bench.start
    private(set) var token = ""

    init(
        _ quirks: Set<Quirk> = [], limits: [AccountConfiguration.Limit] = [],
        permissions: Set<Permission> = Set(Permission.allCases),
        canonicals: [World.Canonical] = [], uploaded: [AccountConfiguration.UploadedFile] = [],
        _ adjust: (inout SandboxedPlytix.Configuration) -> Void = { _ in }
    ) {
        var configuration = SandboxedPlytix.Configuration(quirks: quirks)
        configuration.speed = 1
        adjust(&configuration)
        let account = AccountConfiguration(
            alias: "default", key: Self.key, password: Self.password, limits: limits,
            permissions: permissions, canonicals: canonicals, uploadedBefore: uploaded)
        let fresh = AccountConfiguration(
            alias: "fresh", key: "key-fresh", password: "password-fresh")
        sandbox = SandboxedPlytix(
            accounts: [account, fresh], configuration: configuration, fetch: Self.fetch)
        logIn()
    }

    /// Pictures whose bytes are their names; `twin.jpg` has the bytes of `a.jpg`.
    static func fetch(_ url: String) -> FetchedFile {
        guard url.hasPrefix(pictures) else { return .unreachable }
        let name = String(url.dropFirst(pictures.count + 1))
        if name.hasPrefix("gone") { return .status(404) }
        return .file(
            bytes: Array((name == "twin.jpg" ? "a.jpg" : name).utf8),
            contentType: "image/jpeg; charset=binary")
    }

    func logIn() { token = requestToken().json["data"][0]["access_token"].string ?? "" }

    func requestToken(_ key: String = Bench.key, _ password: String = Bench.password) -> Reply {
        let body: JSONValue = ["api_key": .string(key), "api_password": .string(password)]
        return Reply(
            sandbox.respond(
                to: Request(.post, "https://auth.plytix.com/auth/api/get-token", json: body),
                at: now))
    }

    /// Sends a request with the token; `path` hangs on `/api/`.
    @discardableResult
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil,
        headers: HTTPFields = [:], bytes: [UInt8]? = nil
    ) -> Reply {
        var request = Request(method, "https://pim.plytix.com/api/" + path, headers: headers)
        if request.headers[.authorization] == nil {
            request.headers[.authorization] = "Bearer \(token)"
        }
        request.body = bytes ?? body?.bytes ?? []
        return Reply(sandbox.respond(to: request, at: now))
    }
    @discardableResult
    func get(_ path: String) -> Reply { send(.get, path) }
    @discardableResult
    func post(_ path: String, _ body: JSONValue) -> Reply { send(.post, path, body) }
    @discardableResult
    func patch(_ path: String, _ body: JSONValue) -> Reply { send(.patch, path, body) }
    @discardableResult
    func delete(_ path: String) -> Reply { send(.delete, path) }

    func wait(_ duration: Duration) { now = now + duration }

    // MARK: Things to have

    /// The id of a new product.
    @discardableResult
    func product(_ sku: String, _ more: JSONValue = [:]) -> String {
        var body = more
        body["sku"] = .string(sku)
        return post("v1/products", body).id
    }
    /// The id of a new attribute.
    @discardableResult
    func attribute(_ name: String, _ type: TypeClass = .text, options: [String] = []) -> String {
        post(
            "v1/attributes/product",
            [
                "name": .string(name), "type_class": .string(type.rawValue),
                "options": JSONValue(options),
            ]
        ).id
    }
    /// The id of a new asset.
    @discardableResult
    func asset(_ name: String) -> String {
        post("v1/assets", ["url": .string("\(Self.pictures)/\(name)"), "filename": .string(name)])
            .id
    }
    @discardableResult
    func family(_ name: String, _ attributes: [String] = []) -> String {
        post(
            "v1/product_families", ["name": .string(name), "attributes": JSONValue(attributes)]
        ).id
    }
    @discardableResult
    func relationship(_ name: String) -> String {
        post("v1/relationships", ["name": .string(name)]).id
    }
    /// A product as version 1 reads it.
    func read(_ id: String) -> JSONValue { get("v1/products/\(id)").first }
    /// SKUs that a filter finds, in order.
    func skus(_ filters: JSONValue) -> [String] {
        post("v1/products/search", ["filters": filters]).data.map { $0["sku"].string ?? "" }
    }
    func state() -> JSONValue { sandbox.state(of: "default") ?? .null }
    /// File names in a gallery, as version 1 reads them.
    func gallery(_ label: String, of id: String) -> [String] {
        read(id)["attributes"][label].elements.map { $0["filename"].string ?? "" }
    }
}

/// An answer, with its JSON.
struct Reply {
    let status: Int
    let headers: HTTPFields
    let body: [UInt8]
    /// Null for an empty body.
    let json: JSONValue

    init(_ response: Response) {
        status = response.status
        headers = response.headers
        body = response.body
        json = (try? response.json()) ?? .null
    }

    var data: [JSONValue] { json["data"].elements }
    var first: JSONValue { json["data"][0] }
    var id: String { first["id"].string ?? "" }
    /// Status and body, for comparing both at once.
    var text: String { body.isEmpty ? "\(status)" : "\(status) \(json.canonical.text)" }
}

/// An answer as it should be, whatever the order of its keys.
func text(_ status: Int, _ body: JSONValue) -> String { "\(status) \(body.canonical.text)" }
func refused(_ status: Int, _ message: String, _ errors: (String, JSONValue)...) -> String {
    var error: JSONValue = ["msg": .string(message)]
    if !errors.isEmpty {
        error["errors"] = .array(errors.map { ["field": .string($0.0), "msg": $0.1] })
    }
    return text(status, ["error": error])
}
