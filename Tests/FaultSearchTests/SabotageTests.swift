import Delivery
import FaultSearch
import Testing

/// A search that finds nothing proves something only if it finds what is broken on purpose.
@Suite struct `The search finds an engine that` {
    @Test(arguments: [
        ("writes without an intent", Sabotage.intents, Invariant.everyWriteIsAnnounced),
        ("settles no doubt", .settling, .nothingIsInDoubt),
        ("adopts nothing", .adoption, .failuresHaveReasons),
        ("does not wait for searches", .searchLag, .nothingIsTwice),
        ("compares names without case", .exactNames, .othersAreUntouched),
    ])
    func `lacks a part`(what: String, part: Sabotage, invariant: Invariant) async {
        let failed = await SeedSearch(
            seeds: 1...100, threads: 2, sabotage: part, stopsAtFirst: true
        ).run()
        let found = Set(failed.flatMap(\.findings).map(\.invariant))
        #expect(!found.isEmpty, "nothing shows that the engine \(what)")
        #expect(found.contains(invariant), "\(what): \(found)")
    }

    @Test func `and tells it in a smaller plan`() throws {
        let trial = Trial(seed: 5)
        let failed = TrialRun(trial, sabotage: .intents)
        let broken = Set(failed.findings.map(\.invariant))
        let shrunk = trial.shrunk(breaking: broken, sabotage: .intents, attemptsMax: 60)
        #expect(shrunk.stages.isEmpty)
        #expect(shrunk.items == 1)
        #expect(shrunk.plytixQuirks.isEmpty)
    }
}
