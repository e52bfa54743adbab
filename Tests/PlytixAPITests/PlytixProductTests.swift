import JSON
import PlytixAPI
import Testing

private let one = "5c4ed8002f0985001e233276"
private let two = "5c4ed8002f0985001e233277"

private func read(_ text: String) throws -> PlytixProduct {
    try #require(PlytixProduct(try JSONValue(test: text)))
}

@Suite struct `A product of Plytix` {
    @Test func `of version 1 is read whole`() throws {
        let product = try read(
            #"""
            {"id": "p1", "sku": "AMZN-US-B07X8Z63ZL", "label": "Title", "status": "Draft",
             "gtin": null, "created": "2026-03-01T08:00:00+00:00",
             "modified": "2026-03-01T08:30:00.000000+00:00", "num_variations": 0,
             "_parent_id": null, "product_family_id": "f1", "product_type": "SINGLE",
             "product_level": 0, "overwritten_attributes": [], "categories": [],
             "attributes": {"amazon_asin": "B07X8Z63ZL", "amazon_is_primary": false,
               "amazon_last_synced": "2026-03-01T00:00:00", "amazon_size": null,
               "weight": 1.50, "tags": ["a", "b"], "none": [],
               "amazon_images": [{"id": "\#(one)", "filename": "a.jpg", "thumb": "x", "url": "u"},
                 {"id": "\#(two)", "filename": "b.jpg"}],
               "main": {"id": "\#(one)", "filename": "a.jpg"}},
             "assets": [{"id": "\#(one)", "filename": "a.jpg", "url": "u"}],
             "thumbnail": {"id": "\#(one)", "filename": "assets/d1/6d/images/00/a.jpg"},
             "relationships": [{"relationship_id": "r1", "relationship_label": "amazon_hierarchy",
               "related_products": [{"product_id": "p2", "quantity": 2, "last_modified": "x"},
                 {"product_id": "p3"}, {"quantity": 1}]}]}
            """#)
        #expect(product.sku == "AMZN-US-B07X8Z63ZL")
        #expect(product.label == "Title")
        #expect(product.status == "Draft")
        #expect(product.gtin == nil)
        #expect(product.parentID == nil)
        #expect(product.familyID == "f1")
        #expect(product.modified == "2026-03-01T08:30:00.000000+00:00")
        #expect(
            product.attributes == [
                "amazon_asin": "B07X8Z63ZL", "amazon_is_primary": false,
                "amazon_last_synced": "2026-03-01", "weight": 1.5, "tags": ["a", "b"],
            ])
        #expect(
            product.media == [
                "amazon_images": [
                    .init(id: one, fileName: "a.jpg"), .init(id: two, fileName: "b.jpg"),
                ], "main": [.init(id: one, fileName: "a.jpg")],
            ])
        #expect(product.assets == [.init(id: one, fileName: "a.jpg")])
        #expect(product.thumbnail == .init(id: one, fileName: "a.jpg"))
        #expect(
            product.relations == [
                PlytixRelation(
                    relationID: "r1", label: "amazon_hierarchy",
                    targets: [RelationTarget(id: "p2", quantity: 2), RelationTarget(id: "p3")])
            ])
        #expect(product.shown.contains("thumbnail"))
    }

    @Test func `of version 2 has ids for objects`() throws {
        let product = try read(
            #"""
            {"id": "p1", "sku": "S", "account_id": "a", "assets": ["\#(one)", "\#(two)"],
             "thumbnail": ["\#(one)"], "static_list_ids": [],
             "attributes": {"amazon_images": ["\#(two)", "\#(one)"], "date": "2015-03-28",
               "options": ["\#(one)", "not an id"]}}
            """#)
        #expect(product.assets.map(\.id) == [one, two])
        #expect(product.thumbnail == .init(id: one))
        #expect(product.media == ["amazon_images": [.init(id: two), .init(id: one)]])
        #expect(
            product.attributes == [
                "date": "2015-03-28", "options": [.string(one), "not an id"],
            ])
    }

    @Test func `of a search has what was asked for, under either kind of name`() throws {
        let product = try read(
            #"""
            {"id": "p1", "sku": "S", "attributes": {"color": "red"}, "attributes.size": "10",
             "_parent_id": "p0",
             "relationships": [{"relationship_id": "r", "label": "gift_basket",
               "related_products": []}]}
            """#)
        #expect(product.attributes == ["color": "red", "size": "10"])
        #expect(product.parentID == "p0")
        #expect(
            product.relations == [
                PlytixRelation(relationID: "r", label: "gift_basket", targets: [])
            ])
        #expect(!product.shown.contains("label"))
    }

    @Test(arguments: [
        #"{"id": "p1"}"#, #"{"id": "p1", "sku": null, "attributes": null, "assets": null}"#,
        #"{"id": "p1", "attributes": [], "assets": {}, "thumbnail": [], "relationships": 5}"#,
        #"{"id": "p1", "sku": "", "thumbnail": "", "assets": [null, 5, {}, "x"], "label": {}}"#,
        #"{"id": "p1", "relationships": [null, {}, {"label": "x"}], "attributes": {"a": null}}"#,
    ])
    func `stands with whatever is missing or of a wrong type`(text: String) throws {
        let product = try read(text)
        #expect(product.sku == "" && product.label == nil && product.thumbnail == nil)
        #expect(product.attributes.isEmpty && product.media.isEmpty && product.assets.isEmpty)
        #expect(product.relations.isEmpty)
    }

    @Test(arguments: ["{}", #"{"sku": "S"}"#, #"{"id": null}"#, "[]", "null", #""p1""#])
    func `is none without an id`(text: String) throws {
        #expect(PlytixProduct(try JSONValue(test: text)) == nil)
    }

    @Test(arguments: [
        ("2023-02-27T00:00:00", "2023-02-27"), ("2023-02-27T00:00:00+00:00", "2023-02-27"),
        ("2023-02-27T00:00:00.000000Z", "2023-02-27"), ("2023-02-27", "2023-02-27"),
        ("2023-02-27T08:00:00", "2023-02-27T08:00:00"), ("T00:00:00", "T00:00:00"),
        ("2023-02-27T00:00:00 exactly", "2023-02-27T00:00:00 exactly"), ("", ""),
    ])
    func `has days for dates`(written: String, read expected: String) throws {
        let product = try read(
            JSONValue.object(
                JSONObject([("id", "p"), ("attributes", ["d": .string(written)])])
            ).text)
        #expect(product.attributes["d"] == .string(expected))
    }
}
