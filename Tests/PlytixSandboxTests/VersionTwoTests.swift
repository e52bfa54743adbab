import Catalog
import HTTPTypes
import JSON
import Testing

@testable import PlytixSandbox

@Suite struct `Version 2` {
    private func short(_ bench: Bench, _ id: String) -> JSONValue {
        let user = bench.get("v2/products/\(id)").first["created_user_audit"]["user_id"]
        let audit: JSONValue = [
            "type": "API", "user_email": "api", "user_id": user, "user_name": "api",
        ]
        let time: JSONValue = "2026-03-01T21:20:00.000000+00:00"
        return [
            "id": .string(id), "created": time, "modified": time, "created_user_audit": audit,
            "modified_user_audit": audit,
        ]
    }

    @Test func `answers writes with id and times`() {
        let bench = Bench()
        let made = bench.post("v2/products", ["sku": "A"])
        #expect(made.status == 201)
        #expect(made.first == short(bench, made.id))
        #expect(made.headers[.location] == "https://pim.plytix.com/api/v2/products/\(made.id)")
        let patched = bench.patch("v2/products/\(made.id)", ["status": "Draft"])
        #expect(patched.text == text(200, ["data": [short(bench, made.id)]]))
        let family = bench.family("F")
        let body: JSONValue = ["product_family_id": .string(family)]
        #expect(bench.post("v2/products/\(made.id)/family", body).first == short(bench, made.id))
    }

    @Test func `reads ids in place of objects`() {
        let bench = Bench()
        let asset = bench.asset("a.jpg")
        let category = bench.post("v1/categories/product", ["name": "C"]).id
        let id = bench.product(
            "A",
            [
                "label": "x", "thumbnail": ["id": .string(asset)],
                "categories": [["id": .string(category)]],
            ])
        let product = bench.get("v2/products/\(id)").first
        #expect(product["assets"] == [.string(asset)])
        #expect(product["thumbnail"] == [.string(asset)])
        #expect(product["categories"] == [.string(category)])
        #expect(product["created"] == "2026-03-01T21:20:00.000000")
        #expect(product["account_id"] == bench.state()["account"]["id"])
        #expect(product["mark_as_deleted"] == false)
        let row = bench.post(
            "v2/products/search", ["attributes": ["assets", "thumbnail", "categories"]]
        ).first
        #expect(row["assets"] == [.string(asset)])
        #expect(row["thumbnail"] == [.string(asset)])
        #expect(row["categories"] == [.string(category)])
    }

    @Test func `makes, links and unlinks variants with bodies that are not nested`() {
        let bench = Bench()
        let parent = bench.product("P")
        let made = bench.post("v2/products/\(parent)/variants", ["sku": "V"])
        #expect(made.status == 201)
        #expect(made.first == short(bench, made.id))
        #expect(bench.delete("v2/products/\(parent)/variant/\(made.id)").text == "204")
        #expect(
            bench.send(.post, "v2/products/\(parent)/variant/\(made.id)").text == text(200, [:]))
        #expect(bench.read(made.id)["_parent_id"] == .string(parent))
    }

    @Test func `deletes products with an empty object`() {
        let bench = Bench()
        #expect(bench.delete("v2/products/\(bench.product("A"))").text == text(200, [:]))
    }

    @Test func `has no assets, definitions or lists of variants of its own`() {
        let bench = Bench()
        for path in ["assets/search", "attributes/product", "relationships", "product_families"] {
            #expect(bench.post("v2/\(path)", [:]).status == 404)
        }
        #expect(bench.get("v2/products/x/variants").status == 405)
    }
}
