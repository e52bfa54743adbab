import Catalog
import Events
import Planning
import Projections
import TestSupport
import Testing

@testable import Audit

@Suite struct `What a person may accept or try again` {
    let settings = HistoryOfOneStyle.settings
    static let key = "asset amazon_71mainPicL.jpg"

    private func failing() throws -> History {
        var history = try HistoryOfOneStyle.make()
        try history.fail(Self.key, .picture("71mainPicL"), because: "Could not fetch the file")
        try history.fail(
            "fields AMZN-US-B07X8Z63ZL", .sku("AMZN-US-B07X8Z63ZL"), because: "label is too long")
        return history
    }

    private func accepted(_ text: String, _ history: History) -> [String] {
        Acceptance(
            of: text, reason: "known", state: history.state, account: history.state.account(.shop),
            settings: settings
        ).events.map(\.key)
    }

    @Test(arguments: [
        ("picture:71mainPicL", [key]),
        (key, [key]),
        ("sku:AMZN-US-B07X8Z63ZL", ["fields AMZN-US-B07X8Z63ZL"]),
        ("asin:US/B07X8Z63ZL", ["fields AMZN-US-B07X8Z63ZL"]),
        ("B07X8Z63ZL", ["fields AMZN-US-B07X8Z63ZL"]),
        ("picture:other", []),
        ("sku:AMZN-US-B077QMJFG9", []),
    ])
    func `a subject names what failed of it`(_ text: String, _ keys: [String]) throws {
        #expect(accepted(text, try failing()) == keys)
    }

    @Test func `what is accepted is not accepted twice, and not tried again`() throws {
        var history = try failing()
        let events = Acceptance(
            of: "picture:71mainPicL", reason: "known", state: history.state,
            account: history.state.account(.shop), settings: settings
        ).events
        #expect(events.map(\.facts) == [.of(Self.key)])
        for event in events { try history.record(event) }
        #expect(accepted("picture:71mainPicL", history).isEmpty)
        #expect(
            history.state.account(.shop).failedKeys(because: nil) == ["fields AMZN-US-B07X8Z63ZL"])
    }

    @Test(arguments: ["family:Amazon", "family Amazon"])
    func `a definition cannot be accepted, and one that was is tried again`(text: String) throws {
        var history = try failing()
        try history.fail("family Amazon", .family("Amazon"), because: "the name is reserved")
        let acceptance = Acceptance(
            of: text, reason: "known", state: history.state,
            account: history.state.account(.shop), settings: settings)
        #expect(acceptance.events.isEmpty)
        #expect(acceptance.definitions.map(\.subject) == [.family("Amazon")])
        try history.record(
            ItemAccepted(
                subject: .family("Amazon"), key: "family Amazon", reason: "known",
                facts: .of("family Amazon")))
        let keys = history.state.account(.shop).failedKeys(because: "reserved")
        #expect(keys == ["family Amazon"])
    }

    @Test(
        arguments: [
            (nil, 2), ("could not FETCH", 1), ("too long", 1), ("nothing like it", 0),
        ] as [(String?, Int)])
    func `failures are chosen by their reason`(_ reason: String?, _ count: Int) throws {
        #expect(try failing().state.account(.shop).failedKeys(because: reason).count == count)
    }
}
