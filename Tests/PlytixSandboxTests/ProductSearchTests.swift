import Catalog
import HTTPTypes
import JSON
import Testing

@testable import PlytixSandbox

@Suite struct `A filter of a product search` {
    /// Three products with a value of each type, and one with none.
    private func bench(_ quirks: Set<Quirk> = []) -> Bench {
        let bench = Bench(quirks)
        bench.attribute("Name")
        bench.attribute("Count", .int)
        bench.attribute("Day", .date)
        bench.attribute("Flag", .boolean)
        bench.attribute("Color", .dropdown, options: ["Red", "Blue"])
        bench.attribute("Tags", .multiSelect, options: ["x", "y", "z"])
        bench.attribute("Pictures", .mediaGallery)
        let asset = bench.asset("a.jpg")
        bench.product(
            "A",
            [
                "label": "Alpha Boot", "gtin": "012345678905",
                "attributes": [
                    "name": "Unicorn", "count": 1, "day": "2026-01-01", "flag": true,
                    "color": "Red", "tags": ["x", "y"], "pictures": [["id": .string(asset)]],
                ],
            ])
        bench.wait(.seconds(86_400))
        bench.logIn()
        bench.product(
            "b",
            [
                "label": "Beta", "status": "Completed", "thumbnail": ["id": .string(asset)],
                "attributes": [
                    "name": "unicorns", "count": 5, "day": "2026-02-01", "flag": false,
                    "color": "Blue", "tags": ["z"],
                ],
            ])
        bench.product("C")
        return bench
    }

    @Test(
        arguments: [
            ("sku", "eq", "a", ["A"]), ("sku", "eq", "B", ["b"]), ("sku", "!eq", "a", ["b", "C"]),
            ("sku", "in", ["A", "b"], ["A", "b"]), ("sku", "in", ["a", "b"], ["b"]),
            ("sku", "in", [], []), ("sku", "!in", ["A"], ["b", "C"]), ("sku", "like", "c", ["C"]),
            ("sku", "exists", nil, ["A", "b", "C"]), ("label", "like", "BOOT", ["A"]),
            ("label", "!like", "BOOT", ["b", "C"]), ("label", "!exists", nil, ["C"]),
            ("gtin", "eq", "012345678905", ["A"]), ("gtin", "exists", nil, ["A"]),
            ("gtin", "eq", "12345678905", []),
            ("status", "eq", "completed", ["b"]), ("status", "in", ["Draft"], ["A", "C"]),
            ("status", "in", ["draft"], []), ("status", "!in", ["Draft"], ["b"]),
            ("attributes.name", "eq", "UNICORN", ["A"]),
            ("attributes.name", "like", "corn", ["A", "b"]),
            ("attributes.name", "!eq", "unicorn", ["b", "C"]),
            ("attributes.name", "exists", nil, ["A", "b"]),
            ("attributes.name", "!exists", nil, ["C"]),
            ("attributes.count", "eq", 5, ["b"]), ("attributes.count", "eq", "5", ["b"]),
            ("attributes.count", "gt", 1, ["b"]), ("attributes.count", "gte", 1, ["A", "b"]),
            ("attributes.count", "lt", 5, ["A"]), ("attributes.count", "lte", "5", ["A", "b"]),
            ("attributes.day", "eq", "2026-01-01", ["A"]),
            ("attributes.day", "gt", "2026-01-01", ["b"]),
            ("attributes.flag", "eq", true, ["A"]), ("attributes.flag", "eq", "false", ["b"]),
            ("attributes.color", "eq", "red", ["A"]), ("attributes.color", "in", ["Red"], ["A"]),
            ("attributes.color", "in", ["red"], []),
            ("attributes.tags", "in", ["y", "z"], ["A", "b"]),
            ("attributes.tags", "!in", ["z"], ["A", "C"]),
            ("attributes.pictures", "exists", nil, ["A"]),
            ("assets", "exists", nil, ["A", "b"]), ("images", "!exists", nil, ["C"]),
            ("thumbnail", "exists", nil, ["b"]), ("product_level", "eq", 0, ["A", "b", "C"]),
            ("product_level", "in", [1, 2], []), ("_is_variation", "eq", true, []),
            ("_has_variations", "eq", false, ["A", "b", "C"]), ("static_lists", "in", ["x"], []),
            ("categories", "!exists", nil, ["A", "b", "C"]),
            ("created", "lt", "2026-03-02", ["A"]), ("modified", "eq", "2026-03-01", ["A"]),
            ("created", "gte", "2026-03-02T00:00:00Z", ["b", "C"]),
        ] as [(String, String, JSONValue, [String])])
    func `finds`(_ field: String, _ operation: String, _ value: JSONValue, _ skus: [String]) {
        let filter: JSONValue = [
            "field": .string(field), "operator": .string(operation), "value": value,
        ]
        #expect(bench().skus([[filter]]) == skus)
    }

