import Catalog
import Events
import JSON
import Planning
import Projections
import TestSupport
import Testing

@testable import Audit

@Suite struct `The page of one product` {
    let settings = HistoryOfOneStyle.settings

    private func pages(_ text: String, _ history: History) -> [ProductPage] {
        ProductPage.all(
            named: SubjectArgument(text, settings: settings), state: history.state,
            account: history.state.account(.shop), settings: settings)
    }

    @Test(arguments: [
        "B07X8Z63ZL", "b07x8z63zl", "US/B07X8Z63ZL", "asin:US/B07X8Z63ZL", "AMZN-US-B07X8Z63ZL",
        "sku:AMZN-US-B07X8Z63ZL",
    ])
    func `is found by every name that it has`(_ text: String) throws {
        #expect(pages(text, try HistoryOfOneStyle.make()).map(\.sku) == ["AMZN-US-B07X8Z63ZL"])
    }

    @Test(arguments: ["B000000BAD", "MCA9999", "UK/B07X8Z63ZL", "picture:1", ""])
    func `is none for what nobody knows`(_ text: String) throws {
        #expect(pages(text, try HistoryOfOneStyle.make()).isEmpty)
    }

    @Test func `shows the facts, the match with its evidence, and the family`() throws {
        let page = try #require(pages("B07X8Z63ZL", try HistoryOfOneStyle.make()).first).json
        #expect(page["amazon"]["model_number"] == "MCA0032")
        #expect(page["amazon"]["parents"] == ["B077QMJFG9"])
        #expect(page["match"]["canonical_sku"] == "MCA0032-105W")
        #expect(page["match"]["amazon"]["field"] == "UPC")
        #expect(page["plytix"] == .null)
    }

    @Test func `shows relations both ways, and what failed of its pictures`() throws {
        var history = try HistoryOfOneStyle.make()
        let sku = "AMZN-US-B07X8Z63ZL"
        try history.record(
            RelationLinked(
                relation: "amazon_listings", relationID: "r1",
                source: Linked(sku: "MCA0032-105W", id: "c-MCA0032-105W"),
                targets: [Linked(sku: sku, id: "p1")], adopted: false, answer: nil))
        try history.fail("asset x", .picture("71mainPicL"), because: "it is gone")
        let page = try #require(pages(sku, history).first).json
        #expect(page["relations"]["amazon_listings"]["from"] == ["MCA0032-105W"])
        #expect(page["failures"][0]["reason"] == "it is gone")
        let canonical = try #require(pages("MCA0032-105W", history).first).json
        #expect(canonical["relations"]["amazon_listings"]["to"] == [.string(sku)])
        #expect(canonical["canonical"]["variant_of"] == "MCA0032")
    }
}
