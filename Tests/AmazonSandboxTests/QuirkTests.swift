import AmazonSandbox
import Catalog
import HTTP
import JSON
import SandboxWorld
import Testing

@Suite struct QuirkTests {
    private static let world = World.generated(count: 400, seed: 11)
    private static let large = World.generated(count: 1_500, seed: 12)
    private static let query = "keywords=sandbox&pageSize=20"

    private func searchable(_ world: World) -> Int { world.items.count(where: \.isSearchable) }

    @Test func `with underscores for its blanks the brand is found, and only so`() throws {
        let shopper = try Shopper(quirks: [.brandUnderscore])
        let count = { (brand: String) in
            try shopper.search("keywords=sandbox&brandNames=\(brand)").json()["numberOfResults"].int
        }
        #expect(try count("Sandbox+Brand") == 0)
        #expect(try count("Sandbox_Brand") == 19)
    }

    @Test(arguments: [(Quirk.paginationEmpty, "{}"), (.paginationNull, "null")])
    func `a single page says that it is one in other ways`(quirk: Quirk, text: String) throws {
        let response = try Shopper(quirks: [quirk]).search("keywords=MCA0032&pageSize=20")
        #expect(String(decoding: response.body, as: UTF8.self).contains(#""pagination":\#(text)"#))
    }

    @Test func `no page says what comes next`() throws {
        let pages = try Shopper(Self.world, quirks: [.paginationMissing]).pages(Self.query)
        #expect(pages.count == 1)
        #expect(pages[0]["numberOfResults"].int == searchable(Self.world))
        #expect(pages[0].object?["pagination"] == nil)
    }

    @Test func `paging ends early`() throws {
        let found = asins(try Shopper(Self.world, quirks: [.earlyStop]).pages(Self.query))
        #expect((20..<searchable(Self.world)).contains(found.count))
    }

    @Test func `what fits on one page comes whole, however early paging ends`() throws {
        let few = World.generated(count: 3, seed: 1)
        let shopper = try Shopper(few, quirks: [.earlyStop])
        let page = shopper.search(Self.query)
        #expect(try page.json()["pagination"]["nextToken"].string == nil)
    }

    @Test func `the fourth page is refused`() throws {
        let shopper = try Shopper(Self.world, quirks: [.earlyError])
        let pages = try shopper.pages(Self.query, atMost: 3)
        let token = try #require(pages[2]["pagination"]["nextToken"].string)
        let fourth = shopper.search("\(Self.query)&pageToken=\(PercentEncoding.encode(token))")
        #expect(fourth.status == 400)
    }

    @Test func `the second page is empty`() throws {
        let pages = try Shopper(Self.world, quirks: [.emptyPage]).pages(Self.query)
        #expect(pages[1]["items"] == [])
        #expect(asins(pages).count == searchable(Self.world) - 20)
    }

    @Test func `page tokens expire after five minutes`() throws {
        let shopper = try Shopper(Self.world, quirks: [.pageTokensExpire])
        let page = try shopper.search(Self.query).json()
        let token = try #require(page["pagination"]["nextToken"].string)
        let next = "\(Self.query)&pageToken=\(PercentEncoding.encode(token))"
        shopper.wait(seconds: 290)
        #expect(shopper.search(next).status == 200)
        shopper.wait(seconds: 20)
        #expect(shopper.search(next).status == 400)
    }

    @Test func `pages repeat items, and below the cap none is lost`() throws {
        let found = asins(try Shopper(Self.world, quirks: [.duplicateHits]).pages(Self.query))
        #expect(Set(found).count == searchable(Self.world))
        #expect((2...25).contains(found.count - Set(found).count))
        let capped = asins(try Shopper(Self.large, quirks: [.duplicateHits]).pages(Self.query))
        #expect(capped.count == 1_000)
        #expect((970..<1_000).contains(Set(capped).count))
    }

    @Test func `two searches beyond the cap see different items, each once`() throws {
        let shopper = try Shopper(Self.large, quirks: [.unstableRanking])
        let first = asins(try shopper.pages(Self.query))
        let second = asins(try shopper.pages(Self.query))
        #expect(Set(first).count == 1_000)
        #expect(Set(second).count == 1_000)
        #expect((300..<900).contains(Set(first).intersection(second).count))
    }

    @Test func `the announced number is off by up to two`() throws {
        let shopper = try Shopper(quirks: [.estimatedCount])
        let announced = try (0..<40).map { _ in
            try shopper.search("keywords=MCA0032").json()["numberOfResults"].int ?? 0
        }
        #expect(Set(announced) == [17, 18, 19, 20, 21])
        let exact = try shopper.search("identifiersType=ASIN&identifiers=B07X8Z63ZL").json()
        #expect(exact["numberOfResults"] == 1)
    }

    @Test func `searches list all parents, or none`() throws {
        let all = try Shopper(quirks: [.searchListsParents]).search("keywords=sandbox").json()
        #expect(all["numberOfResults"] == 20)
        let none = try Shopper(quirks: [.searchOmitsParents]).search("keywords=sandbox").json()
        #expect(none["numberOfResults"] == 17)
    }

    @Test func `pictures stand in slots that nobody knows`() throws {
        let shopper = try Shopper(quirks: [.unknownVariant, .nullVariant])
        let images = try shopper.item("B07X8Z63ZL", "includedData=images").json()
        let slots = images["images"][0]["images"].elements.map { $0["variant"] }
        #expect(slots.suffix(2) == ["PT09", .null])
    }

    @Test func `what is not known is null`() throws {
        let shopper = try Shopper(quirks: [.nullOptionals])
        let summary = try shopper.item("B0C89T5YRQ").json()["summaries"][0]
        #expect(summary.object?["color"] == .null)
        #expect(summary.object?["contributors"] == .null)
    }
}
