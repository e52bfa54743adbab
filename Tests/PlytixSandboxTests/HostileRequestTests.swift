import Catalog
import HTTPTypes
import JSON
import Testing

@testable import PlytixSandbox

@Suite struct `Requests that nobody would send` {
    /// Values of every kind, most of them wrong for any field.
    private static let values: [JSONValue] = [
        nil, true, false, 0, -1, 1.5, .number(JSONNumber(text: "1e400")),
        .number(JSONNumber(text: "-99999999999999999999")), "", " ", "x", "2026-02-31", "é\u{0}",
        "../../etc/passwd", .string(String(repeating: "ä", count: 3000)), [], [:], [[]], [nil],
        [["id": nil]], [["id": "x"]], ["id": 1], ["_schema": []],
        [["field": "sku", "operator": "eq"]],
        [[["field": "sku", "operator": "in", "value": [nil]]]],
    ]
    private static let keys = [
        "sku", "label", "gtin", "status", "attributes", "thumbnail", "assets", "categories", "id",
        "attribute_label", "product_relationships", "quantity", "name", "type_class", "options",
        "product_families", "parent_level", "attributes_level", "filters", "pagination",
        "relationship_filters", "url", "filename", "content", "variant", "product_family_id",
        "parent_id", "sort_children", "order", "attribute_labels", "description",
    ]

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `are answered without a crash or an internal error`(_ seed: UInt64) {
        var dice = Identifiers(seed: seed, salt: "dice")
        func roll(_ count: Int) -> Int {
            let digits = dice.next().suffix(8)
            return (Int(digits, radix: 16) ?? 0) % count
        }
        let bench = Bench()
        var ids = ["x", "000000000000000000000000", "%2e%2e", "é"]
        ids += [bench.product("A"), bench.asset("a.jpg"), bench.attribute("One")]
        ids += [bench.family("F"), bench.relationship("R")]
        for _ in 0..<1500 {
            let route = Router.routes[roll(Router.routes.count)]
            let path = route.pattern.dropFirst().map { part in
                part.hasPrefix(":") ? ids[roll(ids.count)] : part
            }
            var body = JSONObject()
            for _ in 0..<roll(5) {
                body[Self.keys[roll(Self.keys.count)]] = Self.values[roll(Self.values.count)]
            }
            let reply = bench.send(route.method, path.joined(separator: "/"), .object(body))
            let isExpected = (200..<500).contains(reply.status) || route.handler == nil
            #expect(isExpected, "\(route.method) \(path) \(JSONValue.object(body).text)")
            if reply.status == 201, !reply.id.isEmpty { ids.append(reply.id) }
        }
        #expect(bench.sandbox.state(of: "default") != nil)
    }

    @Test func `of any bytes are answered`() {
        let bench = Bench()
        var dice = Identifiers(seed: 9, salt: "bytes")
        for length in 0..<300 {
            let bytes = dice.bytes(length)
            #expect(bench.send(.post, "v1/products/search", bytes: bytes).status >= 200)
            let form: HTTPFields = [.contentType: "multipart/form-data; boundary=a"]
            #expect(
                bench.send(.put, "v1/assets/x/content", headers: form, bytes: bytes).status >= 200)
        }
    }
}
