import Catalog
import HTTPTypes
import JSON
import Testing

@testable import PlytixSandbox

@Suite struct `Creating a product` {
    @Test func `gives the whole product and where it is`() {
        let bench = Bench()
        let reply = bench.post(
            "v1/products", ["sku": "A-1", "label": "Boot", "gtin": "012345678905", "surprise": 1])
        let id = reply.id
        #expect(id.count == 24)
        #expect(id.allSatisfy { $0.isHexDigit && !$0.isUppercase })
        #expect(reply.headers[.location] == "https://pim.plytix.com/api/v1/products/\(id)")
        let time: JSONValue = "2026-03-01T21:20:00.000000+00:00"
        #expect(
            reply.text
                == text(
                    201,
                    [
                        "data": [
                            [
                                "id": .string(id), "sku": "A-1", "label": "Boot",
                                "gtin": "012345678905", "status": "Draft", "created": time,
                                "modified": time, "num_variations": 0, "_parent_id": nil,
                                "product_type": "SINGLE", "product_level": 0,
                                "overwritten_attributes": [], "attributes": [:],
                                "categories": [], "assets": [], "thumbnail": nil,
                                "relationships": [],
                            ]
                        ]
                    ]))
        #expect(bench.read(id) == reply.first)
    }

    @Test func `can link categories, assets, a thumbnail and galleries at once`() {
        let bench = Bench()
        bench.attribute("Pictures", .mediaGallery)
        bench.attribute("Hero", .media)
        let (a, b) = (bench.asset("a.jpg"), bench.asset("b.jpg"))
        let category = bench.post("v1/categories/product", ["name": "Boots"]).id
        let product = bench.post(
            "v1/products",
            [
                "sku": "A", "thumbnail": ["id": .string(a)], "assets": [["id": .string(b)]],
                "categories": [["id": .string(category)]],
                "attributes": [
                    "pictures": [["id": .string(b)], ["id": .string(a)], ["id": .string(b)]],
                    "hero": ["id": .string(a)],
                ],
            ]
        ).first
        #expect(product["thumbnail"]["filename"] == "a.jpg")
        #expect(
            product["attributes"]["pictures"].elements.map { $0["id"] } == [.string(b), .string(a)])
        #expect(product["attributes"]["hero"]["filename"] == "a.jpg")
        #expect(product["assets"].elements.map { $0["id"] } == [.string(b), .string(a)])
        #expect(product["categories"][0]["path"] == ["Boots"])
    }

    @Test func `refuses a SKU that is there, with 409 and without its id`() {
        let bench = Bench()
        bench.product("A")
        #expect(
            bench.post("v1/products", ["sku": "A"]).text
                == refused(
                    409, "product data validation failed",
                    ("sku", "A product with the same SKU already exists")))
        #expect(bench.post("v1/products", ["sku": "a"]).status == 201)
    }

    @Test(
        arguments: [
            ([:], "sku", "Missing data for required field."),
            (["sku": nil], "sku", "Missing data for required field."),
            (["sku": ""], "sku", "Not a valid string."),
            (["sku": 7], "sku", "Not a valid string."),
            (["sku": "A", "label": 7], "label", "Not a valid string."),
            (["sku": "A", "gtin": nil], "gtin", "Field may not be null."),
            (["sku": "A", "gtin": "1234567"], "gtin", "Not a valid GTIN."),
            (["sku": "A", "gtin": "123456789012345"], "gtin", "Not a valid GTIN."),
            (["sku": "A", "gtin": "12345678x"], "gtin", "Not a valid GTIN."),
            (
                ["sku": "A", "status": "Done"], "status",
                "Value is not valid, valid values are [Draft, Completed, Archived]"
            ),
            (["sku": "A", "thumbnail": "x"], "thumbnail", ["_schema": ["Invalid input type."]]),
            (["sku": "A", "thumbnail": ["id": "x"]], "thumbnail", "asset does not exist"),
            (["sku": "A", "assets": "x"], "assets", "Not a valid list."),
            (["sku": "A", "assets": [["id": "x"]]], "assets", "asset does not exist"),
            (["sku": "A", "categories": [["id": "x"]]], "categories", "does not exist"),
            (["sku": "A", "attributes": []], "attributes", ["_schema": ["Invalid input type."]]),
            (["sku": "A", "attributes": ["none": 1]], "none", "label does not exist"),
        ] as [(JSONValue, String, JSONValue)])
    func `refuses a bad body`(_ body: JSONValue, _ field: String, _ message: JSONValue) {
        let bench = Bench()
        #expect(
            bench.post("v1/products", body).text
                == refused(422, "product data validation failed", (field, message)))
        #expect(bench.state()["products"] == [])
    }

    @Test func `names everything that is wrong at once`() {
        let reply = Bench().post(
            "v1/products", ["sku": "A", "status": "?", "attributes": ["x": 1, "y": 2]])
        #expect(reply.json["error"]["errors"].elements.map { $0["field"] } == ["status", "x", "y"])
    }

    @Test func `takes a status in any case`() {
        let bench = Bench()
        #expect(bench.read(bench.product("A", ["status": "completed"]))["status"] == "Completed")
    }

    @Test func `ignores a family in the body`() {
        let bench = Bench()
        let family = bench.family("Amazon")
        let id = bench.product("A", ["product_family_id": .string(family)])
        #expect(bench.read(id)["product_family_id"].isNull)
    }

    @Test func `refuses more than 300 assets`() {
        let bench = Bench()
        let ids = (0...300).map { JSONValue.string(bench.asset("\($0).jpg")) }
        func body(_ count: Int) -> JSONValue {
            ["sku": "A", "assets": .array(ids.prefix(count).map { ["id": $0] })]
        }
        #expect(bench.post("v1/products", body(301)).status == 422)
        #expect(bench.post("v1/products", body(300)).status == 201)
    }
}

