import ContractSupport
import HTTP
import HTTPTypes
import JSON
import Testing

/// The rules for requests and answers, on exchanges that are wrong in one thing each.
@Suite(.publishedSpecifications) struct `An exchange that is not as published` {
    private static let items = "https://host/catalog/2022-04-01/items"
    private static let api = "https://host/api/v1"
    private static let token: HTTPFields = [
        .authorization: "Bearer a.b.c", .userAgent: "plysync/test",
    ]

    private func rules(_ request: Request, _ response: Response) throws -> [String] {
        try #require(PublishedSpecifications.shared).findings(request, response)
            .map { "\($0.side.rawValue) \($0.place) \($0.rule)" }
    }

    @Test(arguments: [
        ("?marketplaceIds=A&keywords=a%2Cb", []),
        ("?keywords=a", ["request query/marketplaceIds required"]),
        ("?marketplaceIds=A,B", ["request path encoding", "request query/marketplaceIds count"]),
        ("?marketplaceIds=A&keywords=a+b", ["request path encoding"]),
        ("?marketplaceIds=A&keywords=a%2cb", ["request path encoding"]),
        (
            "?marketplaceIds=A&marketplaceIds=A",
            ["request query/marketplaceIds repeated", "request query/marketplaceIds count"]
        ),
        ("?marketplaceIds=A&pageSize=21", ["request query/pageSize range"]),
        ("?marketplaceIds=A&pageSize=x", ["request query/pageSize type"]),
        ("?marketplaceIds=A&includedData=images%2Cnothing", ["request query/includedData/* enum"]),
        ("?marketplaceIds=A&identifiersType=asin", ["request query/identifiersType enum"]),
        ("?marketplaceIds=A&brand=x", ["request query/brand undocumented"]),
    ])
    func `asks Amazon wrongly`(query: String, expected: [String]) throws {
        let request = Request(
            .get, Self.items + query, headers: [.userAgent: "plysync/test"])
        let answer = Response(200, headers: Self.amazonHeaders, json: Self.page)
        #expect(try rules(request, answer) == expected)
    }

    private static let page: JSONValue = ["numberOfResults": 0, "items": []]
    private static var amazonHeaders: HTTPFields {
        var headers: HTTPFields = [:]
        for name in ["x-amzn-RateLimit-Limit", "x-amzn-RequestId"] {
            if let name = HTTPField.Name(name) { headers[name] = "1" }
        }
        return headers
    }

    @Test func `asks Plytix wrongly`() throws {
        let fine = Response(201, json: ["data": [["id": "5c4ed8002f0985001d233274"]]])
        let body: JSONValue = ["id": "a", "attribute_label": "thumbnail"]
        func check(_ change: (inout Request) -> Void) throws -> [String] {
            var request = Request(.post, Self.api + "/products/1/assets", json: body)
            for field in Self.token { request.headers[field.name] = field.value }
            change(&request)
            return try rules(request, fine)
        }
        #expect(try check { _ in } == [])
        #expect(
            try check { $0.body = [] } == [
                "request header/content-type no body", "request body required",
            ])
        #expect(try check { $0.body = Array("{\"id\":1}".utf8) } == ["request body/id type"])
        #expect(try check { $0.body = Array("{".utf8) } == ["request body JSON"])
        #expect(
            try check { $0.headers[.contentType] = "text/plain" }
                == ["request header/content-type undocumented"])
        #expect(
            try check { $0.headers[.authorization] = "a.b.c" }
                == ["request header/authorization security"])
        #expect(
            try check { $0.body = Array("{\"id\":\"a\",\"alt\":1}".utf8) }
                == ["request body/alt undocumented"])
        // Somebody else's request is none of our business.
        #expect(
            try check {
                $0.headers[.userAgent] = "other"; $0.body = []
            } == [])
    }

    @Test func `says in a GET what only a POST may`() throws {
        var request = Request(.get, Self.api + "/products/1", headers: Self.token)
        let answer = Response(200, json: ["data": [["sku": "A"]]])
        #expect(try rules(request, answer) == [])
        request.headers[.contentType] = "application/json"
        #expect(try rules(request, answer) == ["request header/content-type no body"])
        request.body = Array("{}".utf8)
        #expect(try rules(request, answer) == ["request body undocumented"])
        request.url += "/"
        #expect(try rules(request, answer) == ["response path undocumented"])
    }

    @Test func `answers wrongly`() throws {
        let request = Request(.get, Self.items + "?marketplaceIds=A")
        func check(_ status: Int, _ json: JSONValue, _ change: (inout Response) -> Void = { _ in })
            throws -> [String]
        {
            var response = Response(status, headers: Self.amazonHeaders, json: json)
            change(&response)
            return try rules(request, response)
        }
        #expect(try check(200, Self.page) == [])
        #expect(try check(200, ["items": []]) == ["response body required"])
        #expect(try check(206, Self.page) == ["response status undocumented"])
        #expect(
            try check(200, Self.page) { $0.headers[.contentType] = "text/html" }
                == ["response header/content-type undocumented"])
        #expect(try check(200, Self.page) { $0.body = [] } == ["response body JSON"])
        #expect(
            try check(200, Self.page) { $0.headers = [.contentType: "application/json"] } == [
                "response header/x-amzn-ratelimit-limit missing",
                "response header/x-amzn-requestid missing",
            ])
        // Any request may be refused so, and what is documented of it still holds.
        for status in [401, 501, 502] { #expect(try check(status, "x") == []) }
        #expect(try check(503, ["errors": [["code": "x"]]]) == ["response body/errors/* required"])
    }

    @Test func `answers with bytes where there are none`() throws {
        let request = Request(.delete, Self.api + "/products/1", headers: Self.token)
        #expect(try rules(request, Response(204)) == [])
        #expect(
            try rules(request, Response(204, json: [:])) == ["response body undocumented"])
    }

    @Test func `serves what nobody documents`() throws {
        let request = Request(.get, Self.api + "/invented")
        #expect(try rules(request, Response(404)) == [])
        #expect(try rules(request, Response(200, json: [:])) == ["response path undocumented"])
        #expect(try rules(Request(.get, "https://host/images/I/a.jpg"), Response(200)) == [])
    }
}
