import Catalog
import Testing

@Suite struct `Marketplaces` {
    static let texts: [(String, String?)] = [
        ("US", "US"), ("us", "US"), ("UK", "UK"), ("GB", "UK"), ("gb", "UK"), ("de", "DE"),
        ("", nil), ("USA", nil), ("XX", nil), (" US", nil), ("ATVPDKIKX0DER", nil),
    ]

    @Test(arguments: texts)
    func `a marketplace is known by its two letters, GB as UK`(text: String, code: String?) {
        #expect(Marketplace(text)?.code == code)
    }

    @Test func `no two share letters or id`() {
        let all = Marketplace.all
        #expect(all.count == 23)
        #expect(Set(all.map(\.code)).count == all.count)
        #expect(Set(all.map(\.id)).count == all.count)
        #expect(all.allSatisfy { Marketplace($0.code) == $0 && Marketplace(id: $0.id) == $0 })
        #expect(Marketplace(id: "A1F83G8C2ARO7P")?.code == "UK")
        #expect(Marketplace(id: "a1f83g8c2aro7p") == nil)
    }

    @Test func `each belongs to the region of its host`() {
        let codes = Dictionary(grouping: Marketplace.all, by: \.region).mapValues {
            Set($0.map(\.code))
        }
        #expect(codes[.northAmerica] == ["US", "CA", "MX", "BR"])
        #expect(codes[.farEast] == ["SG", "AU", "JP"])
        #expect(codes[.europe]?.count == 16)
    }
}
