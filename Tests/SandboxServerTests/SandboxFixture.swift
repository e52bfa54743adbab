import Catalog
import HTTP
import HTTPTypes
import JSON
import SandboxServer

// What most tests begin with.

let opening = Instant("2026-03-01T08:00:00Z") ?? Instant(seconds: 0)
let base = "http://127.0.0.1:8080"

func makeSandbox(
    _ options: Sandbox.Options = Sandbox.Options(), baseURL: String = base, accountSeed: UInt64 = 7
) throws -> Sandbox {
    Sandbox(try Blueprint(options), baseURL: baseURL, accountSeed: accountSeed)
}

/// Somebody who asks a sandbox at one point in time.
struct Visitor {
    let sandbox: Sandbox
    var now = opening

    func get(_ path: String, headers: HTTPFields = [:]) -> Response {
        sandbox.respond(to: Request(.get, sandbox.baseURL + path, headers: headers), at: now)
    }

    func post(_ path: String, _ json: JSONValue, headers: HTTPFields = [:]) -> Response {
        sandbox.respond(to: request(path, json, headers: headers), at: now)
    }

    func request(_ path: String, _ json: JSONValue, headers: HTTPFields = [:]) -> Request {
        var request = Request(.post, sandbox.baseURL + path, json: json)
        for field in headers { request.headers[field.name] = field.value }
        return request
    }

    /// The header that opens one of the Plytix accounts.
    func key(to alias: String = "default") throws -> HTTPFields {
        let credentials = SandboxCredentials(alias: alias)
        let answer = post(
            "/auth/api/get-token",
            [
                "api_key": JSONValue(credentials.key),
                "api_password": JSONValue(credentials.password),
            ])
        return [
            .authorization: "Bearer \(try answer.json()["data"][0]["access_token"].string ?? "")"
        ]
    }

    /// Uploads an asset by URL.
    func upload(_ url: String, as filename: String, to alias: String = "default") throws -> Response
    {
        post(
            "/api/v1/assets", ["url": JSONValue(url), "filename": JSONValue(filename)],
            headers: try key(to: alias))
    }

    /// Creates a product with nothing but a SKU; gives the status.
    func create(_ sku: String, in alias: String = "default") throws -> Int {
        post("/api/v1/products", ["sku": JSONValue(sku)], headers: try key(to: alias)).status
    }

    func skus(of alias: String = "default") throws -> [String] {
        try get("/control/state?target=\(alias)").json()["products"].elements
            .compactMap { $0["sku"].string }
    }
}
