import Catalog
import HTTPTypes
import JSON
import Testing

@testable import PlytixSandbox

@Suite struct `A product family` {
    @Test func `is made with its attributes`() {
        let bench = Bench()
        let ids = ["One", "Two"].map { bench.attribute($0) }
        let reply = bench.post(
            "v1/product_families",
            [
                "name": "Amazon", "attributes": [.string(ids[0])],
                "variant_attributes": [.string(ids[1])],
            ])
        let time: JSONValue = "2026-03-01T21:20:00.000000+00:00"
        #expect(
            reply.text
                == text(
                    201,
                    [
                        "data": [
                            [
                                "id": .string(reply.id), "name": "Amazon", "created": time,
                                "created_at": time, "modified": time, "total_attributes": 2,
                                "total_models": 0, "total_products": 0,
                            ]
                        ]
                    ]))
        #expect(bench.get("v1/product_families/\(reply.id)").first == reply.first)
        #expect(
            bench.get("v1/product_families/\(reply.id)/attributes").data == [
                [
                    "id": .string(ids[0]), "label": "one", "name": "One",
                    "attribute_level": "no_level",
                ],
                [
                    "id": .string(ids[1]), "label": "two", "name": "Two",
                    "attribute_level": "variant_level",
                ],
            ])
        let all = bench.get("v1/product_families/\(reply.id)/all_attributes").data
        #expect(
            all.map { $0["label"] } == ["label", "thumbnail", "status", "categories", "one", "two"])
    }

    @Test func `takes attributes as objects, but not as both`() {
        let bench = Bench()
        let id = JSONValue.string(bench.attribute("One"))
        func status(_ list: JSONValue) -> Int {
            bench.post("v1/product_families", ["name": .string(list.text), "attributes": list])
                .status
        }
        #expect(status([["label": "one"]]) == 201)
        #expect(status([["id": id, "label": "one"]]) == 201)
        #expect(status([id, ["label": "one"]]) == 422)
        #expect(status(["x"]) == 422)
        #expect(status("x") == 422)
        #expect(bench.post("v1/product_families", [:]).status == 422)
    }

    @Test func `shows linked, unlinked and edited attributes a second after the 202`() {
        let bench = Bench()
        let ids = ["One", "Two"].map { JSONValue.string(bench.attribute($0)) }
        let family = bench.family("F")
        let path = "v1/product_families/\(family)/attributes"
        func levels() -> [JSONValue] { bench.get(path).data.map { $0["attribute_level"] } }
        #expect(bench.post("\(path)/link", ["attributes": .array(ids)]).text == "202")
        #expect(levels() == [])
        bench.wait(.seconds(1))
        #expect(levels() == ["no_level", "no_level"])
        bench.post("\(path)/edit", ["parent_level": ["two"]])
        bench.wait(.seconds(1))
        #expect(levels() == ["no_level", "parent_level"])
        bench.post(
            "v1/product_families/\(family)/all_attributes/edit",
            ["variant_level": ["attributes.one", "thumbnail"]])
        bench.wait(.seconds(1))
        #expect(levels() == ["variant_level", "parent_level"])
        #expect(bench.post("\(path)/unlink", ["attributes": [ids[0]]]).text == "202")
        #expect(levels().count == 2)
        bench.wait(.seconds(1))
        #expect(levels() == ["parent_level"])
    }

    @Test func `takes an edit of an attribute whose link is not visible yet`() {
        let bench = Bench()
        let id = bench.attribute("One")
        bench.attribute("Two")
        let family = bench.family("F")
        let path = "v1/product_families/\(family)/attributes"
        bench.post("\(path)/link", ["attributes": [.string(id)]])
        #expect(bench.post("\(path)/edit", ["parent_level": ["one", "two"]]).text == "202")
        bench.wait(.seconds(1))
        #expect(bench.get(path).data.map { $0["attribute_level"] } == ["parent_level"])
    }

    @Test func `loses the values of an attribute that is unlinked`() {
        let bench = Bench()
        let attribute = bench.attribute("One")
        let family = bench.family("F", [attribute])
        let (a, b) = (
            bench.product("A", ["attributes": ["one": "1"]]),
            bench.product("B", ["attributes": ["one": "1"]])
        )
        bench.post("v1/products/\(a)/family", ["product_family_id": .string(family)])
        bench.post(
            "v1/product_families/\(family)/attributes/unlink", ["attributes": [.string(attribute)]])
        bench.wait(.seconds(1))
        #expect(bench.read(a)["attributes"] == [:])
        #expect(bench.read(b)["attributes"] == ["one": "1"])
    }

    @Test func `is refused when it is asked for badly`() {
        let bench = Bench()
        let family = bench.family("F")
        let path = "v1/product_families/\(family)/attributes"
        #expect(bench.post("\(path)/link", [:]).status == 422)
        #expect(bench.post("\(path)/link", ["attributes": ["x"]]).status == 422)
        #expect(
            bench.post("\(path)/link", ["attributes": [], "attributes_level": "x"]).status == 422)
        #expect(bench.post("\(path)/unlink", ["attributes": ["x"]]).status == 422)
        #expect(bench.post("\(path)/edit", ["no_level": ["x"]]).status == 422)
        #expect(
            bench.post("v1/product_families/x/attributes/link", ["attributes": []]).status == 404)
        #expect(
            bench.post("v1/product_families", ["name": "f"]).text
                == refused(422, "a product family with same name already exists"))
    }

    @Test func `is renamed, found and deleted a little later`() {
        let bench = Bench()
        let id = bench.family("F")
        bench.family("G")
        let product = bench.product("A")
        bench.post("v1/products/\(product)/family", ["product_family_id": .string(id)])
        #expect(
            bench.patch("v1/product_families/\(id)", ["name": "H", "x": 1]).first["name"] == "H")
        #expect(bench.patch("v1/product_families/\(id)", ["name": "G"]).status == 422)
        let found = bench.post(
            "v1/product_families/search",
            [
                "filters": [[["field": "name", "operator": "eq", "value": "h"]]],
                "attributes": [
                    "name", "total_products", "_created_at", "created_user_audit",
                ], "pagination": ["page": 1, "order": "name"],
            ])
        #expect(found.data.count == 1)
        #expect(found.first["total_products"] == 1)
        #expect(found.first["created_user_audit"]["type"] == "API")
        #expect(bench.delete("v1/product_families/\(id)").text == "202")
        bench.wait(.seconds(1))
        #expect(bench.get("v1/product_families/\(id)").status == 404)
        #expect(bench.read(product)["product_family_id"].isNull)
    }
}

