import AmazonAPI
import Catalog
import HTTP
import HTTPTypes
import JSON
import Testing

private func denied(_ message: String, code: String = "Unauthorized", status: Int = 403) -> Response
{
    Response(
        status,
        json: ["errors": [["code": .string(code), "message": .string(message), "details": ""]]])
}

@Suite struct `Amazon's tokens` {
    @Test func `are asked for exactly so`() async throws {
        let amazon = ScriptedAmazon { _, _ in Response(200, json: ["items": []]) }
        try await client(amazon).checkCredentials()
        let request = try #require(amazon.requests.first)
        #expect(request.method == .post)
        #expect(request.url == "https://api.amazon.com/auth/o2/token")
        #expect(
            request.headers[.contentType] == "application/x-www-form-urlencoded;charset=UTF-8")
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == "grant_type=refresh_token&refresh_token=Atzr%7Cr%2B%3D&client_id=id"
                + "&client_secret=secret")
    }

    @Test func `serve many calls`() async throws {
        let amazon = ScriptedAmazon { _, _ in Response(200, json: ["items": []]) }
        let client = client(amazon)
        for _ in 0..<5 { _ = try await client.searchCatalogItems(.keywords(["x"]), in: .us) }
        #expect(amazon.tokenRequests.count == 1)
    }

    @Test(arguments: [
        denied("The access token you provided has expired."),
        denied("The access token you provided is revoked, malformed or invalid."),
        denied("anything", status: 401),
    ])
    func `are fetched anew once when Amazon refuses them`(refusal: Response) async throws {
        let amazon = ScriptedAmazon { _, number in
            number == 1 ? refusal : Response(200, json: ["items": []])
        }
        _ = try await client(amazon).searchCatalogItems(.keywords(["x"]), in: .us)
        #expect(amazon.tokenRequests.count == 2)
        #expect(amazon.calls.count == 2)
    }

    @Test func `that are refused twice end it`() async throws {
        let amazon = ScriptedAmazon { _, _ in
            denied("The access token you provided has expired.")
        }
        let error = await failure { () async throws(APIError) in
            try await client(amazon).searchCatalogItems(.keywords(["x"]), in: .us)
        }
        #expect(amazon.calls.count == 2)
        guard case .askOperator = error?.recovery else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: [
        (
            400, #"{"error":"invalid_grant","error_description":"User may have revoked"}"#,
            "SP_API_REFRESH_TOKEN"
        ),
        (
            401, #"{"error":"invalid_client","error_description":"Client authentication failed"}"#,
            "LWA_CLIENT_SECRET"
        ),
        (
            400, #"{"error_description":"not supported","error":"unsupported_grant_type"}"#,
            "LWA_APP_ID"
        ),
        (404, "<html>", "PLYSYNC_LWA_URL"),
    ])
    func `that are refused say what to do`(status: Int, body: String, hint: String) async {
        let amazon = ScriptedAmazon(token: { _ in Response(status, body: Array(body.utf8)) }) {
            _, _ in Response(200)
        }
        let error = await failure { () async throws(APIError) in
            try await client(amazon).searchCatalogItems(.keywords(["x"]), in: .us)
        }
        guard case .noToken = error, case .askOperator(let text) = error?.recovery else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(text.contains(hint))
        #expect(amazon.tokenRequests.count == 1)
        #expect(amazon.calls.isEmpty)
    }

    @Test func `are asked for again when their server has a bad moment`() async throws {
        let amazon = ScriptedAmazon(token: { number in
            number < 3
                ? Response(503) : Response(200, json: ["access_token": "t", "expires_in": "3600"])
        }) { _, _ in Response(200, json: ["items": []]) }
        _ = try await client(amazon).searchCatalogItems(.keywords(["x"]), in: .us)
        #expect(amazon.tokenRequests.count == 3)
    }

    @Test(arguments: [#"{"access_token":""}"#, #"{"access_token":5}"#, "{}", "[]"])
    func `that are none cannot be read`(body: String) async {
        let amazon = ScriptedAmazon(token: { _ in Response(200, body: Array(body.utf8)) }) {
            _, _ in Response(200)
        }
        let error = await failure { () async throws(APIError) in
            try await client(amazon).checkCredentials()
        }
        guard case .unreadable("getToken", _, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `and secrets do not show themselves`() {
        let credentials = AmazonCredentials(
            refreshToken: "very secret", clientID: "id", clientSecret: "very secret")
        var dumped = ""
        dump(credentials, to: &dumped)
        #expect(!(dumped + "\(credentials)" + String(reflecting: credentials)).contains("secret"))
    }
}

@Suite struct `Amazon's refusals` {
    private static func error(_ response: Response) async -> APIError? {
        await failure { () async throws(APIError) in
            try await client(ScriptedAmazon { _, _ in response })
                .searchCatalogItems(.keywords(["x"]), in: .us)
        }
    }

    @Test func `of a missing role name the role`() async throws {
        let error = await Self.error(denied("Access to requested resource is denied."))
        guard case .refused(let refusal) = error, case .askOperator(let hint) = refusal.recovery
        else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(hint.contains("Product Listing"))
        #expect(
            refusal.description
                == "searchCatalogItems: 403 Unauthorized: Access to requested resource is denied.")
    }

    @Test func `of a bad request keep Amazon's words, shown safely`() async throws {
        let error = await Self.error(
            denied("Invalid\u{1B}[2J 'asin'\nprovided.", code: "InvalidInput", status: 400))
        guard case .refused(let refusal) = error, case .fixInput = refusal.recovery else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(refusal.code == "InvalidInput")
        #expect(refusal.message == "Invalid [2J 'asin' provided.")
        #expect(!refusal.mayHaveBeenApplied)
    }

    @Test func `for the quota are waited for`() async throws {
        let clock = ImmediateClock()
        let amazon = ScriptedAmazon { _, number in
            number < 4
                ? denied("You exceeded your quota", code: "QuotaExceeded", status: 429)
                : Response(200, json: ["items": []])
        }
        let start = clock.now
        _ = try await client(amazon, clock: clock).searchCatalogItems(.keywords(["x"]), in: .us)
        #expect(amazon.calls.count == 4)
        // The rate is halved each time: 1, 2 and 4 seconds.
        #expect(clock.now - start >= .seconds(7))
    }

    @Test(arguments: ["", "<html>oops</html>", "[1", #"{"errors": null}"#, #"{"errors": [7]}"#])
    func `in any form are refusals`(body: String) async throws {
        let error = await Self.error(Response(400, body: Array(body.utf8)))
        guard case .refused(let refusal) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(refusal.status == 400)
        #expect(!refusal.message.isEmpty)
    }
}

@Suite struct `Amazon's addresses` {
    @Test(arguments: [
        (Marketplace.Region.northAmerica, "https://sellingpartnerapi-na.amazon.com"),
        (.europe, "https://sellingpartnerapi-eu.amazon.com"),
        (.farEast, "https://sellingpartnerapi-fe.amazon.com"),
    ])
    func `are those of the region`(region: Marketplace.Region, api: String) {
        let endpoints = AmazonEndpoints(region: region)
        #expect(endpoints.api == api)
        #expect(endpoints.token == "https://api.amazon.com/auth/o2/token")
    }

    @Test func `can be others, and lose their slash`() {
        let endpoints = AmazonEndpoints(
            region: .europe, api: "http://127.0.0.1:8080//", token: "http://127.0.0.1:8080/t")
        #expect(endpoints.api == "http://127.0.0.1:8080")
        #expect(endpoints.token == "http://127.0.0.1:8080/t")
    }
}
