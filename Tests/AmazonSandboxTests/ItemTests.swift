import AmazonSandbox
import Catalog
import HTTP
import HTTPTypes
import JSON
import SandboxWorld
import Testing

@Suite struct ItemTests {
    private static let sets = [
        "attributes", "classifications", "dimensions", "identifiers", "images", "productTypes",
        "relationships", "salesRanks", "summaries",
    ]

    @Test func `without a word the summaries come`() throws {
        let item = try Shopper().item("B07X8Z63ZL").json()
        #expect(item.object?.keys == ["asin", "summaries"])
        let summary = item["summaries"][0]
        #expect(summary["marketplaceId"] == "ATVPDKIKX0DER")
        #expect(summary["brand"] == "Sandbox Brand")
        #expect(summary["modelNumber"] == "MCA0032")
        #expect(summary["itemClassification"] == "BASE_PRODUCT")
        #expect(summary["size"] == "10.5 Wide")
    }

    @Test func `what is asked for comes, in search and alone`() throws {
        let shopper = try Shopper()
        let query = "includedData=" + Self.sets.joined(separator: ",")
        let alone = try shopper.item("B07X8Z63ZL", query).json()
        #expect(alone.object?.keys == ["asin"] + Self.sets)
        let found = try shopper.search(
            "identifiersType=ASIN&identifiers=B07X8Z63ZL&\(query)"
        ).json()
        #expect(found["items"][0] == alone)
        let repeated = shopper.item("B07X8Z63ZL", "includedData=images&includedData=summaries")
        #expect(try repeated.json().object?.keys == ["asin", "images", "summaries"])
    }

    @Test func `children name parents, parents name children, others nobody`() throws {
        let shopper = try Shopper()
        let relations = { (asin: String) in
            try shopper.item(asin, "includedData=relationships").json()["relationships"][0]
        }
        let theme: JSONValue = ["attributes": ["size", "color"], "theme": "SIZE_NAME/COLOR_NAME"]
        #expect(
            try relations("B07X8Z63ZL")["relationships"] == [
                ["parentAsins": ["B077QMJFG9"], "variationTheme": theme, "type": "VARIATION"]
            ])
        #expect(
            try relations("B077QMJFG9")["relationships"] == [
                [
                    "childAsins": ["B07TBFZL3N", "B07X8Z63ZL"], "variationTheme": theme,
                    "type": "VARIATION",
                ]
            ])
        #expect(try relations("B0SANDBX01")["relationships"] == [])
    }

    @Test func `attributes are lists of values with their marketplace`() throws {
        let body = try Shopper().item("B07X8Z63ZL", "includedData=attributes").json()
        let attributes = try #require(body["attributes"].object)
        #expect((40...60).contains(attributes.count))
        #expect(
            attributes["brand"] == [
                [
                    "language_tag": "en_US", "value": "Sandbox Brand",
                    "marketplace_id": "ATVPDKIKX0DER",
                ]
            ])
        #expect(
            attributes["part_number"] == [
                ["value": "MCA0032-105W-BOMB", "marketplace_id": "ATVPDKIKX0DER"]
            ])
        for member in attributes.members {
            #expect(member.value.elements.allSatisfy { $0["marketplace_id"] == "ATVPDKIKX0DER" })
        }
    }

    @Test func `an attribute of the item's own replaces its field`() throws {
        let own: JSONValue = [["value": "Own"]]
        let item = World.Item(
            asin: "B0SANDBX01", brand: "Field", attributes: JSONObject([("brand", own)]))
        let body = try Shopper(World(items: [item])).item("B0SANDBX01", "includedData=attributes")
        #expect(try body.json()["attributes"] == ["brand": own])
    }

    @Test(arguments: [
        ("ATVPDKIKX0DER", "B0NOTTHERE"), ("A2EUQ1WTGCTBG2,A1AM78C64UM0Y8", "B07X8Z63ZL"),
    ])
    func `an item that is not there is a 404 with the reason`(
        marketplaces: String, asin: String
    ) throws {
        let response = try Shopper().get(
            "/catalog/2022-04-01/items/\(asin)?marketplaceIds=\(marketplaces)")
        #expect(response.status == 404)
        #expect(response.headers[Shopper.rateName] == "2.0")
        #expect(
            try response.json() == [
                "errors": [
                    [
                        "code": "NOT_FOUND",
                        "message":
                            .string(
                                "Requested item, \(asin), not found in marketplace(s) \(marketplaces)."
                            ),
                    ]
                ]
            ])
    }

    @Test func `several marketplaces may be asked at once`() throws {
        let response = try Shopper().get(
            "/catalog/2022-04-01/items/B07X8Z63ZL?marketplaceIds=A2EUQ1WTGCTBG2,ATVPDKIKX0DER")
        #expect(try response.json()["summaries"].elements.count == 1)
    }

    @Test func `every answer has a request id of its own, and the date`() throws {
        let shopper = try Shopper()
        let answers = ["B07X8Z63ZL", "B0NOTTHERE", "nothing"].map { shopper.item($0) }
        let ids = answers.compactMap { $0.headers[Shopper.requestIDName] }
        #expect(Set(ids).count == 3)
        #expect(ids.allSatisfy { $0.count == 36 })
        #expect(answers[0].headers[.date] == "Tue, 03 Mar 2026 08:00:01 GMT")
    }

    @Test func `ranks change with time and nothing else does`() throws {
        let shopper = try Shopper()
        let query = "includedData=" + Self.sets.joined(separator: ",")
        var before = try shopper.item("B07X8Z63ZL", query).json()
        shopper.wait(seconds: 3600)
        shopper.token = try #require(shopper.logIn().json()["access_token"].string)
        var after = try shopper.item("B07X8Z63ZL", query).json()
        #expect(before["salesRanks"] != after["salesRanks"])
        before["salesRanks"] = .null
        after["salesRanks"] = .null
        #expect(before == after)
    }
}
