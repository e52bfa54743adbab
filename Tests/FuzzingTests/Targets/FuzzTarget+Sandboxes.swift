import AmazonSandbox
import Catalog
import HTTP
import HTTPTypes
import JSON
import PlytixSandbox
import SandboxWorld

/// Requests of any kind to the servers that we test against: they never say 500 of themselves.
extension FuzzTarget {
    /// The request of an input: a method and a URL on the first line, then the body.
    ///
    /// A word that is no method is a GET: HTTP servers know what to do with those.
    static func request(_ bytes: [UInt8], _ token: (name: HTTPField.Name, value: String)) -> Request
    {
        let line = bytes.prefix { $0 != 0x0A }
        let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 1)
        let methods: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete, .head]
        let method = methods.first { $0.rawValue == words.first ?? "" } ?? .get
        let path = words.count > 1 ? String(words[1]) : "/"
        return Request(
            method, "http://127.0.0.1\(path)",
            headers: [
                token.name: token.value, .contentType: "application/json",
                .accept: "application/json",
            ], body: Array(bytes.dropFirst(line.count + 1)))
    }

    static let amazonSandbox = FuzzTarget("amazon-sandbox", seeds: { bytes(Seeds.amazonRequests) })
    {
        bytes in
        let token = (name: amazonToken, value: amazon.token)
        let response = amazon.server.respond(to: request(bytes, token), at: now)
        if response.status >= 500 { return "the sandbox said \(response.status)" }
        return response.status == 200 && response.headers[.contentType] == "application/json"
            && (try? response.json()) == nil ? "the answer is no JSON" : nil
    }

    /// Begins with an empty account for each input: a few requests, parted by zero bytes.
    static let plytixSandbox = FuzzTarget("plytix-sandbox", seeds: { bytes(Seeds.plytixRequests) })
    {
        bytes in
        let server = SandboxedPlytix(
            accounts: [AccountConfiguration(alias: "default", key: "key", password: "password")],
            configuration: .init(speed: 1_000),
            fetch: { _ in .status(404) })
        let answer = server.respond(
            to: Request(
                .post, "http://127.0.0.1/auth/api/get-token",
                json: ["api_key": "key", "api_password": "password"]), at: now)
        guard let token = try? answer.json()["data"][0]["access_token"].string else {
            return "there is no token"
        }
        for part in bytes.split(separator: 0).prefix(8) {
            let response = server.respond(
                to: request(Array(part), (.authorization, "Bearer \(token)")), at: now)
            if response.status >= 500, response.status != 501 {
                return "the sandbox said \(response.status)"
            }
        }
        return nil
    }

    private static let amazonToken = HTTPField.Name("x-amz-access-token") ?? .authorization
    private static let amazon = LoggedInAmazon()
}

/// An Amazon with a token, and a quota that no number of inputs uses up.
private final class LoggedInAmazon: Sendable {
    let server = SandboxedAmazon(world: .bundled, configuration: .init(speed: 1e12))
    let token: String

    init() {
        let form =
            "grant_type=refresh_token&refresh_token=Atzr%7Csandbox-refresh-token"
            + "&client_id=amzn1.application-oa2-client.sandbox"
            + "&client_secret=amzn1.oa2-cs.v1.sandbox-client-secret"
        let answer = server.respond(
            to: Request(
                .post, "http://127.0.0.1/auth/o2/token",
                headers: [.contentType: "application/x-www-form-urlencoded"],
                body: Array(form.utf8)), at: FuzzTarget.now)
        token = (try? answer.json())?["access_token"].string ?? ""
    }
}
