import Catalog
import HTTPTypes
import JSON
import Testing

@testable import PlytixSandbox

@Suite struct `Defining an attribute` {
    @Test func `makes its label of its name`() {
        let reply = Bench().post(
            "v1/attributes/product",
            ["name": "Amazon ASIN", "type_class": "TextAttribute", "description": "d"])
        #expect(
            reply.text
                == text(
                    201,
                    [
                        "data": [
                            [
                                "id": .string(reply.id), "label": "amazon_asin",
                                "name": "Amazon ASIN", "groups": [], "description": "d",
                                "type_class": "TextAttribute", "filter_type": "TextAttribute",
                            ]
                        ]
                    ]))
    }

    @Test(
        arguments: [
            ("In Stock", "in_stock"), ("a-b.c:d e", "a_b_c_d_e"), ("amazon_asin", "amazon_asin"),
            ("Amazon UPC (Imported)", "amazon_upc_imported"), ("A  b", "a__b"),
            ("Größe 1", "gre_1"),
        ])
    func `of this name gives this label`(_ name: String, _ label: String) {
        let reply = Bench().post(
            "v1/attributes/product", ["name": .string(name), "type_class": "IntAttribute"])
        #expect(reply.first["label"] == .string(label))
    }

    @Test(arguments: ["Amazon ASIN", "amazon asin", "Amazon-ASIN"])
    func `of a name that is there gives 422 without errors`(_ name: String) {
        let bench = Bench()
        bench.attribute("Amazon ASIN")
        #expect(
            bench.post(
                "v1/attributes/product", ["name": .string(name), "type_class": "TextAttribute"]
            ).text == refused(422, "a product attribute with same name already exists"))
    }

    @Test(
        arguments: [
            ([:], "name", "Missing data for required field."),
            (["name": "x"], "type_class", "Missing data for required field."),
            (["name": "x", "type_class": "NumberAttribute"], "type_class", "Not a valid choice."),
            (["name": "()", "type_class": "TextAttribute"], "name", "Not a valid name."),
            (
                ["name": "x", "type_class": "DropdownAttribute", "options": [1]], "options",
                "Not a valid list."
            ),
            (
                ["name": "x", "type_class": "TextAttribute", "description": 1], "description",
                "Not a valid string."
            ),
            (
                ["name": "x", "type_class": "TextAttribute", "product_families": [["id": "f"]]],
                "product_families", "does not exist"
            ),
            (
                [
                    "name": "x", "type_class": "CompletenessAttribute",
                    "attributes": [["label": "none"]],
                ], "attributes", "attribute does not exist"
            ),
        ] as [(JSONValue, String, JSONValue)])
    func `badly gives 422`(_ body: JSONValue, _ field: String, _ message: JSONValue) {
        #expect(
            Bench().post("v1/attributes/product", body).text
                == refused(422, "Schema validation error", (field, message)))
    }

    @Test func `takes at most a thousand options`() {
        func status(_ count: Int) -> Int {
            Bench().post(
                "v1/attributes/product",
                [
                    "name": "x", "type_class": "DropdownAttribute",
                    "options": JSONValue((0..<count).map(String.init)),
                ]
            ).status
        }
        #expect(status(1000) == 201)
        #expect(status(1001) == 422)
    }

    @Test func `can sort its options`() {
        let body: JSONValue = [
            "name": "x", "type_class": "MultiSelectAttribute", "options": ["b", "c", "a"],
            "manual_sorting": false, "sort_ascending": false,
        ]
        let shown = Bench().post("v1/attributes/product", body).first
        #expect(shown["options"] == ["c", "b", "a"])
        #expect(shown["manual_sorting"] == false)
        #expect(shown["filter_type"] == "MultiSelectAttribute")
    }

    @Test func `can put it into families at once`() {
        let bench = Bench()
        let family = bench.family("F")
        bench.post(
            "v1/attributes/product",
            [
                "name": "x", "type_class": "TextAttribute",
                "product_families": [["id": .string(family), "attribute_level": "parent_level"]],
            ])
        #expect(
            bench.get("v1/product_families/\(family)/attributes").first["attribute_level"]
                == "parent_level")
    }
}

