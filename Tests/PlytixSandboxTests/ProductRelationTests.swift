import Catalog
import HTTPTypes
import JSON
import Testing

@testable import PlytixSandbox

@Suite struct `Linking products` {
    private struct Scene {
        let bench: Bench
        let relation: String
        let ids: [String]

        init(_ quirks: Set<Quirk> = []) {
            bench = Bench(quirks)
            relation = bench.relationship("Amazon Hierarchy")
            let bench = bench
            ids = ["A", "B", "C"].map { bench.product($0) }
        }

        func link(_ entries: [(String, Int)], version: String = "v1") -> Reply {
            bench.post("\(version)/products/\(ids[0])/relationships/\(relation)", body(entries))
        }
        func body(_ entries: [(String, Int)]) -> JSONValue {
            [
                "product_relationships": .array(
                    entries.map { ["product_id": .string($0.0), "quantity": JSONValue($0.1)] })
            ]
        }
        /// Quantities by SKU, as version 1 reads them.
        var linked: [String] {
            bench.read(ids[0])["relationships"][0]["related_products"].elements.map { entry in
                let index = ids.firstIndex(of: entry["product_id"].string ?? "") ?? 0
                return "\(["A", "B", "C"][index])×\(entry["quantity"].int ?? 0)"
            }
        }
    }

    @Test func `gives 201 with everything linked, and 200 when nothing changed`() {
        let scene = Scene()
        let reply = scene.link([(scene.ids[1], 1), (scene.ids[2], 2)])
        let time: JSONValue = "2026-03-01T21:20:00.000000+00:00"
        let expected: JSONValue = [
            "relationship_id": .string(scene.relation), "relationship_label": "amazon_hierarchy",
            "related_products": [
                ["product_id": .string(scene.ids[1]), "quantity": 1, "last_modified": time],
                ["product_id": .string(scene.ids[2]), "quantity": 2, "last_modified": time],
            ],
        ]
        #expect(reply.text == text(201, ["data": [expected]]))
        #expect(scene.bench.read(scene.ids[0])["relationships"] == [expected])
        scene.bench.wait(.seconds(5))
        #expect(scene.link([(scene.ids[2], 2)]).text == text(200, ["data": [expected]]))
    }

