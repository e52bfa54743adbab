import FaultSearch
import PlytixSandbox
import SandboxFaults
import Testing

/// Amazon changes its mind while a change that was lost on its way may still arrive.
@Suite struct `A change that arrives after a newer one was made` {
    /// Three runs: the first sync; one in which a request about what Amazon changed is lost for almost
    /// as long as we count on; and one within that time, when Amazon says something else.
    private static func trial(
        _ change: AmazonChange, _ next: AmazonChange, lost: FaultMatch
    ) -> Trial {
        let fault = FaultRule(lost, Fault(.none, delay: .seconds(119)))
        return Trial(
            seed: 1, items: 8, catalogue: 1,
            stages: [
                Trial.Stage(),
                Trial.Stage(
                    pause: .seconds(600), faults: FaultPlan(seed: 1, rules: [fault]),
                    incidents: [Trial.TimedIncident(request: 1, .amazon(change))]),
                Trial.Stage(
                    pause: .seconds(1),
                    incidents: [Trial.TimedIncident(request: 1, .amazon(next))]),
            ])
    }

    private static let patch = FaultMatch(
        method: "PATCH", path: "/api/v1/products/", occasion: .nth([1]))

    @Test(arguments: [
        trial(
            .retitle(item: 0, edition: 1), .retitle(item: 0, edition: 2), lost: patch),
        trial(.swapPictures(item: 0), .swapPictures(item: 0), lost: patch),
        trial(
            .move(child: 0), .retitle(item: 0, edition: 1),
            lost: FaultMatch(method: "POST", path: "/relationships/", occasion: .nth([1]))),
    ])
    func `does not undo it`(trial: Trial) {
        let run = TrialRun(trial, keepsJournal: true)
        #expect(run.findings.isEmpty, "\(run.findings)\n\(trial)")
        // The lost one was looked for and not seen.
        let unseen = run.journal.filter {
            $0.contains("EffectSettled") && $0.contains("notApplied") && $0.contains("read")
        }
        #expect(!unseen.isEmpty)
    }
}

/// Plytix fetches pictures from where they are, however long that takes.
@Suite struct `A picture that comes slowly` {
    @Test(arguments: [Quirk.assetDuplicateNone, .assetDuplicateByBytes])
    func `is there once, and shown`(quirk: Quirk) {
        let trial = Trial(
            seed: 1, items: 1, plytixQuirks: [quirk],
            stages: [
                Trial.Stage(incidents: [Trial.TimedIncident(request: 1, .picture(0, .slow))])
            ])
        let run = TrialRun(trial, keepsJournal: true)
        #expect(run.findings.isEmpty, "\(run.findings)")
        let adopted = run.journal.filter {
            $0.contains("EffectSettled") && $0.contains("has its name")
        }
        #expect(adopted.count == 1)
        #expect(!run.journal.contains { $0.contains("EffectFailed") })
    }
}
