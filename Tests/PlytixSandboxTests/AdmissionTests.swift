import Catalog
import HTTP
import HTTPTypes
import JSON
import Testing

@testable import PlytixSandbox

@Suite struct `A request before anything looks into it` {
    @Test func `with a trailing slash is redirected to the path without it`() {
        let reply = Bench().get("v1/filters/product/?a=b")
        #expect(reply.status == 301)
        #expect(reply.headers[.location] == "https://pim.plytix.com/api/v1/filters/product?a=b")
    }

    @Test(arguments: ["v1/nothing", "v3/products", "v1", "v1/products/1/2/3/4", "v2/assets"])
    func `to an unknown path gives 404`(_ path: String) {
        #expect(Bench().get(path).text == refused(404, "Not found"))
    }

    @Test func `with a wrong method gives 405 and the right ones`() {
        let reply = Bench().get("v1/products")
        #expect(reply.text == refused(405, "The method is not allowed for the requested URL."))
        #expect(reply.headers[.allow] == "POST")
        #expect(Bench().send(.delete, "v1/products/x/assets").status == 405)
    }

    @Test(arguments: Router.notServed)
    func `to an operation that is not served gives 501`(_ route: Route) {
        let path = route.pattern.dropFirst().map { $0.hasPrefix(":") ? "5c4e" : $0 }
        let reply = Bench().send(route.method, path.joined(separator: "/"), [:])
        #expect(reply.text == refused(501, "This sandbox does not serve this operation"))
    }

    @Test(
        arguments: [
            ("{", "line 1 column 2 (char 1)"), ("{\n  a", "line 2 column 3 (char 4)"),
            ("", "line 1 column 1 (char 0)"), ("{\"sku\": \"A\"} x", "line 1 column 14 (char 13)"),
        ])
    func `that is not JSON gives 400 with the place`(_ body: String, _ place: String) {
        #expect(
            Bench().send(.post, "v1/products", bytes: Array(body.utf8)).text
                == refused(
                    400, "Failed to decode JSON object: Expecting value: \(place)",
                    ("http_status_code", 400)))
    }

    @Test(arguments: ["[]", "1", "\"text\"", "null"])
    func `that is no JSON object gives 400`(_ body: String) {
        #expect(
            Bench().send(.post, "v1/products", bytes: Array(body.utf8)).text
                == refused(400, "The browser sent a request that this server could not understand.")
        )
    }

    @Test func `that is too large gives 413`() {
        let bench = Bench { $0.bodyBytesMax = 20 }
        #expect(bench.post("v1/products", ["sku": "A"]).status == 201)
        #expect(bench.post("v1/products", ["sku": "A long one, too long"]).status == 413)
    }

    @Test(
        arguments: [
            (Permission.products, "v1/products"), (.assets, "v1/assets"),
            (.assets, "v1/categories/file"), (.attributes, "v1/attributes/product"),
            (.attributes, "v1/attribute-groups/product"), (.families, "v1/product_families"),
            (.relationships, "v1/relationships"), (.categories, "v1/categories/product"),
        ])
    func `without its right gives 403`(_ permission: Permission, _ path: String) {
        let others = Set(Permission.allCases).subtracting([permission])
        let bench = Bench(permissions: others)
        #expect(
            bench.post(path, ["name": "x", "sku": "x"]).text == refused(403, "Permission denied."))
        #expect(bench.post("\(path)/search", [:]).status == 200)
        #expect(Bench(permissions: [permission, .read]).post(path, [:]).status != 403)
    }

    @Test func `without the right to read gives 403 for reads and searches only`() {
        let bench = Bench(permissions: Set(Permission.allCases).subtracting([.read]))
        #expect(bench.get("v1/filters/product").status == 403)
        #expect(bench.post("v1/products/search", [:]).status == 403)
        #expect(bench.post("v1/products", ["sku": "A"]).status == 201)
    }

    @Test func `gets an answer with its date`() {
        let bench = Bench()
        #expect(bench.get("v1/filters/asset").headers[.date] == "Sun, 01 Mar 2026 21:20:00 GMT")
    }
}
