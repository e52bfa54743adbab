import HTTP
import HTTPTypes
import JSON
import Testing

@Suite struct `A refusal that repeats the request` {
    private func answer(
        _ request: Request, operation: String = "getProduct", status: Int = 400
    ) async throws -> String {
        let session = PolicyStack([EchoPolicy()], transport: Echo(status: status))
        let call = Call(
            request,
            Operation(operation, system: "plytix", bucket: "b", isSafe: true, isWrite: false))
        let response = try await session.send(call)
        let headers = response.headers.map { "\($0.name.rawName): \($0.value)" }
        return headers.joined(separator: "\n") + String(decoding: response.body, as: UTF8.self)
    }

    @Test(arguments: ["a.b-c_d-e", "Atza|x/+=\"quoted\"", "pässwört-1"])
    func `loses the token, however it is written`(token: String) async throws {
        var request = Request(.get, "http://host/x?q=\(PercentEncoding.encode(token))")
        request.headers[.authorization] = "Bearer \(token)"
        let text = try await answer(request)
        #expect(!text.contains(token))
        #expect(!text.contains(PercentEncoding.encode(token)))
        #expect(text.contains("Authorization: Bearer [secret]"))
        #expect(text.contains("q=[secret]"))
    }

    @Test func `loses the credentials of a request for a token`() async throws {
        let json = Request(
            .post, "http://host/t", json: ["api_key": "key-1234", "api_password": "p\"567890"])
        let plytix = try await answer(json, operation: "getToken", status: 401)
        #expect(!plytix.contains("key-1234"))
        #expect(!plytix.contains("567890"))
        let form = Request(
            .post, "http://host/t",
            body: Array(
                "grant_type=refresh_token&refresh_token=Atzr%7Cabc&client_secret=s%2B123456".utf8))
        let amazon = try await answer(form, operation: "getToken", status: 500)
        #expect(
            amazon.hasSuffix(
                "grant_type=refresh_token&refresh_token=[secret]&client_secret=[secret]"))
        #expect(!amazon.contains("Atzr"))
    }

    /// `password` stands in every message about a password.
    @Test func `keeps what is too short to be told from words`() async throws {
        let json = Request(.post, "http://host/t", json: ["api_password": "pass"])
        #expect(try await answer(json, operation: "getToken").contains("api_password"))
    }

    @Test func `and a success stays as it is`() async throws {
        var request = Request(.get, "http://host/x")
        request.headers[.authorization] = "Bearer a.b.c.d"
        #expect(try await answer(request, status: 200).contains("a.b.c.d"))
    }

    /// Answers with all that it was sent.
    private struct Echo: Transport {
        let status: Int

        func send(_ request: Request) async throws(TransportError) -> Response {
            let headers = request.headers.map { "\($0.name.rawName): \($0.value)\n" }.joined()
            let text = "\(request.url)\n\(headers)\(String(decoding: request.body, as: UTF8.self))"
            return Response(status, headers: request.headers, body: Array(text.utf8))
        }
    }
}
