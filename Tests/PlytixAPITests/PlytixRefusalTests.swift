import Catalog
import HTTP
import HTTPTypes
import JSON
import PlytixAPI
import Testing

@Suite struct `Plytix' refusals` {
    private static func error(_ response: Response) async -> APIError? {
        await failure { () async throws(APIError) in
            try await client(ScriptedPlytix { _, _ in response })
                .patchProduct("p", ProductPatch(fields: JSONObject([("label", "x")])))
        }
    }

    @Test(arguments: [
        (
            #"{"error":{"msg":"m","errors":[{"field":"status","msg":"not valid"}]}}"#,
            "m (status: not valid)"
        ),
        (#"{"error":{"msg":" No results found for x"}}"#, "No results found for x"),
        (
            #"{"error":{"errors":[{"field":"http_status_code","msg":400}],"msg":"Failed"}}"#,
            "Failed (http_status_code: 400)"
        ),
        (
            #"{"error":{"msg":"m","errors":[{"field":"thumbnail","msg":{"_schema":["bad"]}}]}}"#,
            #"m (thumbnail: {"_schema":["bad"]})"#
        ),
        (#"{"msg":"flat"}"#, "flat"), (#"{"message":"API rate"}"#, "API rate"),
        (#"{"detail":"Not valid."}"#, "Not valid."),
        (
            #"{"detail":[{"type":"json","loc":["body",30],"msg":"bad"}]}"#,
            "the answer says no more (bad)"
        ),
        (
            #"{"data":[],"errors":[{"name":"ValidationError","description":"sku: x"}]}"#,
            "the answer says no more (ValidationError: sku: x)"
        ),
        (#"{"error":"text"}"#, "text"), ("<html>", "the answer says no more"),
        ("", "the answer says no more"),
    ])
    func `are read in all their shapes`(body: String, said: String) async {
        let error = await Self.error(Response(422, body: Array(body.utf8)))
        #expect(error?.description == "patchProduct: 422 \(said)")
    }

    @Test(arguments: [
        (401, "PLYTIX_PIM_BASE_URL"), (402, "plan"), (403, "patchProduct"),
        (405, "PLYTIX_PIM_BASE_URL"), (302, "redirects"),
    ])
    func `that somebody has to see to say what to do`(status: Int, hint: String) async {
        let error = await Self.error(Response(status, body: Array("{}".utf8)))
        guard case .askOperator(let text) = error?.recovery else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(text.contains(hint))
    }

    @Test(arguments: [400, 404, 409, 413, 422, 428])
    func `of what was sent ask for other input`(status: Int) async {
        let error = await Self.error(Response(status, body: Array("{}".utf8)))
        guard case .fixInput = error?.recovery else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.mayHaveBeenApplied == false)
    }

    @Test(arguments: [
        (HTTPFields([HTTPField(name: .retryAfter, value: "1901")]), 1901.0),
        (HTTPFields([HTTPField(name: .retryAfter, value: "0.5")]), 0.5),
        (
            HTTPFields([
                HTTPField(name: .retryAfter, value: "Sun, 01 Mar 2026 09:00:00 GMT"),
                HTTPField(name: .date, value: "Sun, 01 Mar 2026 08:50:00 GMT"),
            ]), 600
        ), (HTTPFields(), nil),
    ])
    func `for the quota say until when, and the next request waits`(
        headers: HTTPFields, seconds: Double?
    ) async throws {
        let clock = ImmediateClock()
        let plytix = ScriptedPlytix { _, number in
            number == 1
                ? Response(429, headers: headers, body: Array("<html>".utf8))
                : Response(200, json: ["data": [["id": "p", "sku": "S"]]])
        }
        let client = client(plytix, clock: clock)
        let patch = ProductPatch(fields: JSONObject([("label", "x")]))
        _ = try await client.account()
        let start = clock.now
        let error = await failure { () async throws(APIError) in
            try await client.patchProduct("p", patch)
        }
        let until = seconds.map { start + .microseconds(Int($0 * 1_000_000)) }
        guard case .limited("patchProduct", until, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.recovery == .retry(after: until))
        #expect(error?.mayHaveBeenApplied == false)
        #expect(plytix.calls.count == 1)
        _ = try await client.patchProduct("p", patch)
        // Without a word from Plytix, a window of ten seconds and a little.
        let passed = clock.now - start
        if let seconds {
            #expect(passed == .microseconds(Int(seconds * 1_000_000)))
        } else {
            #expect(passed >= .seconds(10) && passed < .seconds(13))
        }
    }

    @Test func `hide tokens and control characters`() async {
        let token = String(repeating: "x", count: 300)
        let body = #"{"error":{"msg":"bad\u001b[31m token \#(token)"}}"#
        let error = await Self.error(Response(400, body: Array(body.utf8)))
        #expect(error?.description == "patchProduct: 400 bad [31m token xxxxxxxx…")
    }
}