    @Test func `is one of a group that must all hold, of groups of which one must`() {
        func condition(_ sku: String, _ operation: String = "eq") -> JSONValue {
            ["field": "sku", "operator": .string(operation), "value": .string(sku)]
        }
        let bench = bench()
        let flag: JSONValue = ["field": "attributes.flag", "operator": "eq", "value": true]
        #expect(bench.skus([[condition("A"), flag]]) == ["A"])
        #expect(bench.skus([[condition("b"), flag]]) == [])
        #expect(bench.skus([[condition("b"), flag], [condition("C")]]) == ["C"])
        #expect(bench.skus([[condition("C")], [condition("A")]]) == ["A", "C"])
        #expect(bench.skus([]) == ["A", "b", "C"])
        #expect(bench.skus([[]]) == ["A", "b", "C"])
    }

    @Test func `can search a text in several fields`() {
        let filter: JSONValue = [
            "field": ["label", "attributes.name"], "operator": "text_search", "value": "uni",
        ]
        #expect(bench().skus([[filter]]) == ["A", "b"])
    }

    @Test(
        arguments: [
            (
                ["field": "name", "operator": "eq", "value": "x"],
                [("name", "Field 'name' doesn't exist")]
            ),
            (
                ["field": "attributes.none", "operator": "eq", "value": "x"],
                [("attributes.none", "Field 'attributes.none' doesn't exist")]
            ),
            (
                ["field": "gtin", "operator": "in", "value": ["1"]],
                [
                    ("gtin", "operator in is not allowed"),
                    ("filters", "Unable to decode filters properly"),
                ]
            ),
            (
                ["field": "sku", "operator": "contains", "value": "x"],
                [
                    ("contains", "unknown operator"),
                    ("filters", "Unable to decode filters properly"),
                ]
            ),
            (
                ["field": "sku", "operator": "in", "value": "x"],
                [
                    ("sku", "wrong value for in"),
                    ("filters", "Unable to decode filters properly"),
                ]
            ),
            (
                ["field": "attributes.count", "operator": "gt", "value": "many"],
                [
                    ("attributes.count", "wrong value for gt"),
                    ("filters", "Unable to decode filters properly"),
                ]
            ),
            (
                ["field": "attributes.flag", "operator": "like", "value": "x"],
                [
                    ("attributes.flag", "operator like is not allowed"),
                    ("filters", "Unable to decode filters properly"),
                ]
            ),
            (["operator": "eq"], [("filters", "Unable to decode filters properly")]),
            ("text", [("filters", "Unable to decode filters properly")]),
        ] as [(JSONValue, [(String, JSONValue)])])
    func `that makes no sense gives 422`(
        _ filter: JSONValue, _ errors: [(String, JSONValue)]
    ) {
        let reply = bench().post("v1/products/search", ["filters": [[filter]]])
        let entries = errors.map { entry -> JSONValue in
            ["field": .string(entry.0), "msg": entry.1]
        }
        #expect(
            reply.text
                == text(
                    422,
                    ["error": ["msg": "Schema validation error", "errors": .array(entries)]]))
    }

    @Test(arguments: [["x"], "x", [["x"]], 1] as [JSONValue])
    func `is in a list of lists`(_ filters: JSONValue) {
        #expect(bench().post("v1/products/search", ["filters": filters]).status == 422)
    }
}

@Suite struct `A page of a product search` {
    private func bench(_ count: Int, _ quirks: Set<Quirk> = []) -> Bench {
        let bench = Bench(quirks) { $0.orderedRowsMax = 30 }
        for number in 0..<count {
            bench.product("P\(number)", ["label": number < 5 ? "low" : "high"])
        }
        return bench
    }
    private static let low: JSONValue = [
        [["field": "label", "operator": "eq", "value": "low"]]
    ]