@Suite struct `A relationship` {
    @Test func `is made with the slug of its name as label`() {
        let bench = Bench()
        let reply = bench.post("v1/relationships", ["name": "Amazon Hierarchy", "label": "x"])
        let time: JSONValue = "2026-03-01T21:20:00.000000+00:00"
        #expect(
            reply.text
                == text(
                    201,
                    [
                        "data": [
                            [
                                "id": .string(reply.id), "name": "Amazon Hierarchy",
                                "label": "amazon_hierarchy", "created_at": time, "modified": time,
                            ]
                        ]
                    ]))
        #expect(bench.get("v1/relationships/\(reply.id)").first == reply.first)
        #expect(bench.post("v1/relationships", [:]).status == 422)
        #expect(
            bench.post("v1/relationships", ["name": "amazon hierarchy"]).text
                == refused(422, "a relationship with same name already exists"))
    }

    @Test func `is found, renamed and deleted unless a catalog uses it`() {
        let bench = Bench()
        let id = bench.relationship("Gift Pack")
        bench.relationship("Other")
        let found = bench.post(
            "v1/relationships/search",
            [
                "attributes": ["id", "label", "name", "symmetrical", "created", "modified"],
                "filters": [
                    [
                        ["field": "name", "operator": "like", "value": "pack"],
                        ["field": "symmetrical", "operator": "eq", "value": false],
                    ]
                ], "relationship_filters": [], "pagination": ["order": "name", "page": 1],
            ])
        #expect(found.data.map { $0["label"] } == ["gift_pack"])
        #expect(found.first["symmetrical"] == false)
        let ids: JSONValue = ["field": "id", "operator": "in", "value": [.string(id)]]
        #expect(bench.post("v1/relationships/search", ["filters": [[ids]]]).data.count == 1)
        let renamed = bench.patch("v1/relationships/\(id)", ["name": "Present"]).first
        #expect(renamed["name"] == "Present")
        #expect(renamed["label"] == "gift_pack")
        bench.sandbox.byHand(in: "default", at: bench.now) { editor in
            editor.useRelationship("gift_pack", inCatalog: "All")
        }
        let error = bench.delete("v1/relationships/\(id)").json["error"]
        #expect(error["msg"] == .string("Relationship id \(id) is in use"))
        #expect(error["errors"][0]["msg"]["ecatalogs"][0]["name"] == "All")
        #expect(bench.delete("v1/relationships/x").status == 404)
    }
}

