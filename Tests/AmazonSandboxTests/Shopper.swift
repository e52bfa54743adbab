import AmazonSandbox
import Catalog
import HTTP
import HTTPTypes
import JSON
import SandboxWorld
import Testing

/// A client of the sandbox with a clock of its own, which moves only when it is told to.
final class Shopper {
    let sandbox: SandboxedAmazon
    var now = Instant(seconds: 1_772_524_800)
    var token = ""
    private static let marketplace = "marketplaceIds=ATVPDKIKX0DER"

    init(
        _ world: World = .bundled, quirks: Set<Quirk> = [], speed: Double = 1,
        sellers: [SandboxedAmazon.Seller] = [.sandbox],
        examples: PublishedExamples = PublishedExamples()
    ) throws {
        sandbox = SandboxedAmazon(
            world: world,
            configuration: .init(
                imagesURL: "http://127.0.0.1:8080/", sellers: sellers, speed: speed,
                quirks: quirks, examples: examples))
        token = try #require(logIn(sellers[0]).json()["access_token"].string)
    }

    func wait(seconds: Int) { now = now + .seconds(seconds) }

    func logIn(
        _ seller: SandboxedAmazon.Seller = .sandbox, changing changes: [String: String?] = [:]
    ) -> Response {
        var form: [String: String?] = [
            "grant_type": "refresh_token", "refresh_token": seller.refreshToken,
            "client_id": seller.clientID, "client_secret": seller.clientSecret,
        ]
        form.merge(changes) { $1 }
        let items = form.sorted { $0.key < $1.key }.compactMap { key, value in
            value.map { (key, $0) }
        }
        return sandbox.respond(
            to: Request(
                .post, "/auth/o2/token",
                headers: [.contentType: "application/x-www-form-urlencoded;charset=UTF-8"],
                body: Array(PercentEncoding.form(items).utf8)),
            at: now)
    }

    /// A request with the token, as soon as the bucket lets it.
    func get(_ path: String, patiently: Bool = true, headers: HTTPFields = [:]) -> Response {
        if patiently { wait(seconds: 1) }
        var headers = headers
        headers[Self.tokenName] = token
        return sandbox.respond(
            to: Request(.get, "http://127.0.0.1:8080" + path, headers: headers), at: now)
    }

    func search(_ query: String) -> Response {
        get("/catalog/2022-04-01/items?\(Self.marketplace)&\(query)")
    }

    func item(_ asin: String, _ query: String = "") -> Response {
        get("/catalog/2022-04-01/items/\(asin)?\(Self.marketplace)&\(query)")
    }

    /// The bodies of all pages of a search, by its tokens.
    func pages(_ query: String, atMost count: Int = 100) throws -> [JSONValue] {
        var pages: [JSONValue] = []
        var token: String?
        repeat {
            let more = token.map { "&pageToken=" + PercentEncoding.encode($0) } ?? ""
            let response = search(query + more)
            try #require(response.status == 200)
            pages.append(try response.json())
            token = pages.last?["pagination"]["nextToken"].string
        } while token != nil && pages.count < count
        return pages
    }

    static let tokenName = name("x-amz-access-token")
    static let rateName = name("x-amzn-RateLimit-Limit")
    static let requestIDName = name("x-amzn-RequestId")
    static let errorTypeName = name("x-amzn-ErrorType")

    private static func name(_ text: String) -> HTTPField.Name {
        HTTPField.Name(text) ?? .server
    }
}

func asins(_ pages: [JSONValue]) -> [String] {
    pages.flatMap { $0["items"].elements.compactMap { $0["asin"].string } }
}