    @Test func `is the first 25 of all when nothing else is said`() {
        let reply = bench(28).post("v1/products/search", [:])
        #expect(reply.data.count == 25)
        #expect(
            reply.json["pagination"] == [
                "page": 1, "page_size": 25, "order": nil, "count": 28, "total_count": 28,
            ])
    }

    @Test func `counts matches over all pages apart from the whole collection`() {
        let reply = bench(7).post(
            "v1/products/search",
            [
                "filters": Self.low, "attributes": [],
                "pagination": ["page": 3, "page_size": 2, "order": "-sku"],
            ])
        #expect(reply.data.map { $0["sku"] } == ["P0"])
        #expect(
            reply.json["pagination"] == [
                "page": 3, "page_size": 2, "order": "-sku", "count": 5, "total_count": 7,
            ])
    }

    @Test(arguments: [2, 9_223_372_036_854_775_807])
    func `beyond the end is empty`(_ page: Int) {
        let reply = bench(3).post(
            "v1/products/search", ["pagination": ["page": JSONValue(page), "page_size": 3]])
        #expect(reply.status == 200)
        #expect(reply.data == [])
        #expect(reply.json["pagination"]["count"] == 3)
    }

    @Test func `can be sorted by a field that is not shown`() {
        let bench = Bench()
        bench.attribute("Count", .int)
        for (sku, count) in [("A", 10), ("B", 9), ("C", 100)] {
            bench.product(sku, ["attributes": ["count": JSONValue(count)]])
        }
        bench.product("D")
        func skus(_ order: String) -> [JSONValue] {
            bench.post("v1/products/search", ["pagination": ["order": .string(order)]])
                .data.map { $0["sku"] }
        }
        #expect(skus("attributes.count") == ["D", "B", "A", "C"])
        #expect(skus("-attributes.count") == ["C", "A", "B", "D"])
        #expect(skus("") == ["A", "B", "C", "D"])
        #expect(Set(skus("id").map(\.text)).count == 4)
    }

    @Test func `is refused with 428 when it sorts too many`() {
        let bench = bench(31)
        let order: JSONValue = ["order": "sku"]
        #expect(bench.post("v1/products/search", ["pagination": order]).status == 428)
        #expect(bench.post("v1/products/search", [:]).status == 200)
        #expect(
            bench.post("v1/products/search", ["pagination": order, "filters": Self.low]).status
                == 200)
    }

    @Test(
        arguments: [
            (["page_size": 101], "page_size", "Must be at most 100."),
            (["page_size": 0], "page_size", "Must be a positive integer."),
            (["page_size": "25"], "page_size", "Must be a positive integer."),
            (["page": 0], "page", "Must be a positive integer."),
            (["page": -1], "page", "Must be a positive integer."),
            (["order": 1], "order", "Not a valid string."),
            (["order": "none"], "none", "Field 'none' doesn't exist"),
            ("x", "pagination", "Invalid input type."),
        ] as [(JSONValue, String, JSONValue)])
    func `is refused when asked for badly`(
        _ pagination: JSONValue, _ field: String, _ message: JSONValue
    ) {
        #expect(
            Bench().post("v1/products/search", ["pagination": pagination]).text
                == refused(422, "Schema validation error", (field, message)))
    }
}

