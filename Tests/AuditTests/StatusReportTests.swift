import Catalog
import Events
import JSON
import Planning
import Projections
import TestSupport
import Testing

@testable import Audit

@Suite struct `What status says of a target` {
    let settings = HistoryOfOneStyle.settings

    private func standing(_ history: History) -> TargetStanding {
        TargetStanding(
            alias: "default", state: history.state, marketplaces: HistoryOfOneStyle.marketplaces,
            settings: settings)
    }

    private func report(_ history: History) -> StatusReport {
        StatusReport(
            state: history.state, targets: [standing(history)],
            marketplaces: HistoryOfOneStyle.marketplaces)
    }

    @Test func `what is not in Plytix yet is pending, phase by phase`() throws {
        let phases = standing(try HistoryOfOneStyle.make()).phases
        let lines = phases.map { "\($0.phase) \($0.done) of \($0.expected), \($0.pending) pending" }
        #expect(
            lines == [
                "export 2 of 2, 0 pending", "map 2 of 2, 0 pending",
                "products 0 of 2, 2 pending", "relationships 0 of 4, 4 pending",
                "images 0 of 2, 2 pending",
            ])
        #expect(!report(try HistoryOfOneStyle.make()).isComplete)
    }

    @Test func `every phase adds up to what it expects`() throws {
        var history = try HistoryOfOneStyle.make()
        let picture = "amazon_71mainPicL~0102.jpg"
        try history.fail("asset \(picture)", .picture("71mainPicL"), because: "it is gone")
        for count in standing(history).phases {
            let sum = count.done + count.accepted + count.failed + count.pending + count.inDoubt
            #expect(sum == count.expected)
        }
    }

    @Test func `a parent that is listed under two products is shown as a disagreement`() throws {
        let disagreements = standing(try HistoryOfOneStyle.make()).disagreements
        #expect(
            disagreements.map(\.description) == [
                "AMZN-US-B077QMJFG9 is listed under MDM0049 (matched by model_number) and under "
                    + "MCA0032 (through B07X8Z63ZL)"
            ])
    }

    @Test func `a parent that its children agree with is no disagreement`() throws {
        var history = try HistoryOfOneStyle.make()
        try history.match(HistoryOfOneStyle.parent, to: "MCA0032", by: "model_number")
        #expect(standing(history).disagreements.isEmpty)
    }

    @Test func `a parent that nobody finds fails the export, until it is accepted`() throws {
        var history = try HistoryOfOneStyle.make()
        let gone = ItemKey.us("B000000GON")
        try history.record(
            ParentMissing(
                parent: gone, children: [HistoryOfOneStyle.child.asin], reason: .notFound,
                detail: nil), by: .amazon)
        #expect(standing(history).failures.map(\.key) == ["item US/B000000GON"])
        let acceptance = Acceptance(
            of: "asin:US/B000000GON", reason: "sold off", state: history.state,
            account: history.state.account(.shop), settings: settings)
        for event in acceptance.events { try history.record(event) }
        #expect(standing(history).failures.isEmpty)
        #expect(standing(history).accepted.map(\.key) == ["item US/B000000GON"])
    }

    @Test func `an item that nobody waits for any more does not count`() throws {
        var history = try HistoryOfOneStyle.make()
        try history.record(
            ItemMissing(item: .us("B000000BAD"), reason: .notFound, detail: nil), by: .amazon)
        #expect(standing(history).failures.isEmpty)
    }

    @Test func `a request without an outcome is in doubt, with since when`() throws {
        var history = try HistoryOfOneStyle.make()
        let intent = try history.record(
            EffectIntended(
                effects: [.createProduct(sku: "AMZN-US-B07X8Z63ZL")], attempt: 1, method: "POST",
                path: "/products", bodyHash: .of("body"), believed: JSONObject()))
        let doubts = standing(history).doubts
        #expect(doubts.map(\.intent) == [intent])
        #expect(standing(history).phases.first { $0.phase == .products }?.inDoubt == 1)
        #expect(!standing(history).isComplete)
    }

    @Test func `a source that was not read to its end is never complete`() throws {
        var history = try HistoryOfOneStyle.make()
        #expect(report(history).source?.isWhole == true)
        try history.read("brand=Sandbox Brand;US", [HistoryOfOneStyle.child], whole: false)
        #expect(report(history).source?.isWhole == false)
        #expect(!report(history).isComplete)
    }

    @Test func `a run without an end is shown with how to go on`() throws {
        var history = try HistoryOfOneStyle.make()
        #expect(
            report(history).unfinished?.commandLine
                == "plysync sync --brand 'Sandbox Brand' --execute")
        try history.record(
            RunFinished(
                run: history.run, outcome: .incomplete, phases: [],
                requests: RequestCount(amazon: 1, plytix: 2, plytixWrites: 0), error: nil),
            by: .plysync)
        #expect(report(history).unfinished == nil)
        #expect(report(history).runs.map(\.ending) == ["incomplete"])
    }

    @Test(
        arguments: [
            (.interrupted, "interrupted", nil), (.failed, "Plytix: no right", "Plytix: no right"),
            (.incomplete, "all requests are made", "all requests are made"),
            (.incomplete, nil, nil),
        ] as [(RunFinished.Outcome, String?, String?)])
    func `a run that ended early is shown with why, unless a person stopped it`(
        _ outcome: RunFinished.Outcome, _ error: String?, _ fault: String?
    ) throws {
        var history = try HistoryOfOneStyle.make()
        try history.record(
            RunFinished(
                run: history.run, outcome: outcome, phases: [],
                requests: RequestCount(amazon: 1, plytix: 2, plytixWrites: 0), error: error),
            by: .plysync)
        let stopped = report(history).stopped
        #expect((stopped != nil) == (error != nil))
        #expect(stopped?.fault == fault)
    }

    @Test func `an empty journal is not complete`() {
        #expect(!report(History()).isComplete)
    }

    @Test func `the document has the shape that programs rely on`() throws {
        let json = report(try HistoryOfOneStyle.make()).json
        #expect(json["complete"] == false)
        let target = json["targets"][0]
        #expect(target["target"] == "default")
        #expect(target["system"] == "plytix:5c4ed8002f0985001d233274")
        #expect(
            target["phases"][2] == [
                "phase": "products", "expected": 2, "done": 0, "unchanged": 0, "adopted": 0,
                "accepted": 0, "failed": 0, "pending": 2, "in_doubt": 0,
            ])
        for member in ["failures", "accepted", "in_doubt", "disagreements"] {
            #expect(target[member].array != nil)
        }
        #expect(json["runs"][0]["outcome"] == "unfinished")
    }
}

@Suite struct `From where a target was replayed` {
    @Test func `the last replay into it tells`() throws {
        var history = try HistoryOfOneStyle.make()
        history.run = RunID(text: "20260302T083000Z-000002")
        try history.start(
            ["plysync", "replay", "--target", "fresh", "--from=default", "--at", "12"],
            target: "fresh")
        let origin = ReplayOrigin(of: "fresh", in: history.state)
        #expect(origin?.alias == "default")
        #expect(origin?.point == "12")
        #expect(ReplayOrigin(of: "default", in: history.state) == nil)
    }
}
