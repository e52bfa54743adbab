import Catalog
import HTTP
import HTTPTypes
import JSON
import Testing

@testable import PlytixSandbox

@Suite struct `Asking for a token` {
    /// The claims of a token.
    private func claims(_ token: String) throws -> JSONValue {
        let parts = token.split(separator: ".").map(String.init)
        #expect(parts.count == 3)
        return try JSONValue(parsing: try #require(Base64.decode(parts[1])))
    }

    @Test func `gives a list with a JWT of three parts and an opaque refresh token`() throws {
        let bench = Bench()
        let reply = bench.requestToken()
        #expect(reply.status == 200)
        #expect(reply.data.count == 1)
        let token = try #require(reply.first["access_token"].string)
        let header = token.split(separator: ".").first.map(String.init) ?? ""
        #expect(try JSONValue(parsing: Base64.decode(header) ?? [])["typ"] == "JWT")
        #expect(!token.contains("="))
        #expect(reply.first["refresh_token"].string?.isEmpty == false)
    }

    @Test func `names account, user, role, limits and fifteen minutes in its claims`() throws {
        let bench = Bench(limits: AccountConfiguration.Limit.paidPlan)
        let claims = try claims(bench.token)
        #expect(claims["exp"].int == (claims["iat"].int ?? 0) + 900)
        #expect(claims["account"]["id"] == bench.state()["account"]["id"])
        #expect(claims["user"]["id"].string?.count == 24)
        #expect(claims["role"] == "ADMIN")
        #expect(
            claims["account"]["rate_limit"] == [
                ["limit": 50, "window_size": 10], ["limit": 5000, "window_size": 3600],
            ])
    }

    @Test func `multiplies the announced limits and divides the lifetime by the speed`() throws {
        let bench = Bench(limits: AccountConfiguration.Limit.paidPlan) { $0.speed = 10 }
        let claims = try claims(bench.token)
        #expect(claims["account"]["rate_limit"][0]["limit"] == 500)
        #expect(claims["exp"].int == (claims["iat"].int ?? 0) + 90)
    }

    @Test func `refuses bad credentials with an integer message`() {
        #expect(
            Bench().requestToken("key-default", "wrong").text
                == refused(
                    401, "Bad api_key or api_password: Credentials not valid",
                    ("http_status_code", 401)))
    }

    @Test(arguments: ["", "{", "[]", #"{"api_key":"k"}"#])
    func `refuses a malformed body`(_ body: String) {
        let bench = Bench()
        let reply = Reply(
            bench.sandbox.respond(
                to: Request(.post, "/auth/api/get-token", body: Array(body.utf8)), at: bench.now))
        #expect(reply.status == 400)
    }

    @Test func `is limited to eight a second`() throws {
        let bench = Bench()
        let replies = (0..<9).map { _ in bench.requestToken() }
        #expect(replies.map(\.status) == Array(repeating: 200, count: 7) + [429, 429])
        #expect(replies[8].headers[try #require(HTTPField.Name("ratelimit-limit"))] == "8")
        #expect(replies[8].headers[.retryAfter] == "1")
        bench.wait(.seconds(1))
        #expect(bench.requestToken().status == 200)
    }

    @Test func `gives tokens that work for their account alone`() {
        let bench = Bench()
        bench.product("A")
        let other = bench.requestToken("key-fresh", "password-fresh").first["access_token"].string
        let reply = bench.send(
            .post, "v1/products/search", [:],
            headers: [.authorization: "Bearer \(other ?? "")"])
        #expect(reply.json["pagination"]["total_count"] == 0)
    }

    @Test(arguments: [nil, "", "Bearer None", "bearer TOKEN", "Bearer  TOKEN", "TOKEN"])
    func `lets nobody in without a good token`(_ header: String?) {
        let bench = Bench()
        var request = Request(.get, "https://pim.plytix.com/api/v1/filters/product")
        request.headers[.authorization] = header?.replacing("TOKEN", with: bench.token)
        let reply = Reply(bench.sandbox.respond(to: request, at: bench.now))
        #expect(
            reply.text
                == refused(
                    401, header == nil ? "Missing Authorization Header" : "Token has expired"))
    }

    @Test func `gives tokens that end after fifteen minutes`() {
        let bench = Bench()
        bench.wait(.seconds(899))
        #expect(bench.get("v1/filters/product").status == 200)
        bench.wait(.seconds(1))
        #expect(bench.get("v1/filters/product").status == 401)
        bench.logIn()
        #expect(bench.get("v1/filters/product").status == 200)
    }
}
