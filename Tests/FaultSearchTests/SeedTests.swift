import FaultSearch
import Testing

/// Random catalogues under random faults and random quirks: a part of what `tools/simulate` runs.
@Suite struct `No seed` {
    @Test func `of two hundred breaks an invariant`() async {
        let failed = await SeedSearch(seeds: 1...200, threads: 2, itemsMax: 2).run()
        for run in failed {
            Issue.record("seed \(run.trial.seed): \(run.findings)\n\(run.trial)")
        }
    }
}
