import Catalog
import Events
import JSON
import SandboxWorld

// What a run says of itself and of what it reads.
extension RandomEvents {
    mutating func ofRun(_ position: Int) -> any Event {
        let run = RunID(text: "20260301T083000Z-\(100_000 + random.below(5))")
        switch random.below(7) {
        case 0:
            return RunStarted(
                run: run, program: "1.0.0", normaliser: 1, rules: 1, settingsHash: .of("settings"),
                settings: .object(JSONObject()), command: ["sync"], execute: true)
        case 1:
            return ScopeFixed(
                run: run, scope: Scope(source: .style(random.word(2)), marketplaces: [.us]),
                fingerprint: .of("scope"))
        case 2:
            return RunFinished(
                run: run, outcome: random.pick(RunFinished.Outcome.allCases), phases: [],
                requests: RequestCount(amazon: position, plytix: 0, plytixWrites: 0))
        case 3:
            let page = 1 + random.below(3)
            return PageObserved(
                source: "amazon.search", cell: random.word(1), page: page,
                through: random.chance(300) ? page + random.below(3) : nil,
                known: random.chance(800) ? random.below(3) : nil,
                items: (0..<random.below(4)).map { _ in pageEntry() }, absent: [])
        case 4:
            return SourceCompleted(
                source: "amazon.search", cell: random.word(1), seen: random.below(20),
                stop: random.pick(SourceCompleted.StopReason.allCases), whole: random.chance(500))
        case 5:
            return LimitObserved(
                observation: LimitObservation(
                    bucket: random.pick(["amazon:searchCatalogItems", "plytix:a"]),
                    limits: [.bucket(perSecond: Double(1 + random.below(9)), burst: 2)],
                    evidence: .header))
        default:
            return TargetBound(
                alias: "default", account: random.word(2), how: .claims, evidence: JSONObject())
        }
    }

    /// An item, or one or two that may have stood in the last reading.
    private mutating func pageEntry() -> PageEntry {
        let place = random.below(2)
        return random.chance(500)
            ? .same(place...(place + random.below(2)))
            : .item(SeenItem(subject: .asin(random.pick(items)), hash: .of(random.word(1))))
    }
}
