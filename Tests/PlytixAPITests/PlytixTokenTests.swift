import Catalog
import HTTP
import HTTPTypes
import JSON
import PlytixAPI
import Synchronization
import Testing

@Suite struct `Plytix' tokens` {
    @Test func `are asked for exactly so, once`() async throws {
        let plytix = ScriptedPlytix(200, #"{"data":[]}"#)
        let client = client(plytix)
        let account = try await client.account()
        for _ in 0..<3 { _ = try await client.searchProducts(ProductQuery()) }
        #expect(plytix.tokenRequests.count == 1)
        let request = try #require(plytix.tokenRequests.first)
        #expect(request.url == "https://auth.plytix.com/auth/api/get-token")
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == #"{"api_key":"key","api_password":"pass"}"#)
        #expect(account.id == "5c4ed8002f0985001d233274")
    }

    @Test(arguments: [
        (#"{"account":{"id":"A","rate_limit":[{"limit":20,"window_size":10}]}}"#, "A", 1),
        (#"{"account_id":"A","rate_limit":[{"limit":"20","window_size":"10"}]}"#, "A", 1),
        (#"{"account":"A","x":[{"y":{"rate_limits":[{"limit":20,"window_size":10}]}}]}"#, "A", 1),
        (#"{"user":{"id":"U","account":{"_id":"A"}},"rate_limit":null}"#, "A", 0),
        (#"{"id":"U","rate_limit":[{"limit":0,"window_size":10},{"limit":5}]}"#, nil, 0),
        (#"{"account":{"name":"N"},"rate_limit":{"limit":20}}"#, nil, 0), ("{}", nil, 0),
        ("[]", nil, 0), ("7", nil, 0),
    ])
    func `tell the account and its limits, wherever they stand`(
        claims: String, id: String?, limits: Int
    ) async throws {
        let claims = try JSONValue(test: claims)
        let plytix = ScriptedPlytix(token: { Response(200, json: .token($0, claims: claims)) }) {
            _, _ in Response(200)
        }
        let account = try await client(plytix).account()
        #expect(account.id == id)
        #expect(account.limits.count == limits)
        if limits == 1 {
            #expect(account.limits == [.window(requests: 20, length: .seconds(10))])
        }
    }

    @Test(arguments: ["plain", "a.b", "a.b.c", "a.!!.c", "..", "a.e30.c.d"])
    func `that have no claims still serve`(token: String) async throws {
        let plytix = ScriptedPlytix(
            token: { _ in Response(200, json: ["data": [["access_token": .string(token)]]]) }
        ) { _, _ in Response(200, json: ["data": []]) }
        let client = client(plytix)
        _ = try await client.searchProducts(ProductQuery())
        #expect(try await client.account() == PlytixAccount(id: nil, limits: []))
        #expect(plytix.calls.first?.headers[.authorization] == "Bearer \(token)")
    }

    @Test func `teach the governor, once`() async throws {
        let clock = ImmediateClock()
        let observed = Mutex<[LimitObservation]>([])
        let governor = Governor(
            clock: clock, jitter: Jitter(SystemRandomNumberGenerator()),
            onObservation: { observation in observed.withLock { $0.append(observation) } })
        let plytix = ScriptedPlytix(200, #"{"data":[]}"#)
        let client = client(plytix, clock: clock, governor: governor)
        _ = try await client.searchProducts(ProductQuery())
        try await clock.sleep(for: .seconds(900))
        _ = try await client.searchProducts(ProductQuery())
        #expect(plytix.tokenRequests.count == 2)
        #expect(
            observed.withLock { $0 } == [
                LimitObservation(
                    bucket: "plytix:5c4ed8002f0985001d233274",
                    limits: [
                        .window(requests: 1000, length: .seconds(10)),
                        .window(requests: 50_000, length: .seconds(3600)),
                    ], evidence: .claims)
            ])
    }

    @Test(arguments: [
        #"{"error":{"msg":"Missing Authorization Header"}}"#, #"{"detail":"Unauthorized"}"#, "",
    ])
    func `are fetched anew once when Plytix refuses them, also for a write`(
        body: String
    ) async throws {
        let plytix = ScriptedPlytix { _, number in
            number == 1
                ? Response(401, body: Array(body.utf8))
                : Response(201, json: ["data": [["id": "a"]]])
        }
        _ = try await client(plytix).createAsset(url: "https://x/a.jpg", fileName: "a.jpg")
        #expect(plytix.tokenRequests.count == 2)
        let tokens = plytix.calls.compactMap { $0.headers[.authorization] }
        #expect(Set(tokens).count == 2)
    }

    @Test func `of a key that is wrong say what to check`() async {
        let plytix = ScriptedPlytix(token: { _ in
            Response(
                401,
                json: [
                    "error": [
                        "msg": "Bad api_key or api_password: Credentials not valid",
                        "errors": [["field": "http_status_code", "msg": 401]],
                    ]
                ])
        }) { _, _ in Response(200) }
        let error = await failure { () async throws(APIError) in
            try await client(plytix).getProduct("x")
        }
        guard case .noToken(.refused(let refusal)) = error,
            case .askOperator(let hint) = error?.recovery
        else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(hint.contains("PLYTIX_API_KEY"))
        #expect(refusal.message == "Bad api_key or api_password: Credentials not valid")
        #expect(refusal.complaints == [.init(field: "http_status_code", message: "401")])
        #expect(plytix.calls.isEmpty)
        #expect(plytix.tokenRequests.count == 1)
    }

    @Test func `and secrets do not show themselves`() {
        let credentials = PlytixCredentials(key: "secret", password: "secret")
        var dumped = ""
        dump(credentials, to: &dumped)
        #expect(!(dumped + "\(credentials)" + String(reflecting: credentials)).contains("secret"))
    }
}
