import FaultSearch
import PlytixSandbox
import SandboxFaults
import Testing

/// An upload whose answer was lost arrives later than we count on, when the picture was made again.
@Suite struct `A picture that arrives too late` {
    private static func trial(delay: Duration) -> Trial {
        let upload = FaultMatch(method: "POST", path: "/api/v1/assets", occasion: .nth([1]))
        return Trial(
            seed: 1, items: 1, plytixQuirks: [.assetDuplicateNone],
            stages: [
                Trial.Stage(
                    faults: FaultPlan(
                        seed: 1, rules: [FaultRule(upload, Fault(.none, delay: delay))]))
            ])
    }

    @Test func `is listed by status`() {
        let run = TrialRun(Self.trial(delay: .seconds(400)), keepsJournal: true)
        #expect(run.findings.isEmpty, "\(run.findings)")
        #expect(
            run.journal.contains { $0.contains("EffectFailed") && $0.contains("extra amazon_") })
    }

    @Test func `but within the bound is the picture itself`() {
        let run = TrialRun(Self.trial(delay: .seconds(119)), keepsJournal: true)
        #expect(run.findings.isEmpty, "\(run.findings)")
        #expect(!run.journal.contains { $0.contains("extra amazon_") })
    }
}
