import Catalog
import HTTP
import HTTPTypes
import JSON
import Testing

import SandboxFaults
@testable import SandboxServer

@Suite struct `A request that goes wrong` {
    private func creation(_ visitor: Visitor) throws -> Request {
        visitor.request("/api/v1/products", ["sku": "A-1"], headers: try visitor.key())
    }

    @Test(arguments: [
        (Fault.Kind.none, true), (.dropBefore, false), (.dropAfter, true),
        (.answer(status: 502, body: .html, pause: .absent, isApplied: false), false),
        (.answer(status: 502, body: .html, pause: .absent, isApplied: true), true),
        (.cut(bodyBytes: 3), true), (.brokenJSON, true),
    ])
    func `is carried out or not, as its fault says`(kind: Fault.Kind, isApplied: Bool) throws {
        let visitor = Visitor(sandbox: try makeSandbox())
        let request = try creation(visitor)
        _ = visitor.sandbox.react(to: request, under: Fault(kind), at: opening)
        #expect(try visitor.skus().contains("A-1") == isApplied)
    }

    @Test func `gets the end that its fault says`() throws {
        func reaction(_ kind: Fault.Kind?) throws -> Reaction {
            let visitor = Visitor(sandbox: try makeSandbox())
            let fault = kind.map { Fault($0) }
            return visitor.sandbox.react(to: try creation(visitor), under: fault, at: opening)
        }
        guard case .answer(let whole) = try reaction(nil) else {
            Issue.record("no answer without a fault")
            return
        }
        #expect(whole.status == 201)
        #expect(try reaction(Fault.Kind.none) == .answer(whole))
        #expect(try reaction(.dropBefore) == .drop)
        #expect(try reaction(.dropAfter) == .drop)
        #expect(try reaction(.cut(bodyBytes: 5)) == .cut(whole, bodyBytes: 5))
        #expect(
            try reaction(.cut(bodyBytes: 1 << 20))
                == .cut(whole, bodyBytes: whole.body.count - 1))
        guard case .answer(let broken) = try reaction(.brokenJSON) else {
            Issue.record("no answer with broken JSON")
            return
        }
        #expect(broken.status == 201)
        #expect(throws: JSONError.self) { try broken.json() }
    }

    @Test(arguments: [
        (
            "/catalog/2022-04-01/items", 503,
            #"{"errors":[{"code":"ServiceUnavailable","message":"Service Unavailable","details":""}]}"#
        ),
        (
            "/catalog/2022-04-01/items", 429,
            #"{"errors":[{"code":"QuotaExceeded","message":"You exceeded your quota for the requested resource.","details":""}]}"#
        ),
        (
            "/auth/o2/token", 500,
            #"{"error":"server_error","error_description":"Internal Server Error"}"#
        ),
        ("/api/v1/products", 500, #"{"error":{"msg":"Internal Server Error"}}"#),
        ("/api/v1/products", 502, #"{"message":"Bad Gateway"}"#),
        ("/images/I/a.jpg", 503, ""),
    ])
    func `gets an error in the words of its system`(path: String, status: Int, body: String) throws
    {
        let fault = Fault(.answer(status: status, body: .json, pause: .absent, isApplied: false))
        let reaction = try makeSandbox()
            .react(to: Request(.get, base + path), under: fault, at: opening)
        guard case .answer(let response) = reaction else {
            Issue.record("no answer")
            return
        }
        #expect(response.status == status)
        #expect(String(decoding: response.body, as: UTF8.self) == body)
    }

    @Test(arguments: [
        (Fault.Pause.absent, nil), (.text("30"), "30"), (.text("1089.492s"), "1089.492s"),
        (.date(after: .seconds(90)), "Sun, 01 Mar 2026 08:01:30 GMT"),
    ])
    func `is told when to come again, as its fault says`(pause: Fault.Pause, header: String?) throws
    {
        let fault = Fault(.answer(status: 429, body: .html, pause: pause, isApplied: false))
        let reaction = try makeSandbox()
            .react(to: Request(.get, base + "/api/v1/products"), under: fault, at: opening)
        guard case .answer(let response) = reaction else {
            Issue.record("no answer")
            return
        }
        #expect(response.headers[.retryAfter] == header)
        #expect(response.headers[.date] == "Sun, 01 Mar 2026 08:00:00 GMT")
        #expect(response.headers[.contentType] == "text/html")
    }

    @Test(arguments: [
        (
            HTTPRequest.Method.get, "/catalog/2022-04-01/items?keywords=a", "amazon",
            "searchCatalogItems", false
        ),
        (.get, "/catalog/2022-04-01/items/B07X8Z63ZL", "amazon", "getCatalogItem", false),
        (.post, "/auth/o2/token", "lwa", "token", false),
        (.get, "/images/I/a.jpg", "images", "getPicture", false),
        (.post, "/auth/api/get-token", "plytix", "getToken", false),
        (.post, "/api/v1/products", "plytix", "createProduct", true),
        (.post, "/api/v1/products/search", "plytix", "searchProducts", false),
        (.patch, "/api/v1/products/5c483c4ab1c1f10001b1b1b1", "plytix", "updateProduct", true),
        (.post, "/api/v1/assets", "plytix", "createAsset", true),
        (.get, "/api/v1/nothing", "plytix", "unknown", false),
    ])
    func `is known by its operation`(
        method: HTTPRequest.Method, path: String, system: String, operation: String, isWrite: Bool
    ) {
        let name = OperationName(of: Request(method, base + path))
        #expect(name.system.rawValue == system)
        #expect(name.operation == operation)
        #expect(name.isWrite == isWrite)
    }

    @Test func `is found by the plan by its operation and its number`() throws {
        let rule = FaultRule(
            FaultMatch(system: "plytix", operation: "createProduct", occasion: .nth([2])),
            Fault(.dropBefore))
        let visitor = Visitor(
            sandbox: try makeSandbox(Sandbox.Options(faults: FaultPlan(rules: [rule]))))
        let creation = try creation(visitor)
        let token = visitor.request("/auth/api/get-token", [:])
        let faults = [creation, token, creation, creation].map {
            visitor.sandbox.decideFault(for: $0)
        }
        #expect(faults == [nil, nil, Fault(.dropBefore), nil])
    }
}