    @Test func `again updates the quantity in version 1, and nothing in version 2`() {
        let scene = Scene()
        _ = scene.link([(scene.ids[1], 1)])
        #expect(scene.link([(scene.ids[1], 7)]).status == 201)
        #expect(scene.linked == ["B×7"])
        #expect(
            scene.link([(scene.ids[1], 9), (scene.ids[2], 1), ("x", 1)], version: "v2").status
                == 200)
        #expect(scene.linked == ["B×7", "C×1"])
    }

    @Test func `that do not exist gives 409 with each of them, and links nothing`() {
        let scene = Scene()
        let reply = scene.link([("x", 1), (scene.ids[1], 1), ("y", 1)])
        let entries = ["x", "y"].map { id -> JSONValue in
            ["field": "product_id", "msg": "product does not exists", "value": .string(id)]
        }
        #expect(
            reply.text
                == text(
                    409,
                    [
                        "error": [
                            "errors": .array(entries), "msg": "relationship data validation failed",
                        ]
                    ]))
        #expect(scene.linked == [])
    }

    @Test(
        arguments: [
            ([:], "product_relationships", "Missing data for required field."),
            (["product_relationships": "x"], "product_relationships", "Not a valid list."),
            (
                ["product_relationships": ["x"]], "product_relationships",
                ["_schema": ["Invalid input type."]]
            ),
            (
                ["product_relationships": [["quantity": 1]]], "product_id",
                "Missing data for required field."
            ),
            (
                ["product_relationships": [["product_id": "x"]]], "quantity",
                "Missing data for required field."
            ),
            (
                ["product_relationships": [["product_id": "x", "quantity": 0]]], "quantity",
                "Must be a positive integer."
            ),
            (
                ["product_relationships": [["product_id": "x", "quantity": 1.5]]], "quantity",
                "Must be a positive integer."
            ),
        ] as [(JSONValue, String, JSONValue)])
    func `with a bad body gives 422`(_ body: JSONValue, _ field: String, _ message: JSONValue) {
        let scene = Scene()
        #expect(
            scene.bench.post("v1/products/\(scene.ids[0])/relationships/\(scene.relation)", body)
                .text == refused(422, "Schema validation error", (field, message)))
    }

    @Test func `needs a product and a relationship that exist`() {
        let scene = Scene()
        let body = scene.body([(scene.ids[1], 1)])
        #expect(
            scene.bench.post("v1/products/x/relationships/\(scene.relation)", body).text
                == refused(404, " No results found for x", ("id", "product does not exist")))
        #expect(
            scene.bench.post("v1/products/\(scene.ids[0])/relationships/x", body).text
                == refused(404, " No results found for x", ("id", "relationship does not exist")))
    }

    @Test func `is possible for 300 products`() {
        let scene = Scene()
        let ids = (0...300).map { scene.bench.product("P\($0)") }
        #expect(scene.link(ids.map { ($0, 1) }).status == 422)
        #expect(scene.link(ids.prefix(300).map { ($0, 1) }).status == 201)
        #expect(scene.link([(ids[300], 1)]).status == 422)
    }

    @Test func `is undone by objects in version 1 and by ids in version 2`() {
        let scene = Scene()
        let path = "products/\(scene.ids[0])/relationships/\(scene.relation)"
        _ = scene.link([(scene.ids[1], 1), (scene.ids[2], 1)])
        let objects: JSONValue = [
            "product_relationships": [["product_id": .string(scene.ids[1])], ["product_id": "x"]]
        ]
        #expect(scene.bench.post("v1/\(path)/unlink", objects).text == "204")
        #expect(scene.linked == ["C×1"])
        let strings: JSONValue = ["product_relationships": [.string(scene.ids[2])]]
        #expect(scene.bench.post("v1/\(path)/unlink", strings).status == 422)
        #expect(scene.bench.send(.delete, "v2/\(path)", strings).text == "204")
        #expect(scene.linked == [])
        #expect(scene.bench.read(scene.ids[0])["relationships"] == [])
    }

    @Test func `takes a new quantity`() {
        let scene = Scene()
        let path = "products/\(scene.ids[0])/relationships/\(scene.relation)"
        _ = scene.link([(scene.ids[1], 1)])
        let reply = scene.bench.patch("v1/\(path)/product/\(scene.ids[1])", ["quantity": 10])
        #expect(
            reply.text
                == text(
                    200,
                    [
                        "data": [
                            [
                                "product_id": .string(scene.ids[1]), "quantity": 10,
                                "last_modified": "2026-03-01T21:20:00.000000+00:00",
                            ]
                        ]
                    ]))
        #expect(
            scene.bench.patch("v1/\(path)/product/\(scene.ids[1])", ["quantity": 0]).status == 422)
        #expect(
            scene.bench.patch("v1/\(path)/product/\(scene.ids[2])", ["quantity": 1]).status == 404)
        let body = scene.body([(scene.ids[1], 3), (scene.ids[2], 1)])
        #expect(scene.bench.patch("v2/\(path)", body).status == 200)
        #expect(scene.linked == ["B×3"])
    }

    @Test func `by a symmetrical relationship shows on both sides`() {
        let scene = Scene()
        scene.bench.sandbox.byHand(in: "default", at: scene.bench.now) { editor in
            editor.makeSymmetrical("amazon_hierarchy")
        }
        _ = scene.link([(scene.ids[1], 2), (scene.ids[2], 1)])
        let back = scene.bench.read(scene.ids[1])["relationships"][0]["related_products"]
        #expect(back.elements.map { $0["product_id"] } == [.string(scene.ids[0])])
        let path = "products/\(scene.ids[0])/relationships/\(scene.relation)"
        let gone: JSONValue = ["product_relationships": [["product_id": .string(scene.ids[1])]]]
        scene.bench.post("v1/\(path)/unlink", gone)
        #expect(scene.bench.read(scene.ids[1])["relationships"] == [])
        #expect(scene.linked == ["C×1"])
    }

    @Test func `ends with the definition`() {
        let scene = Scene()
        _ = scene.link([(scene.ids[1], 1)])
        #expect(scene.bench.delete("v1/relationships/\(scene.relation)").text == "204")
        #expect(scene.bench.read(scene.ids[0])["relationships"] == [])
    }
}