@Suite struct `A category` {
    @Test(arguments: ["product", "file"])
    func `is made, nested, moved, sorted, found and deleted`(_ kind: String) {
        let bench = Bench()
        let path = "v1/categories/\(kind)"
        let root = bench.post(path, ["name": "Kitchen Sinks"])
        #expect(
            root.text
                == text(
                    200,
                    [
                        "data": [
                            [
                                "id": .string(root.id), "name": "Kitchen Sinks",
                                "slug": "kitchen-sinks", "path": ["Kitchen Sinks"],
                                "parents_ids": [], "n_children": 0, "order": "1",
                                "modified": "2026-03-01T21:20:00.000000+00:00",
                            ]
                        ]
                    ]))
        let a = bench.post("\(path)/\(root.id)", ["name": "Apron"]).first
        #expect(a["path"] == ["Kitchen Sinks", "Apron"])
        #expect(a["parents_ids"] == [.string(root.id)])
        let b = bench.post("\(path)/\(root.id)", ["name": "Bowl"]).id
        let ids = [b, a["id"].string ?? ""]
        #expect(
            bench.patch("\(path)/\(root.id)", ["sort_children": JSONValue(ids)]).status == 200)
        #expect(bench.patch("\(path)/\(root.id)", ["sort_children": [.string(b)]]).status == 422)
        #expect(bench.patch("\(path)/root", ["sort_children": [.string(root.id)]]).data == [])
        let rows = bench.post(
            "\(path)/search",
            [
                "filters": [[["field": "parent_id", "operator": "exists"]]],
                "attributes": ["name", "n_children"], "pagination": ["order": "order"],
            ])
        #expect(rows.data.map { $0["name"] } == ["Bowl", "Apron"])
        #expect(bench.patch("\(path)/\(root.id)", ["parent_id": .string(b)]).status == 422)
        #expect(bench.patch("\(path)/\(b)", ["parent_id": ""]).first["path"] == ["Bowl"])
        #expect(bench.delete("\(path)/\(root.id)").text == "204")
        #expect(bench.post("\(path)/search", [:]).data == [["id": .string(b)]])
        #expect(bench.delete("\(path)/\(root.id)").status == 404)
    }

    @Test(
        arguments: [
            ("product", "Category Sinks already exists"), ("file", "Sinks already exists"),
        ])
    func `of a name that is there gives 422`(_ kind: String, _ message: String) {
        let bench = Bench()
        bench.post("v1/categories/\(kind)", ["name": "Sinks"])
        #expect(
            bench.post("v1/categories/\(kind)", ["name": "Sinks"]).text
                == refused(422, message, ("name", "already exists")))
    }
}

@Suite struct `The list of filters` {
    @Test func `of products shows custom attributes, system fields and properties`() {
        let bench = Bench()
        bench.attribute("Color", .multiSelect, options: ["Blue"])
        let list = bench.get("v1/filters/product").first
        #expect(
            list["attributes"][0] == [
                "filter_type": "MultiSelectAttribute", "key": "attributes.color",
                "operators": ["exists", "!exists", "in", "!in"], "options": ["Blue"],
            ])
        let sku = list["attributes"].elements.first { $0["key"] == "sku" }
        #expect(sku?["operators"] == ["exists", "!exists", "like", "eq", "!eq"])
        #expect(
            list["properties"].elements.map { $0["key"] } == ["_is_variation", "_has_variations"])
    }

    @Test func `of assets and relationships is the documented one`() {
        let bench = Bench()
        let assets = bench.get("v1/filters/asset").first["attributes"].elements
        #expect(assets.count == 10)
        #expect(
            assets.first { $0["key"] == "filename" } == [
                "filter_type": "TextAttribute", "key": "filename",
                "operators": ["like", "eq", "!eq"],
            ])
        let relationships = bench.get("v1/filters/relationships").first["attributes"].elements
        #expect(
            relationships.map { $0["key"] }
                == ["label", "name", "created", "symmetrical", "id", "modified"])
    }
}