@Suite struct `Changing a product` {
    @Test func `merges attributes, clears with null and leaves the rest`() {
        let bench = Bench()
        for name in ["One", "Two", "Three"] { bench.attribute(name) }
        let id = bench.product("A", ["attributes": ["one": "1", "two": "2"], "label": "x"])
        let reply = bench.patch(
            "v1/products/\(id)", ["attributes": ["two": nil, "three": "3"], "status": "Completed"])
        #expect(reply.status == 200)
        #expect(reply.first["attributes"] == ["one": "1", "three": "3"])
        #expect(reply.first["label"] == "x")
        #expect(bench.read(id) == reply.first)
    }

    @Test func `that is the same as before leaves the time of the last change`() {
        let bench = Bench()
        bench.attribute("One")
        let id = bench.product("A", ["attributes": ["one": "1"]])
        bench.wait(.seconds(60))
        #expect(
            bench.patch("v1/products/\(id)", ["attributes": ["one": "1"]]).first["modified"]
                == "2026-03-01T21:20:00.000000+00:00")
        #expect(
            bench.patch("v1/products/\(id)", ["attributes": ["one": "2"]]).first["modified"]
                == "2026-03-01T21:21:00.000000+00:00")
    }

    @Test func `that is refused changes nothing`() {
        let bench = Bench()
        bench.attribute("One")
        let id = bench.product("A", ["attributes": ["one": "1"]])
        let before = bench.read(id)
        let reply = bench.patch(
            "v1/products/\(id)", ["label": "new", "attributes": ["one": "2", "none": "3"]])
        #expect(reply.status == 422)
        #expect(bench.read(id) == before)
    }

    @Test func `replaces a gallery in the order given`() {
        let bench = Bench()
        bench.attribute("Pictures", .mediaGallery)
        let ids = ["a.jpg", "b.jpg", "c.jpg"].map { JSONValue.string(bench.asset($0)) }
        let id = bench.product(
            "A", ["attributes": ["pictures": [["id": ids[0]], ["id": ids[1]]]]])
        bench.patch(
            "v1/products/\(id)", ["attributes": ["pictures": [["id": ids[2]], ["id": ids[0]]]]])
        #expect(bench.gallery("pictures", of: id) == ["c.jpg", "a.jpg"])
        bench.patch("v1/products/\(id)", ["attributes": ["pictures": []]])
        #expect(bench.read(id)["attributes"] == [:])
    }

    @Test func `takes a new SKU unless it is taken`() {
        let bench = Bench()
        let id = bench.product("A")
        bench.product("B")
        #expect(bench.patch("v1/products/\(id)", ["sku": "B"]).status == 409)
        #expect(bench.patch("v1/products/\(id)", ["sku": "C"]).status == 200)
        #expect(bench.skus([[["field": "sku", "operator": "eq", "value": "c"]]]) == ["C"])
        #expect(bench.skus([[["field": "sku", "operator": "eq", "value": "A"]]]) == [])
    }
}

@Suite struct `Reading and deleting a product` {
    private static let unknown = "000000000000000000000000"

    @Test(
        arguments: [
            (HTTPRequest.Method.get, " No results found for "), (.patch, " No results found for "),
            (.delete, "No results found for "),
        ])
    func `that is not there gives 404`(_ method: HTTPRequest.Method, _ message: String) {
        #expect(
            Bench().send(method, "v1/products/\(Self.unknown)", [:]).text
                == refused(404, message + Self.unknown, ("id", "product does not exist")))
    }

    @Test func `can show all attributes, empty ones as null`() {
        let bench = Bench()
        bench.attribute("One")
        bench.attribute("Two")
        bench.attribute("Pictures", .mediaGallery)
        let id = bench.product("A", ["attributes": ["one": "1"]])
        #expect(bench.read(id)["attributes"] == ["one": "1"])
        #expect(
            bench.get("v1/products/\(id)?all_attributes=true").first["attributes"]
                == ["one": "1", "two": nil, "pictures": nil])
    }

    @Test func `deletes its variants and every relation to them`() {
        let bench = Bench()
        let relation = bench.relationship("Listings")
        let parent = bench.product("P")
        let variant = bench.post("v1/products/\(parent)/variants", ["variant": ["sku": "V"]]).id
        let other = bench.product("O")
        let related: JSONValue = [
            "product_relationships": [["product_id": .string(variant), "quantity": 1]]
        ]
        bench.post("v1/products/\(other)/relationships/\(relation)", related)
        let reply = bench.delete("v1/products/\(parent)")
        #expect(reply.status == 204)
        #expect(reply.body.isEmpty)
        #expect(bench.get("v1/products/\(variant)").status == 404)
        #expect(bench.read(other)["relationships"] == [])
        #expect(bench.product("V").isEmpty == false)
    }
}
