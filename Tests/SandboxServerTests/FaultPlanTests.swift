import Catalog
import HTTPTypes
import JSON
import SandboxFaults
import SandboxServer
import Testing

@Suite struct `A fault plan` {
    private static let create = FaultSubject(
        system: "plytix", operation: "createProduct", method: .post, path: "/api/v1/products",
        body: Array(#"{"sku": "A-1"}"#.utf8))

    /// The numbers of the requests that go wrong, of so many equal ones.
    private func hits(_ plan: FaultPlan, of count: Int) -> [Int] {
        var progress = FaultPlan.Progress(plan)
        return (1...count).filter { _ in plan.decide(Self.create, &progress) != nil }
    }

    @Test(arguments: [
        (FaultMatch.Occasion.always, [1, 2, 3, 4, 5, 6]), (.nth([2]), [2]),
        (.nth([5, 1]), [1, 5]),
        (.every(3), [3, 6]), (.every(1), [1, 2, 3, 4, 5, 6]), (.probability(0), []),
        (.probability(1), [1, 2, 3, 4, 5, 6]),
    ])
    func `hits the requests of its occasion`(occasion: FaultMatch.Occasion, expected: [Int]) {
        let plan = FaultPlan(rules: [FaultRule(FaultMatch(occasion: occasion), Fault(.dropBefore))])
        #expect(hits(plan, of: 6) == expected)
    }

    @Test(arguments: [
        (FaultMatch(), true), (FaultMatch(system: "plytix"), true),
        (FaultMatch(system: "amazon"), false), (FaultMatch(operation: "createProduct"), true),
        (FaultMatch(operation: "createAsset"), false), (FaultMatch(method: "POST"), true),
        (FaultMatch(method: "GET"), false), (FaultMatch(path: "/products"), true),
        (FaultMatch(path: "/assets"), false), (FaultMatch(body: "A-1"), true),
        (FaultMatch(body: "A-2"), false), (FaultMatch(system: "plytix", method: "GET"), false),
    ])
    func `is about requests by system, operation, method, path and body`(
        match: FaultMatch, isCovered: Bool
    ) {
        #expect(match.covers(Self.create) == isCovered)
    }

    @Test func `draws from its seed`() {
        func plan(_ seed: UInt64) -> FaultPlan {
            FaultPlan(
                seed: seed,
                rules: [FaultRule(FaultMatch(occasion: .probability(0.25)), Fault(.dropBefore))])
        }
        #expect(hits(plan(1), of: 400) == hits(plan(1), of: 400))
        #expect(hits(plan(1), of: 400) != hits(plan(2), of: 400))
        #expect((70...130).contains(hits(plan(1), of: 400).count))
    }

    @Test func `stops a rule that has hit often enough`() {
        let rule = FaultRule(FaultMatch(occasion: .every(2)), Fault(.dropBefore), timesMax: 2)
        #expect(hits(FaultPlan(rules: [rule]), of: 20) == [2, 4])
    }

    @Test func `lets the first rule decide, and all of them count`() {
        let plan = FaultPlan(rules: [
            FaultRule(FaultMatch(occasion: .nth([1])), Fault(.dropBefore)),
            FaultRule(FaultMatch(occasion: .nth([1, 2])), Fault(.dropAfter)),
        ])
        var progress = FaultPlan.Progress(plan)
        let faults = (1...3).map { _ in plan.decide(Self.create, &progress)?.kind }
        #expect(faults == [.dropBefore, .dropAfter, nil])
        #expect(progress.covered == [3, 3])
        #expect(progress.hit == [1, 1])
    }

    @Test func `is read as it was written`() throws {
        let matches = [
            FaultMatch(), FaultMatch(system: "lwa", operation: "token", method: "POST"),
            FaultMatch(path: "search", body: "A-1", occasion: .nth([3])),
            FaultMatch(occasion: .nth([1, 4])), FaultMatch(occasion: .every(7)),
            FaultMatch(occasion: .probability(0.125)), FaultMatch(system: "images"),
            FaultMatch(system: "amazon"), FaultMatch(system: "plytix"),
        ]
        let faults = [
            Fault(.none, delay: .seconds(2)), Fault(.none, answerDelay: .milliseconds(1500)),
            Fault(.answer(status: 503, body: .html, pause: .absent, isApplied: true)),
            Fault(.answer(status: 429, body: .json, pause: .text("0.5"), isApplied: false)),
            Fault(
                .answer(
                    status: 429, body: .empty, pause: .date(after: .seconds(30)), isApplied: false)),
            Fault(.dropBefore, delay: .seconds(1)), Fault(.dropAfter), Fault(.cut(bodyBytes: 12)),
            Fault(.brokenJSON),
        ]
        let plan = FaultPlan(
            seed: 9,
            rules: zip(matches, faults).enumerated().map { index, pair in
                FaultRule(pair.0, pair.1, timesMax: index.isMultiple(of: 2) ? nil : index)
            })
        #expect(try FaultPlan(json: try JSONValue(parsing: plan.json.bytes)) == plan)
    }

    @Test(arguments: [
        ("[]", #""fault plan": must be an object"#),
        (#"{"fault": []}"#, #""fault": is none of the keys here: seed, faults"#),
        (#"{"faults": {}}"#, #""faults": must be an array"#),
        (#"{"faults": [{}]}"#, #"the key "faults[0].fault" is missing"#),
        (
            #"{"faults": [{"fault": {}}]}"#,
            #""faults[0].fault": must have status, drop, cut, broken_json, twice, delay or answer_delay"#
        ),
        (
            #"{"faults": [{"fault": {"drop": "now"}}]}"#,
            #""faults[0].fault.drop": must be before or after"#
        ),
        (
            #"{"faults": [{"fault": {"status": 99}}]}"#,
            #""faults[0].fault.status": must be an integer from 200 to 599"#
        ),
        (
            #"{"faults": [{"fault": {"status": 503, "cut": 1}}]}"#,
            #""faults[0].fault.cut": excludes "status""#
        ),
        (
            #"{"faults": [{"fault": {"drop": "after", "retry_after": 1}}]}"#,
            #""faults[0].fault.retry_after": belongs to a status, and there is none"#
        ),
        (
            #"{"faults": [{"match": {"nth": 0}, "fault": {"cut": 1}}]}"#,
            #""faults[0].match.nth": must be an integer from 1"#
        ),
        (
            #"{"faults": [{"match": {"nth": [1, "2"]}, "fault": {"cut": 1}}]}"#,
            #""faults[0].match.nth[1]": must be an integer from 1"#
        ),
        (
            #"{"faults": [{"match": {"nth": 1, "every": 2}, "fault": {"cut": 1}}]}"#,
            #""faults[0].match.every": excludes "nth""#
        ),
        (
            #"{"faults": [{"match": {"probability": 1.5}, "fault": {"cut": 1}}]}"#,
            #""faults[0].match.probability": must be a number from 0 to 1"#
        ),
        (
            #"{"faults": [{"match": {"system": "ebay"}, "fault": {"cut": 1}}]}"#,
            #""faults[0].match.system": must be amazon or lwa or images or plytix"#
        ),
        (
            #"{"faults": [{"fault": {"status": 429, "retry_after": {}}}]}"#,
            #"the key "faults[0].fault.retry_after.date_after" is missing"#
        ),
    ])
    func `that is wrong is refused with the place`(text: String, sentence: String) throws {
        let error = #expect(throws: SandboxError.self) { try FaultPlan(text: Array(text.utf8)) }
        #expect(error?.description == "the fault plan cannot be used: \(sentence)")
    }
}
