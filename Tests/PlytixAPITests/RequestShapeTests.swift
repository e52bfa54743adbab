import Catalog
import HTTP
import HTTPTypes
import JSON
import PlytixAPI
import Testing

private let id = "5c4ed8002f0985001d233274"
private let row = #"{"data":[{"id":"5c4ed8002f0985001d233274","sku":"S","name":"N","label":"l"}]}"#

/// One operation, what it sends, and the answer that it takes.
private struct Shape: Sendable, CustomTestStringConvertible {
    let name: String
    let isWrite: Bool
    let sends: String
    var status = 200
    var body = row
    var timeout = Duration.seconds(30)
    let run: @Sendable (PlytixClient) async throws -> Void

    var testDescription: String { name }
}

private let shapes: [Shape] = [
    Shape(
        name: "searchProducts", isWrite: false,
        sends: #"POST /api/v1/products/search {"filters":[[{"field":"sku","operator":"like","#
            + #""value":"AMZN-"},{"field":"attributes.amazon_asin","operator":"exists"}],"#
            + #"[{"field":"status","operator":"eq","value":"Draft"}]],"attributes":["label"],"#
            + #""pagination":{"page":2,"page_size":50,"order":"sku"}}"#
    ) { client in
        let query = ProductQuery(
            filters: [
                [
                    ProductFilter("sku", "like", "AMZN-"),
                    ProductFilter("attributes.amazon_asin", "exists"),
                ], [ProductFilter("status", "eq", "Draft")],
            ], columns: ["label"], order: "sku")
        _ = try await client.searchProducts(query, page: 2, pageSize: 50)
    },
    Shape(
        name: "searchProducts", isWrite: false,
        sends: #"POST /api/v1/products/search {"filters":[],"attributes":[],"#
            + #""pagination":{"page":1,"page_size":100}}"#
    ) { _ = try await $0.searchProducts(ProductQuery()) },
    Shape(
        name: "searchProducts", isWrite: false,
        sends: #"POST /api/v1/products/search {"filters":[[{"field":"sku","operator":"in","#
            + #""value":["A","B \"x\""]}]],"attributes":["gtin"],"#
            + #""pagination":{"page":1,"page_size":100}}"#
    ) { _ = try await $0.findProducts(skus: ["A", #"B "x""#], columns: ["gtin"]) },
    Shape(name: "getProduct", isWrite: false, sends: "GET /api/v1/products/\(id)") {
        _ = try await $0.getProduct(id)
    },
    Shape(name: "getProduct", isWrite: false, sends: "GET /api/v1/products/a%2Fb%3Fc%20%25") {
        _ = try await $0.getProduct("a/b?c %")
    },
    Shape(
        name: "createProduct", isWrite: true,
        sends: #"POST /api/v1/products {"sku":"AMZN-US-B07X8Z63ZL","label":"Title","#
            + #""status":"Draft","attributes":{"amazon_asin":"B07X8Z63ZL","amazon_images":"#
            + #"[{"id":"a1"},{"id":"a2"}]},"thumbnail":{"id":"a1"}}"#, status: 201
    ) { client in
        let draft = ProductDraft(
            sku: "AMZN-US-B07X8Z63ZL", label: "Title", status: "Draft",
            attributes: JSONObject([
                ("amazon_asin", "B07X8Z63ZL"), ("amazon_size", .null),
                ("amazon_images", MediaValue.gallery(["a1", "a2"])),
            ]), thumbnail: "a1")
        _ = try await client.createProduct(draft)
    },
    Shape(
        name: "createProduct", isWrite: true, sends: #"POST /api/v1/products {"sku":"S"}"#,
        status: 201
    ) {
        _ = try await $0.createProduct(
            ProductDraft(sku: "S", attributes: JSONObject([("x", .null)])))
    },
    Shape(
        name: "patchProduct", isWrite: true,
        sends: #"PATCH /api/v1/products/\#(id) {"label":"L","gtin":null,"#
            + #""attributes":{"size":null,"color":"red"},"thumbnail":null}"#
    ) { client in
        let patch = ProductPatch(
            fields: JSONObject([("label", "L"), ("gtin", .null)]),
            attributes: JSONObject([("size", .null), ("color", "red")]),
            thumbnail: ProductPatch.Thumbnail.none)
        _ = try await client.patchProduct(id, patch)
    },
    Shape(
        name: "patchProduct", isWrite: true,
        sends: #"PATCH /api/v1/products/\#(id) {"thumbnail":{"id":"a1"}}"#
    ) { _ = try await $0.patchProduct(id, ProductPatch(thumbnail: .asset("a1"))) },
    Shape(
        name: "assignFamily", isWrite: true,
        sends: #"POST /api/v1/products/\#(id)/family {"product_family_id":"f"}"#
    ) { _ = try await $0.assignFamily("f", to: id) },
    Shape(
        name: "linkAsset", isWrite: true,
        sends: #"POST /api/v1/products/\#(id)/assets {"id":"a","attribute_label":"amazon_images"}"#,
        status: 201
    ) { _ = try await $0.linkAsset("a", to: id, label: "amazon_images") },
    Shape(
        name: "unlinkAsset", isWrite: true, sends: "DELETE /api/v1/products/\(id)/assets/a",
        status: 204, body: ""
    ) { _ = try await $0.unlinkAsset("a", from: id) },
    Shape(
        name: "linkProducts", isWrite: true,
        sends: #"POST /api/v1/products/\#(id)/relationships/r {"product_relationships":"#
            + #"[{"product_id":"x","quantity":1},{"product_id":"y","quantity":3}]}"#, status: 201
    ) {
        _ = try await $0.linkProducts(
            [RelationTarget(id: "x"), RelationTarget(id: "y", quantity: 3)], from: id,
            relation: "r")
    },
    Shape(
        name: "unlinkProducts", isWrite: true,
        sends: #"POST /api/v1/products/\#(id)/relationships/r/unlink {"product_relationships":"#
            + #"[{"product_id":"x"}]}"#, status: 204, body: ""
    ) { _ = try await $0.unlinkProducts(["x"], from: id, relation: "r") },
    Shape(
        name: "searchAttributes", isWrite: false,
        sends: #"POST /api/v1/attributes/product/search {"filters":[],"#
            + #""attributes":["name","label","type_class","options"],"#
            + #""pagination":{"page":1,"page_size":100}}"#
    ) { _ = try await $0.allAttributes() },
    Shape(
        name: "createAttribute", isWrite: true,
        sends: #"POST /api/v1/attributes/product {"name":"Amazon Marketplace","#
            + #""label":"amazon_marketplace","type_class":"DropdownAttribute","options":["US"]}"#,
        status: 201
    ) {
        _ = try await $0.createAttribute(
            AttributeDefinition(
                label: "amazon_marketplace", name: "Amazon Marketplace", type: .dropdown,
                options: ["US"]))
    },
    Shape(
        name: "patchAttribute", isWrite: true,
        sends: #"PATCH /api/v1/attributes/product/\#(id) {"options":["US","CA"]}"#
    ) { _ = try await $0.patchAttributeOptions(id, options: ["US", "CA"]) },
    Shape(
        name: "searchFamilies", isWrite: false,
        sends: #"POST /api/v1/product_families/search {"filters":[],"attributes":["name"],"#
            + #""pagination":{"page":1,"page_size":100}}"#
    ) { _ = try await $0.allFamilies() },
    Shape(
        name: "createFamily", isWrite: true,
        sends: #"POST /api/v1/product_families {"name":"Amazon","attributes":["a","b"]}"#,
        status: 201
    ) { _ = try await $0.createFamily(name: "Amazon", attributeIDs: ["a", "b"]) },
    Shape(
        name: "getFamilyAttributes", isWrite: false,
        sends: "GET /api/v1/product_families/\(id)/attributes"
    ) { _ = try await $0.familyAttributes(of: id) },
    Shape(
        name: "linkFamilyAttributes", isWrite: true,
        sends: #"POST /api/v1/product_families/\#(id)/attributes/link {"attributes":["a"],"#
            + #""attributes_level":"no_level"}"#, status: 202, body: ""
    ) { _ = try await $0.linkFamilyAttributes(["a"], to: id) },
    Shape(
        name: "searchRelations", isWrite: false,
        sends: #"POST /api/v1/relationships/search {"filters":[],"attributes":["name","label"],"#
            + #""pagination":{"page":1,"page_size":100}}"#
    ) { _ = try await $0.allRelations() },
    Shape(
        name: "createRelation", isWrite: true,
        sends: #"POST /api/v1/relationships {"name":"Amazon Hierarchy"}"#, status: 201
    ) { _ = try await $0.createRelation(name: "Amazon Hierarchy") },
    Shape(
        name: "createAsset", isWrite: true,
        sends: #"POST /api/v1/assets {"url":"https://m.example/I/a+b.jpg","filename":"n.jpg"}"#,
        status: 201, timeout: .seconds(60)
    ) { _ = try await $0.createAsset(url: "https://m.example/I/a+b.jpg", fileName: "n.jpg") },
    Shape(
        name: "searchAssets", isWrite: false,
        sends: #"POST /api/v1/assets/search {"filters":[[{"field":"filename","operator":"eq","#
            + #""value":"n.jpg"}]],"attributes":["filename","file_size","status"],"#
            + #""pagination":{"page":1,"page_size":100}}"#
    ) { _ = try await $0.searchAssets(fileName: "n.jpg") },
    Shape(name: "getAsset", isWrite: false, sends: "GET /api/v1/assets/\(id)") {
        _ = try await $0.getAsset(id)
    },
]

@Suite struct `The requests to Plytix` {
    @Test(arguments: shapes)
    fileprivate func `have exactly this form`(shape: Shape) async throws {
        let plytix = ScriptedPlytix(shape.status, shape.body)
        let counter = RequestCounter()
        try await shape.run(client(plytix, counter: counter))
        let request = try #require(plytix.calls.first)
        #expect(plytix.calls.count == 1)
        #expect(line(request) == shape.sends)
        #expect(request.headers[.authorization]?.hasPrefix("Bearer e30.") == true)
        #expect(request.headers[.accept] == "application/json")
        #expect(request.headers[.contentType] == (request.body.isEmpty ? nil : "application/json"))
        #expect(!request.url.hasSuffix("/"))
        #expect(request.timeout == shape.timeout)
        let counted = counter.counts.filter { $0.key.operation != "getToken" }
        #expect(counted.map(\.key.operation) == [shape.name])
        #expect(counted.map(\.key.isWrite) == [shape.isWrite])
    }

    @Test(arguments: shapes)
    fileprivate func `are repeated only when they read`(shape: Shape) async {
        let plytix = ScriptedPlytix(503)
        let error = await failure { () async throws(APIError) in
            do {
                try await shape.run(client(plytix))
            } catch {
                guard let error = error as? APIError else { return }
                throw error
            }
        }
        #expect(plytix.calls.count == (shape.isWrite ? 1 : 5))
        #expect(error?.mayHaveBeenApplied == true)
        #expect(error?.recovery == .retry(after: nil))
    }

    @Test(arguments: shapes)
    fileprivate func `survive any answer`(shape: Shape) async {
        let bodies = [
            "", "7", "[]", "{}", #"{"data":null}"#, #"{"data":[]}"#, #"{"data":[null,7,"x"]}"#,
            #"{"data":[{"id":5}]}"#, #"{"data":{"id":"x"}}"#, #"{"error":"x"}"#, "<html>",
            #"{"error":{"msg":{"a":[1]},"errors":{"field":1}}}"#, #"{"data":[{"id":"#,
        ]
        for status in [200, 201, 202, 204, 301, 400, 402, 404, 409, 413, 418, 422, 428, 600] {
            for body in bodies {
                // Any outcome is fine here, as long as there is one.
                try? await shape.run(client(ScriptedPlytix(status, body)))
            }
        }
    }
}
