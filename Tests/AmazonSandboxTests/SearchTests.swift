import AmazonSandbox
import Catalog
import HTTP
import JSON
import SandboxWorld
import Testing

@Suite struct SearchTests {
    @Test func `the style finds nineteen, the hidden parent not among them`() throws {
        let pages = try Shopper().pages("keywords=MCA0032&pageSize=20")
        #expect(pages.count == 1)
        #expect(pages[0]["numberOfResults"] == 19)
        let found = asins(pages)
        #expect(Set(found) == Set(World.bundled.items.map(\.asin)).subtracting(["B077QMJFG9"]))
        #expect(found.count == 19)
        #expect(pages[0]["pagination"].isNull)
    }

    @Test func `the brand finds the same`() throws {
        let pages = try Shopper().pages(
            "keywords=sandbox%20brand&brandNames=Sandbox%20Brand&pageSize=20")
        #expect(asins(pages).count == 19)
        #expect(pages[0]["refinements"]["brands"][0]["brandName"] == "Sandbox Brand")
        #expect(pages[0]["refinements"]["brands"][0]["numberOfResults"] == 19)
    }

    @Test(arguments: [
        ("keywords=ridgeline,DRIFTWOOD", 5), ("keywords=ridgeline&keywords=driftwood", 5),
        ("keywords=ridgeline%2Cdriftwood", 5), ("keywords=driftwood+ridgeline", 5),
        ("keywords=ridgeline,chukka", 0), ("keywords=MCA0032-105W", 2),
        ("keywords=B07X8Z63ZL", 1), ("keywords=%22original%22", 1), ("keywords=%21%21", 0),
        ("keywords=MCA0032&brandNames=Other", 0),
        ("keywords=MCA0032&brandNames=Other,sandbox+brand", 19),
        ("keywords=MDM0049", 0), ("keywords=MCA0032&brandNames=Sandbox_Brand", 0),
    ])
    func `all words of all keywords must be there, whatever their case`(
        query: String, count: Int
    ) throws {
        let body = try Shopper().search(query + "&pageSize=20").json()
        #expect(body["numberOfResults"].int == count)
        #expect(body["items"].elements.count == count)
    }

    @Test func `no hits are two members and nothing else`() throws {
        let response = try Shopper().search("keywords=nothing")
        #expect(
            String(decoding: response.body, as: UTF8.self) == #"{"numberOfResults":0,"items":[]}"#)
    }

    @Test func `identifiers find what they name, and leave out what is not there`() throws {
        let body = try Shopper().search(
            "identifiersType=ASIN&identifiers=B077QMJFG9,B0NOTTHERE,B07X8Z63ZL,B07X8Z63ZL"
        ).json()
        #expect(body["numberOfResults"] == 2)
        #expect(Set(asins([body])) == ["B077QMJFG9", "B07X8Z63ZL"])
        #expect(body["refinements"].isNull)
        #expect(body["pagination"].isNull)
    }

    @Test(arguments: ["UPC", "EAN", "GTIN"])
    func `every type of identifier finds its item`(type: String) throws {
        let item = try #require(World.bundled.items.first { $0.asin == "B07X8Z63ZL" })
        let value = try #require(item.identifiers.first { $0.type == type }?.value)
        let shopper = try Shopper()
        let body = try shopper.search("identifiersType=\(type)&identifiers=\(value)").json()
        #expect(asins([body]) == ["B07X8Z63ZL"])
        #expect(
            asins([try shopper.search("identifiersType=JAN&identifiers=\(value)").json()]) == [])
    }

    @Test func `a SKU is found for its seller and shown to nobody else`() throws {
        let sku = World.Identifier(type: "SKU", value: "S-1")
        let shopper = try Shopper(
            World(items: [World.Item(asin: "B0SANDBX01", identifiers: [sku])]))
        let query = "identifiersType=SKU&identifiers=S-1&sellerId=A1&includedData=identifiers"
        let bySKU = try shopper.search(query).json()
        let shown = bySKU["items"][0]["identifiers"][0]["identifiers"]
        #expect(shown == [["identifierType": "SKU", "identifier": "S-1"]])
        let byASIN = try shopper.item("B0SANDBX01", "includedData=identifiers").json()
        #expect(byASIN["identifiers"][0]["identifiers"] == [])
    }

    @Test func `one UPC may belong to several items`() throws {
        let upc = World.Identifier(type: "UPC", value: "012345678905")
        let world = World(
            items: ["B0SANDBX01", "B0SANDBX02"].map { World.Item(asin: $0, identifiers: [upc]) })
        let body = try Shopper(world).search("identifiersType=UPC&identifiers=012345678905").json()
        #expect(body["numberOfResults"] == 2)
    }

    @Test func `twenty identifiers in pages of ten take two pages`() throws {
        let all = World.bundled.items.map(\.asin)
        let pages = try Shopper().pages(
            "identifiersType=ASIN&identifiers=\(all.joined(separator: ","))")
        #expect(pages.map { $0["items"].elements.count } == [10, 10])
        #expect(Set(asins(pages)) == Set(all))
    }

    @Test func `another marketplace of the region has none of the items`() throws {
        let response = try Shopper().get(
            "/catalog/2022-04-01/items?marketplaceIds=A2EUQ1WTGCTBG2&keywords=moc")
        #expect(try response.json()["numberOfResults"] == 0)
    }
}
