import Catalog
import HTTPTypes
import JSON
import Testing

@testable import PlytixSandbox

@Suite struct `Assigning a family` {
    @Test func `gives the whole product, and variants follow`() {
        let bench = Bench()
        let family = bench.family("Amazon")
        let parent = bench.product("P")
        let variant = bench.post("v1/products/\(parent)/variants", ["variant": ["sku": "V"]]).id
        let reply = bench.post(
            "v1/products/\(parent)/family", ["product_family_id": .string(family)])
        #expect(reply.status == 200)
        #expect(reply.first == bench.read(parent))
        #expect(bench.read(parent)["product_family_id"] == .string(family))
        #expect(bench.read(variant)["product_family_id"] == .string(family))
        #expect(
            bench.post("v1/products/\(variant)/family", ["product_family_id": .string(family)])
                .status == 422)
        #expect(bench.get("v1/product_families/\(family)").first["total_products"] == 2)
    }

    @Test func `is not seen by searches`() {
        let bench = Bench()
        let family = bench.family("Amazon")
        let id = bench.product("A")
        bench.post("v1/products/\(id)/family", ["product_family_id": .string(family)])
        let reply = bench.post("v1/products/search", ["attributes": ["product_family_id"]])
        #expect(reply.status == 200)
        #expect(reply.first["product_family_id"].isNull)
    }

    @Test func `again changes nothing, and an empty id takes it away`() {
        let bench = Bench()
        let family = bench.family("Amazon")
        let id = bench.product("A")
        bench.post("v1/products/\(id)/family", ["product_family_id": .string(family)])
        let before = bench.read(id)
        bench.wait(.seconds(1))
        let again = bench.post(
            "v1/products/\(id)/family", ["product_family_id": .string(family)])
        #expect(again.first == before)
        bench.post("v1/products/\(id)/family", ["product_family_id": ""])
        #expect(bench.read(id)["product_family_id"].isNull)
    }

    @Test func `of an unknown id gives 404, and a bad body 422`() {
        let bench = Bench()
        let id = bench.product("A")
        #expect(bench.post("v1/products/x/family", ["product_family_id": "f"]).status == 404)
        #expect(bench.post("v1/products/\(id)/family", ["product_family_id": "f"]).status == 404)
        #expect(bench.post("v1/products/\(id)/family", [:]).status == 422)
        #expect(bench.post("v1/products/\(id)/family", ["product_family_id": 1]).status == 422)
    }
}

@Suite struct `Variants` {
    @Test func `are made below a product that becomes a parent`() {
        let bench = Bench()
        let family = bench.family("F")
        let parent = bench.product("P")
        bench.post("v1/products/\(parent)/family", ["product_family_id": .string(family)])
        let reply = bench.post(
            "v1/products/\(parent)/variants", ["variant": ["sku": "V", "label": "v"]])
        #expect(reply.status == 201)
        #expect(reply.first["product_type"] == "VARIANT")
        #expect(reply.first["product_level"] == 2)
        #expect(reply.first["_parent_id"] == .string(parent))
        #expect(reply.first["product_family_id"] == .string(family))
        #expect(bench.read(parent)["product_type"] == "PARENT")
        #expect(bench.read(parent)["num_variations"] == 1)
        #expect(bench.get("v1/products/\(parent)/variants").data == [reply.first])
    }

    @Test func `with a SKU that is there give 409`() {
        let bench = Bench([.duplicateSKUUnprocessable])
        let parent = bench.product("P")
        #expect(
            bench.post("v1/products/\(parent)/variants", ["variant": ["sku": "P"]]).text
                == refused(
                    409, "product data validation failed",
                    ("sku", "A product with the same SKU already exists")))
        #expect(bench.read(parent)["num_variations"] == 0)
    }

    @Test func `can be existing single products of the same family`() {
        let bench = Bench()
        let (p, v) = (bench.product("P"), bench.product("V"))
        let family = bench.family("F")
        bench.post("v1/products/\(p)/family", ["product_family_id": .string(family)])
        #expect(
            bench.send(.post, "v1/products/\(p)/variant/\(v)").text
                == refused(422, "Parent and variants must be assigned to the same family"))
        bench.post("v1/products/\(v)/family", ["product_family_id": .string(family)])
        let reply = bench.send(.post, "v1/products/\(p)/variant/\(v)")
        #expect(reply.status == 200)
        #expect(reply.first["num_variations"] == 1)
        #expect(bench.send(.post, "v1/products/\(p)/variant/\(v)").status == 422)
        #expect(bench.send(.post, "v1/products/\(v)/variant/\(p)").status == 422)
    }

    @Test func `become single products when unlinked`() {
        let bench = Bench()
        let (p, other) = (bench.product("P"), bench.product("O"))
        let v = bench.post("v1/products/\(p)/variants", ["variant": ["sku": "V"]]).id
        #expect(bench.delete("v1/products/\(p)/variant/\(v)").status == 200)
        #expect(bench.read(v)["product_type"] == "SINGLE")
        #expect(bench.read(p)["product_type"] == "SINGLE")
        #expect(
            bench.delete("v1/products/\(p)/variant/\(other)").text
                == refused(
                    422, "unlinking unrelated products",
                    ("variant", "this product is not variant of the parent product")))
    }

    @Test func `are asked of, and made below, products that are there`() {
        let bench = Bench()
        #expect(
            bench.get("v1/products/x/variants").text
                == refused(404, " No results found for x", ("id", "does not exist")))
        #expect(bench.post("v1/products/x/variants", ["variant": ["sku": "V"]]).status == 404)
        let id = bench.product("P")
        #expect(bench.post("v1/products/\(id)/variants", ["sku": "V"]).status == 422)
        #expect(bench.send(.post, "v1/products/\(id)/variant/x").status == 404)
        #expect(bench.delete("v1/products/\(id)/variant/x").status == 404)
    }
}
