import Catalog
import HTTPTypes
import JSON
import Testing

@testable import PlytixSandbox

@Suite struct `Linking an asset to a product` {
    private func link(
        _ bench: Bench, _ product: String, _ asset: String, _ label: String, version: String = "v1"
    ) -> Reply {
        bench.post(
            "\(version)/products/\(product)/assets",
            ["id": .string(asset), "attribute_label": .string(label)])
    }

    @Test func `appends to a gallery, replaces a media attribute and the thumbnail`() {
        let bench = Bench()
        bench.attribute("Pictures", .mediaGallery)
        bench.attribute("Hero", .media)
        let id = bench.product("A")
        let (a, b) = (bench.asset("a.jpg"), bench.asset("b.jpg"))
        for label in ["pictures", "hero", "thumbnail"] {
            let first = link(bench, id, a, label)
            #expect(first.text == text(201, ["data": [["id": .string(a)]]]))
            #expect(link(bench, id, b, label).status == 201)
        }
        let product = bench.read(id)
        #expect(bench.gallery("pictures", of: id) == ["a.jpg", "b.jpg"])
        #expect(product["attributes"]["hero"]["filename"] == "b.jpg")
        #expect(product["thumbnail"]["filename"] == "b.jpg")
    }

    @Test(arguments: ["pictures", "hero", "thumbnail"], ["v1", "v2"])
    func `that is linked there gives 409`(_ label: String, _ version: String) {
        let bench = Bench()
        bench.attribute("Pictures", .mediaGallery)
        bench.attribute("Hero", .media)
        let id = bench.product("A")
        let asset = bench.asset("a.jpg")
        #expect(link(bench, id, asset, label, version: version).status == 201)
        #expect(
            link(bench, id, asset, label, version: version).text
                == refused(
                    409, "Asset id \(asset) is already linked to product attribute",
                    ("asset.id", "already linked")))
    }

    @Test func `names asset, label and product that exist`() {
        let bench = Bench()
        bench.attribute("Pictures", .mediaGallery)
        bench.attribute("Text")
        let id = bench.product("A")
        let asset = bench.asset("a.jpg")
        let label: JSONValue = ["attribute_label": "pictures"]
        #expect(
            link(bench, "x", asset, "pictures").text
                == refused(404, " No results found for x", ("id", "product does not exist")))
        #expect(
            link(bench, id, "x", "pictures").text
                == refused(
                    404, "Asset id x does not exist", ("asset.id", "asset does not exist")))
        #expect(
            bench.post("v1/products/\(id)/assets", label).text
                == refused(
                    422, "Schema validation error", ("id", "Missing data for required field.")))
        #expect(
            bench.post("v2/products/\(id)/assets", label).text
                == refused(
                    422, "you must supply an id", ("asset.id", "asset id not found in request")))
        #expect(
            bench.post("v1/products/\(id)/assets", ["id": .string(asset)]).text
                == refused(
                    422, "Schema validation error",
                    ("attribute_label", "Missing data for required field.")))
        for label in ["none", "text", "assets"] {
            #expect(
                link(bench, id, asset, label).text
                    == refused(
                        422, "Schema validation error",
                        ("attribute_label", "label does not exist")))
        }
    }

    @Test func `is possible for 300 assets of a product`() {
        let bench = Bench()
        bench.attribute("Pictures", .mediaGallery)
        let id = bench.product("A")
        for number in 0..<300 {
            #expect(link(bench, id, bench.asset("\(number).jpg"), "pictures").status == 201)
        }
        #expect(link(bench, id, bench.asset("300.jpg"), "pictures").status == 422)
        #expect(bench.read(id)["assets"].elements.count == 300)
    }

    @Test func `shows in the product's assets, until it is unlinked from everywhere`() {
        let bench = Bench()
        bench.attribute("Pictures", .mediaGallery)
        let id = bench.product("A")
        let asset = bench.asset("a.jpg")
        _ = link(bench, id, asset, "pictures")
        _ = link(bench, id, asset, "thumbnail")
        let shown = bench.read(id)["thumbnail"]
        #expect(bench.get("v1/products/\(id)/assets").data == [shown])
        #expect(bench.get("v1/products/\(id)/assets/\(asset)").data == [shown])
        #expect(bench.get("v2/products/\(id)/assets").first["file_size"] == 5)
        #expect(bench.get("v1/assets/\(asset)").first["n_products"] == 1)
        let reply = bench.delete("v1/products/\(id)/assets/\(asset)")
        #expect(reply.text == "204")
        #expect(bench.read(id)["thumbnail"].isNull)
        #expect(bench.read(id)["attributes"] == [:])
        #expect(bench.get("v1/assets/\(asset)").first["assigned"] == false)
    }

    @Test func `is not there when it was not made`() {
        let bench = Bench()
        let id = bench.product("A")
        let asset = bench.asset("a.jpg")
        let message = "asset id \(asset) is not related to product id \(id)"
        let expected = refused(404, message, ("asset_id", .string(message)))
        #expect(bench.get("v1/products/\(id)/assets/\(asset)").text == expected)
        #expect(bench.delete("v1/products/\(id)/assets/\(asset)").text == expected)
        #expect(bench.get("v1/products/x/assets").status == 404)
        #expect(
            bench.get("v2/products/x/assets").text == refused(404, "No product found for id x"))
    }
}

@Suite struct `Linking a category to a product` {
    @Test func `works once`() {
        let bench = Bench()
        let id = bench.product("A")
        let category = bench.post("v1/categories/product", ["name": "Boots"]).id
        let body: JSONValue = ["id": .string(category)]
        let shown: JSONValue = ["id": .string(category), "name": "Boots", "path": ["Boots"]]
        #expect(
            bench.post("v1/products/\(id)/categories", body).text == text(201, ["data": [shown]]))
        #expect(
            bench.post("v1/products/\(id)/categories", body).text
                == refused(
                    409, "Category id \(category) is already linked to product",
                    ("category.id", "already linked")))
        #expect(bench.get("v1/products/\(id)/categories").data == [shown])
        #expect(bench.get("v1/products/\(id)/categories/\(category)").data == [shown])
        #expect(
            bench.skus([[["field": "categories", "operator": "in", "value": [body["id"]]]]]) == [
                "A"
            ])
        #expect(bench.delete("v1/products/\(id)/categories/\(category)").text == "204")
        let message = "category_id \(category) is not related to product id \(id)"
        #expect(
            bench.delete("v1/products/\(id)/categories/\(category)").text
                == refused(404, message, ("asset.id", .string(message))))
    }

    @Test func `needs a category and a product that exist`() {
        let bench = Bench()
        let id = bench.product("A")
        #expect(
            bench.post("v1/products/\(id)/categories", ["id": "x"]).text
                == refused(422, "Unknown category x", ("category.id", "does not exist")))
        #expect(
            bench.post("v1/products/x/categories", ["id": "x"]).text
                == refused(404, " No results found for x", ("id", "product does not exist")))
    }
}