@Suite struct `The columns of a product search` {
    @Test func `are id, SKU and number of variants, and of variants their parent`() {
        let bench = Bench()
        bench.attribute("One")
        let parent = bench.product("P", ["label": "x", "attributes": ["one": "1"]])
        let variant = bench.post("v1/products/\(parent)/variants", ["variant": ["sku": "V"]]).id
        #expect(
            bench.post("v1/products/search", [:]).data == [
                ["id": .string(parent), "sku": "P", "num_variations": 1, "attributes": [:]],
                [
                    "id": .string(variant), "sku": "V", "num_variations": 0, "attributes": [:],
                    "_parent_id": .string(parent),
                ],
            ])
    }

    @Test func `show what is asked for, empty attributes left out`() {
        let bench = Bench()
        bench.attribute("One")
        bench.attribute("Two")
        let asset = bench.asset("a.jpg")
        let id = bench.product(
            "P",
            [
                "label": "x", "attributes": ["one": "1"], "gtin": "12345678",
                "thumbnail": ["id": .string(asset)],
            ])
        let whole = bench.read(id)
        let row = bench.post(
            "v1/products/search",
            [
                "attributes": [
                    "label", "status", "gtin", "created", "modified", "categories", "assets",
                    "images", "thumbnail", "product_level", "product_type", "_has_variations",
                    "static_lists", "attributes.one", "attributes.two", "attributes.one",
                ]
            ]
        ).first
        for column in [
            "label", "status", "gtin", "created", "modified", "categories", "assets", "thumbnail",
            "product_level", "product_type", "attributes",
        ] {
            #expect(row[column] == whole[column])
        }
        #expect(row["images"] == whole["assets"])
        #expect(row["_has_variations"] == false)
        #expect(row["static_lists"] == [])
    }

    @Test func `can be relationships`() {
        let bench = Bench()
        let relation = bench.relationship("Gift Basket")
        let (a, b) = (bench.product("A"), bench.product("B"))
        bench.post(
            "v1/products/\(a)/relationships/\(relation)",
            ["product_relationships": [["product_id": .string(b), "quantity": 3]]])
        let reply = bench.post(
            "v1/products/search", ["attributes": ["relationships.gift_basket"]])
        #expect(
            reply.data.map { $0["relationships"] } == [
                [
                    [
                        "relationship_id": .string(relation), "label": "gift_basket",
                        "related_products": [["product_id": .string(b), "quantity": 3]],
                    ]
                ], [],
            ])
    }

    @Test(arguments: [("v1", 20), ("v2", 50)])
    func `are limited, id and SKU aside`(_ version: String, _ limit: Int) {
        let bench = Bench()
        for number in 0...limit { bench.attribute("F\(number)") }
        func search(_ count: Int) -> Reply {
            let columns = ["id", "sku"] + (0..<count).map { "attributes.f\($0)" }
            return bench.post("\(version)/products/search", ["attributes": JSONValue(columns)])
        }
        #expect(search(limit).status == 200)
        #expect(
            search(limit + 1).text
                == refused(
                    422, "Schema validation error",
                    ("schema", .string("columns limit exceeded, current limit is \(limit)"))))
    }

    @Test(arguments: ["one", "attributes.none", "relationships.none", "attributes", "nothing"])
    func `that are unknown give 422`(_ column: String) {
        #expect(
            Bench().post("v1/products/search", ["attributes": [.string(column)]]).text
                == refused(
                    422, "Schema validation error",
                    ("attributes", .string("unknown column \(column)"))))
    }
}

@Suite struct `A relationship filter of a product search` {
    private func skus(_ condition: (String, String) -> JSONValue) -> [JSONValue] {
        let bench = Bench()
        let relation = bench.relationship("Gift Basket")
        let ids = ["A", "B", "C"].map { bench.product($0) }
        bench.post(
            "v1/products/\(ids[0])/relationships/\(relation)",
            ["product_relationships": [["product_id": .string(ids[2]), "quantity": 3]]])
        bench.post(
            "v1/products/\(ids[1])/relationships/\(relation)",
            ["product_relationships": [["product_id": .string(ids[2]), "quantity": 5]]])
        let reply = bench.post(
            "v1/products/search", ["relationship_filters": [[condition(relation, ids[2])]]])
        #expect(reply.json["pagination"]["total_count"] == 3)
        return reply.data.map { $0["sku"] }
    }

    @Test(
        arguments: [
            ("exists", nil, [], ["A", "B"]), ("!exists", nil, [], ["C"]),
            ("exists", "exists", nil, ["A", "B"]), ("exists", "!exists", nil, []),
            ("exists", "eq", [3], ["A"]), ("exists", "!eq", [3], ["B"]),
            ("exists", "gt", [3], ["B"]), ("exists", "gte", [3], ["A", "B"]),
            ("exists", "lt", [5], ["A"]), ("exists", "lte", [5], ["A", "B"]),
            ("exists", "bte", [4, 6], ["B"]),
        ] as [(String, String?, JSONValue, [JSONValue])])
    func `finds`(
        _ operation: String, _ quantity: String?, _ value: JSONValue, _ expected: [JSONValue]
    ) {
        let found = skus { relation, product in
            let products: [JSONValue] =
                quantity.map {
                    [["id": .string(product), "qty_operator": .string($0), "value": value]]
                } ?? []
            return [
                "relationship_id": .string(relation), "operator": .string(operation),
                "product_ids": .array(products),
            ]
        }
        #expect(found == expected)
    }

    @Test func `can name one relationship only, and one that exists`() {
        let bench = Bench()
        let ids = ["One", "Two"].map { bench.relationship($0) }
        func filter(_ id: String) -> JSONValue {
            ["relationship_id": .string(id), "operator": "exists", "product_ids": []]
        }
        func status(_ filters: [JSONValue]) -> Int {
            bench.post("v1/products/search", ["relationship_filters": [.array(filters)]]).status
        }
        #expect(status([filter(ids[0]), filter(ids[0])]) == 200)
        #expect(status([filter(ids[0]), filter(ids[1])]) == 422)
        #expect(status([filter("x")]) == 422)
    }
}
