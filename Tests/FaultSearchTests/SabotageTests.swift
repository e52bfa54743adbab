import Delivery
import FaultSearch
import Testing

/// A search that finds nothing proves something only if it finds what is broken on purpose.
@Suite struct `The search finds an engine that` {
    private static let parts: [(String, Sabotage)] = [
        ("writes without an intent", .intents), ("settles no doubt", .settling),
        ("adopts nothing", .adoption), ("does not wait for searches", .searchLag),
        ("compares names without their case", .exactNames),
    ]

    @Test(arguments: parts)
    func `lacks a part, within a hundred seeds`(what: String, part: Sabotage) async throws {
        let failed = await SeedSearch(
            seeds: 1...100, threads: 2, sabotage: part, stopsAtFirst: true, itemsMax: 3
        ).run()
        let first = try #require(failed.first, "nothing shows that the engine \(what)")
        // The same seed with a whole engine: it is the missing part that shows.
        let whole = TrialRun(Trial(seed: first.trial.seed, itemsMax: 3))
        #expect(whole.findings.isEmpty)
    }

    @Test func `and tells it in a smaller plan`() throws {
        let trial = Trial(seed: 5)
        let failed = TrialRun(trial, sabotage: .intents)
        let broken = Set(failed.findings.map(\.invariant))
        #expect(broken.contains(.everyWriteIsAnnounced))
        let shrunk = trial.shrunk(breaking: broken, sabotage: .intents, attemptsMax: 60)
        #expect(shrunk.stages.isEmpty)
        #expect(shrunk.items == 1)
        #expect(shrunk.plytixQuirks.isEmpty)
    }
}