@Suite struct `An attribute definition` {
    @Test func `keeps its label when it is renamed, and gets new options in place of the old`() {
        let bench = Bench()
        let id = bench.attribute("Color", .dropdown, options: ["Red"])
        let reply = bench.patch(
            "v1/attributes/product/\(id)", ["name": "Colour", "options": ["Blue", "Green"]])
        #expect(reply.status == 200)
        #expect(reply.first["label"] == "color")
        #expect(reply.first["name"] == "Colour")
        #expect(reply.first["options"] == ["Blue", "Green"])
        #expect(bench.get("v1/attributes/product/\(id)").first == reply.first)
        bench.attribute("Size")
        #expect(bench.patch("v1/attributes/product/\(id)", ["name": "size"]).status == 422)
    }

    @Test(arguments: [HTTPRequest.Method.get, .patch, .delete])
    func `that is not there gives 404`(_ method: HTTPRequest.Method) {
        #expect(
            Bench().send(method, "v1/attributes/product/6d0b", [:]).text
                == refused(404, " No results found for 6d0b", ("id", "id does not exist")))
    }

    @Test func `is deleted with its values, at once though the answer is 202`() {
        let bench = Bench()
        let id = bench.attribute("One")
        let family = bench.family("F", [id])
        let product = bench.product("A", ["attributes": ["one": "1"]])
        #expect(bench.delete("v1/attributes/product/\(id)").text == "202")
        #expect(bench.get("v1/attributes/product/\(id)").status == 404)
        #expect(bench.read(product)["attributes"] == [:])
        #expect(bench.get("v1/product_families/\(family)").first["total_attributes"] == 0)
    }

    @Test func `that a catalog uses cannot be deleted`() {
        let bench = Bench()
        let id = bench.attribute("One")
        bench.sandbox.byHand(in: "default", at: bench.now) { editor in
            editor.useAttribute("one", inCatalog: "Europe")
        }
        let error = bench.delete("v1/attributes/product/\(id)").json["error"]
        #expect(error["msg"] == .string("Error deleting \(id) attribute"))
        #expect(error["errors"][0]["field"] == "usages")
        #expect(error["errors"][0]["msg"]["ecatalogs"][0]["name"] == "Europe")
        #expect(error["errors"][0]["msg"]["channels"] == [])
    }

    @Test func `is found, with the columns that are asked for`() {
        let bench = Bench()
        let one = bench.attribute("Amazon ASIN")
        bench.attribute("Size")
        let search = "v1/attributes/product/search"
        #expect(
            bench.post(search, ["pagination": ["page": 1]]).data.first
                == ["id": .string(one), "filter_type": "TextAttribute"])
        #expect(bench.send(.post, search).json["pagination"]["order"] == "")
        let found = bench.post(
            search,
            [
                "filters": [[["field": "name", "operator": "like", "value": "AmAzOn"]]],
                "attributes": ["name", "label", "type_class", "groups", "options", "attributes"],
            ])
        #expect(
            found.data == [
                [
                    "id": .string(one), "filter_type": "TextAttribute", "name": "Amazon ASIN",
                    "label": "amazon_asin", "type_class": "TextAttribute", "groups": [],
                ]
            ])
        #expect(found.json["pagination"]["count"] == 1)
        #expect(found.json["pagination"]["total_count"] == 2)
        let label: JSONValue = ["field": "label", "operator": "in", "value": ["size", "none"]]
        #expect(bench.post(search, ["filters": [[label]]]).data.count == 1)
    }
}

@Suite struct `An attribute group` {
    @Test func `is made, changed, found and deleted`() {
        let bench = Bench()
        let attribute = bench.attribute("One")
        let path = "v1/attribute-groups/product"
        let made = bench.post(path, ["name": "Basics", "attribute_labels": ["one"]])
        #expect(
            made.text
                == text(
                    201,
                    [
                        "data": [
                            [
                                "id": .string(made.id), "name": "Basics",
                                "attribute_labels": ["one"], "order": 0,
                            ]
                        ]
                    ]))
        #expect(
            bench.get("v1/attributes/product/\(attribute)").first["groups"] == [.string(made.id)])
        let second = bench.post(path, ["name": "More"]).id
        let changed = bench.patch(
            "\(path)/\(second)", ["name": "Most", "attribute_labels": nil, "order": 9])
        #expect(changed.first["order"] == 1)
        #expect(changed.first["attribute_labels"] == [])
        let rows = bench.post("\(path)/search", ["attributes": ["name", "order"]]).data
        #expect(rows.map { $0["name"] } == ["Basics", "Most"])
        #expect(bench.delete("\(path)/\(second)").status == 200)
        #expect(bench.delete("\(path)/\(second)").status == 404)
        #expect(bench.post(path, ["name": "x", "attribute_labels": ["none"]]).status == 422)
        #expect(bench.post(path, [:]).status == 422)
    }
}
