import AmazonSandbox
import Catalog
import HTTP
import JSON
import SandboxWorld
import Testing

@Suite struct PagingTests {
    private static let world = World.generated(count: 400, seed: 11)
    private static let large = World.generated(count: 1_500, seed: 12)
    private static let query = "keywords=sandbox&brandNames=Sandbox+Brand"

    private func searchable(_ world: World) -> Set<String> {
        Set(world.items.filter(\.isSearchable).map(\.asin))
    }

    @Test(arguments: [1, 7, 10, 20])
    func `the pages of a search show each item once`(size: Int) throws {
        let world = size == 1 ? World.bundled : Self.world
        let pages = try Shopper(world).pages("\(Self.query)&pageSize=\(size)")
        let found = asins(pages)
        #expect(found.count == Set(found).count)
        #expect(Set(found) == searchable(world))
        #expect(pages.allSatisfy { $0["numberOfResults"].int == found.count })
        #expect(pages.dropLast().allSatisfy { $0["items"].elements.count == size })
    }

    @Test func `the first page has a next token, the last a previous one, others both`() throws {
        let pages = try Shopper(Self.world).pages(Self.query + "&pageSize=20")
        let shape = pages.map { page in
            [page["pagination"]["previousToken"], page["pagination"]["nextToken"]]
                .map { $0.string != nil }
        }
        #expect(shape.first == [false, true])
        #expect(shape.last == [true, false])
        #expect(shape.dropFirst().dropLast().allSatisfy { $0 == [true, true] })
    }

    @Test func `the previous token leads back`() throws {
        let shopper = try Shopper(Self.world)
        let pages = try shopper.pages(Self.query, atMost: 2)
        let token = try #require(pages[1]["pagination"]["previousToken"].string)
        let back = shopper.search("\(Self.query)&pageToken=\(PercentEncoding.encode(token))")
        #expect(asins([try back.json()]) == asins([pages[0]]))
    }

    @Test func `tokens are opaque, URL-safe and about 200 characters long`() throws {
        let pages = try Shopper(Self.world).pages(Self.query, atMost: 3)
        let tokens = pages.compactMap { $0["pagination"]["nextToken"].string }
        #expect(Set(tokens).count == 3)
        #expect(Set(tokens.map { $0.prefix(20) }).count == 3)
        for token in tokens {
            #expect((190...230).contains(token.count))
            #expect(token.hasSuffix("="))
            #expect(token.allSatisfy { $0.isLetter || $0.isNumber || "-_=".contains($0) })
        }
    }

    @Test(arguments: [
        "keywords=sandbox&brandNames=Sandbox+Brand&pageSize=20",
        "keywords=sandbox", "keywords=brand&brandNames=Sandbox+Brand",
        "keywords=sandbox&brandNames=Sandbox+Brand&includedData=images",
        "keywords=sandbox&brandNames=Sandbox+Brand&locale=en_US",
    ])
    func `a token of another request is refused`(other: String) throws {
        let shopper = try Shopper(Self.world)
        let page = try shopper.search(Self.query).json()
        let token = PercentEncoding.encode(
            try #require(page["pagination"]["nextToken"].string))
        #expect(shopper.search("\(Self.query)&pageToken=\(token)").status == 200)
        let refused = shopper.search("\(other)&pageToken=\(token)")
        #expect(refused.status == 400)
        #expect(try refused.json()["errors"][0]["message"] == "Invalid Input")
    }

    @Test func `a token that was changed is refused`() throws {
        let shopper = try Shopper(Self.world)
        let token = try #require(
            shopper.search(Self.query).json()["pagination"]["nextToken"].string)
        for place in [0, 60, 140, 200] {
            var letters = Array(token.utf8)
            letters[place] = letters[place] == 0x41 ? 0x42 : 0x41
            let changed = PercentEncoding.encode(String(decoding: letters, as: UTF8.self))
            #expect(shopper.search("\(Self.query)&pageToken=\(changed)").status == 400)
        }
    }

    @Test func `no more than a thousand are shown, however many are announced`() throws {
        let pages = try Shopper(Self.large).pages(Self.query + "&pageSize=20")
        #expect(pages.count == 50)
        #expect(Set(asins(pages)).count == 1_000)
        #expect(pages[0]["numberOfResults"].int == searchable(Self.large).count)
        #expect(searchable(Self.large).count > 1_300)
    }

    @Test func `refinements cut a search into parts that hold what they announce`() throws {
        let shopper = try Shopper(Self.large)
        func parts(_ node: String?) throws -> [(id: String, count: Int)] {
            let filter = node.map { "&classificationIds=\($0)" } ?? ""
            let body = try shopper.search(Self.query + filter).json()
            return body["refinements"]["classifications"].elements.compactMap { part in
                guard let id = part["classificationId"].string,
                    let count = part["numberOfResults"].int
                else { return nil }
                return (id, count)
            }
        }
        let roots = try parts(nil)
        #expect(roots.count >= 2)
        var found = Set<String>()
        var queue = roots
        while let part = queue.popLast() {
            let below = try parts(part.id)
            #expect(below.map(\.count).reduce(0, +) == part.count)
            if below.map(\.id) != [part.id] {
                queue += below
                continue
            }
            let pages = try shopper.pages("\(Self.query)&pageSize=20&classificationIds=\(part.id)")
            #expect(asins(pages).count == part.count)
            found.formUnion(asins(pages))
        }
        // One in a hundred stands nowhere in the tree.
        let missing = searchable(Self.large).subtracting(found)
        #expect((1...40).contains(missing.count))
    }
}
