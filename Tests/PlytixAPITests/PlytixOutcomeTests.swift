import Catalog
import HTTP
import JSON
import PlytixAPI
import Testing

private let one = "5c4c6e10ca59f4061b800ffa"
private let two = "5c4c6e10ca59f4061b800ffb"

@Suite struct `Uploading an asset` {
    private static func upload(_ status: Int, _ body: String) async throws -> AssetCreation {
        try await client(ScriptedPlytix(status, body))
            .createAsset(url: "https://m.example/a.jpg", fileName: "a.jpg").value
    }

    @Test(arguments: [200, 201])
    func `gives the asset`(status: Int) async throws {
        let outcome = try await Self.upload(
            status,
            #"""
            {"data": [{"id": "\#(one)", "filename": "a.jpg", "file_size": 31885, "url": "u",
              "content_type": "image/jpeg", "status": "ACTIVE", "assigned": false}]}
            """#)
        #expect(
            outcome
                == .created(
                    PlytixAsset(
                        id: one, fileName: "a.jpg", url: "u", bytes: 31885,
                        contentType: "image/jpeg", status: "ACTIVE")))
    }

    @Test(arguments: [
        (
            #"{"error":{"errors":[{"field":"asset.id","msg":"\#(one)"}],"msg":"Asset already exists"}}"#,
            one
        ),
        (#"{"errors":[{"field":"asset.id","msg":"\#(one)"}]}"#, one),
        (#"{"details":{"existing_asset_id":"\#(one)"}}"#, one),
        (
            #"{"data":[],"errors":[{"name":"AlreadyExists","description":"the asset \#(one) is"}]}"#,
            one
        ),
        (
            #"{"error":{"errors":[{"field":"x","msg":"\#(two)"},{"field":"asset.id","msg":"\#(one)"}]}}"#,
            one
        ),
        (
            #"{"error":{"errors":[{"field":"asset.id","msg":"already linked"}]},"id":"\#(two)"}"#,
            two
        ),
        (#"{"error":{"msg":"Asset already exists"}}"#, nil), ("", nil), ("<html>", nil),
        (#"{"error":{"errors":[],"msg":"checksum \#(one)\#(two)0123456789abcdef"}}"#, nil),
    ])
    func `that Plytix has gives its id, however it says it`(
        body: String, id: String?
    ) async throws {
        #expect(try await Self.upload(409, body) == .exists(id: id))
    }

    @Test(arguments: [400, 422])
    func `that cannot be fetched is refused for good`(status: Int) async {
        let error = await failure { () async throws(APIError) in
            try await client(ScriptedPlytix(status, #"{"error":{"msg":"Schema"}}"#))
                .createAsset(url: "u", fileName: "f")
        }
        guard case .fixInput = error?.recovery else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}

@Suite struct `Creating` {
    @Test(arguments: [
        (
            409,
            #"{"error":{"errors":[{"field":"sku","msg":"A product with the same SKU already exists"}],"#
                + #""msg":"product data validation failed"}}"#
        ),
        (
            422,
            #"{"error":{"errors":[{"field":"sku","msg":"A product with the same SKU already exists"}],"#
                + #""msg":"product data validation failed"}}"#
        ),
        (422, #"{"error":{"msg":"a product with same sku already exists"}}"#), (409, ""),
    ])
    func `a product whose SKU is taken says so`(status: Int, body: String) async throws {
        let answer = try await client(ScriptedPlytix(status, body))
            .createProduct(ProductDraft(sku: "S"))
        #expect(answer.value == .skuTaken)
        #expect(answer.facts.status == status)
    }

    @Test(arguments: [
        #"{"error":{"errors":[{"field":"sku","msg":"Longer than maximum length"}],"msg":"failed"}}"#,
        #"{"error":{"errors":[{"field":"amazon_x","msg":"label does not exist"}],"msg":"failed"}}"#,
        #"{"error":{"msg":"product data validation failed"}}"#,
    ])
    func `a product that is not valid is a refusal`(body: String) async {
        let error = await failure { () async throws(APIError) in
            try await client(ScriptedPlytix(422, body)).createProduct(ProductDraft(sku: "S"))
        }
        guard case .refused = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: [
        (422, #"{"error":{"msg":"a product attribute with same name already exists"}}"#), (409, ""),
        (409, #"{"errors":[{"name":"AlreadyExists","description":"exists"}]}"#),
    ])
    func `a definition whose name is taken says so`(status: Int, body: String) async throws {
        let client = client(ScriptedPlytix(status, body))
        let definition = AttributeDefinition(label: "l", name: "n", type: .text)
        #expect(try await client.createAttribute(definition).value == .nameTaken)
        #expect(try await client.createFamily(name: "n", attributeIDs: []).value == .nameTaken)
        #expect(try await client.createRelation(name: "n").value == .nameTaken)
    }

    @Test func `an attribute gives the label that Plytix made`() async throws {
        let body = #"""
            {"data": [{"id": "i", "label": "amazon_upc__imported_", "name": "n", "groups": [],
              "type_class": "DropdownAttribute", "options": ["US", null, {"name": "CA"}]}]}
            """#
        let answer = try await client(ScriptedPlytix(200, body))
            .createAttribute(AttributeDefinition(label: "l", name: "n", type: .dropdown))
        guard case .created(let seen) = answer.value else {
            Issue.record("not created")
            return
        }
        #expect(seen.label == "amazon_upc__imported_")
        #expect(seen.type == .dropdown)
        #expect(seen.options == ["US", "CA"])
    }

    @Test func `a relation of which the answer tells the id only has its label made here`()
        async throws
    {
        let answer = try await client(ScriptedPlytix(201, #"{"data":[{"id":"r"}]}"#))
            .createRelation(name: "Amazon Hierarchy")
        #expect(
            answer.value
                == .created(
                    RelationSeen(id: "r", label: "amazon_hierarchy", name: "Amazon Hierarchy")))
    }
}

@Suite struct `Linking` {
    @Test(arguments: [
        (200, "{}", AssetLinking.linked), (201, #"{"data":[{"id":"a"}]}"#, .linked),
        (
            409, #"{"error":{"errors":[{"field":"asset.id","msg":"already linked"}],"msg":"x"}}"#,
            .alreadyLinked
        ),
    ])
    func `an asset that is linked is linked`(
        status: Int, body: String, outcome: AssetLinking
    ) async throws {
        let answer = try await client(ScriptedPlytix(status, body))
            .linkAsset("a", to: "p", label: "amazon_images")
        #expect(answer.value == outcome)
    }

    @Test(arguments: [404, 409, 422])
    func `an asset that cannot be linked is refused`(status: Int) async {
        let body = #"{"error":{"errors":[{"field":"asset.id","msg":"asset does not exist"}]}}"#
        let error = await failure { () async throws(APIError) in
            try await client(ScriptedPlytix(status, body))
                .linkAsset("a", to: "p", label: "amazon_images")
        }
        guard case .refused(let refusal) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(refusal.complaints.map(\.field) == ["asset.id"])
    }

    @Test(arguments: [(204, AssetUnlinking.unlinked), (404, .notLinked)])
    func `an asset is taken away, or was not there`(
        status: Int, outcome: AssetUnlinking
    ) async throws {
        let answer = try await client(ScriptedPlytix(status)).unlinkAsset("a", from: "p")
        #expect(answer.value == outcome)
    }

    /// Objects are refused; what becomes of texts is what the call ends with, unless these are
    /// refused for their form too.
    @Test(arguments: [
        (429, "limited"), (503, "refused 503"), (404, "refused 404"), (422, "refused 400"),
    ])
    func `links that can be taken away in neither form say why of the right one`(
        second: Int, outcome: String
    ) async {
        let server = ScriptedPlytix { _, number in Response(number == 1 ? 400 : second) }
        let error = await failure { () async throws(APIError) in
            _ = try await client(server).unlinkProducts(["x"], from: one, relation: "r")
        }
        let said =
            switch error {
            case .limited: "limited"
            case .refused(let refusal): "refused \(refusal.status)"
            default: "\(String(describing: error))"
            }
        #expect(said == outcome)
        #expect(server.calls.count == 2)
    }

    private static let linked = #"""
        {"data": [{"relationship_id": "r", "relationship_label": "amazon_hierarchy",
          "related_products": [{"product_id": "\#(one)", "quantity": 1}]}]}
        """#
    private static let relation = PlytixRelation(
        relationID: "r", label: "amazon_hierarchy", targets: [RelationTarget(id: one)])

    @Test(arguments: [
        (201, linked, RelationLinking.changed(relation)), (200, linked, .unchanged(relation)),
        (201, "", .changed(nil)), (200, "{}", .unchanged(nil)), (204, "", .changed(nil)),
        (
            409,
            #"{"error":{"errors":[{"field":"product_id","msg":"product does not exists","value":"\#(two)"}],"#
                + #""msg":"relationship data validation failed"}}"#, .unknownProducts([two])
        ),
        (
            409, #"{"error":{"errors":[{"field":"product_id","msg":"no product \#(one)"}]}}"#,
            .unknownProducts([one])
        ),
    ])
    func `products says what it changed`(
        status: Int, body: String, outcome: RelationLinking
    ) async throws {
        let answer = try await client(ScriptedPlytix(status, body))
            .linkProducts(
                [RelationTarget(id: one), RelationTarget(id: two)], from: "p", relation: "r")
        #expect(answer.value == outcome)
    }

    @Test func `products with a conflict about something else is a refusal`() async {
        let body = #"{"error":{"errors":[{"field":"product_id","msg":"no","value":"other"}]}}"#
        let error = await failure { () async throws(APIError) in
            try await client(ScriptedPlytix(409, body))
                .linkProducts([RelationTarget(id: one)], from: "p", relation: "r")
        }
        guard case .refused = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}

@Suite struct `Reading` {
    @Test func `what is not there is nil`() async throws {
        let client = client(
            ScriptedPlytix(404, #"{"error":{"msg":" No results found for x"}}"#))
        #expect(try await client.getProduct("x").value == nil)
        #expect(try await client.getAsset("x").value == nil)
    }

    @Test func `all definitions goes through the pages, each once`() async throws {
        let plytix = ScriptedPlytix { request, number in
            let rows: [JSONValue] = ((number - 1) * 90..<min(number * 100, 230)).map { row in
                ["id": .string("i\(row)"), "name": .string("n\(row)"), "label": "l"]
            }
            return Response(
                200, json: ["data": .array(rows), "pagination": ["count": 230, "page_size": 100]])
        }
        let families = try await client(plytix).allFamilies()
        #expect(families.map(\.name) == (0..<230).map { "n\($0)" })
        #expect(plytix.calls.count == 3)
    }

    @Test(
        arguments: [
            // Received, what `count` says, page, and whether that is all.
            (0, nil, 1, true), (100, nil, 1, false), (99, nil, 1, true), (100, 100, 1, false),
            (100, 250, 2, false), (50, 250, 3, true), (80, 250, 1, false), (0, 250, 2, true),
            (25, 25, 1, true), (100, 200, 2, true),
        ] as [(Int, Int?, Int, Bool)])
    func `a search knows its last page`(
        received: Int, matches: Int?, page: Int, isLast: Bool
    ) {
        let page = SearchPage<Int>(
            rows: [], received: received, matches: matches, page: page, pageSize: 100)
        #expect(page.isLast == isLast)
    }
}
