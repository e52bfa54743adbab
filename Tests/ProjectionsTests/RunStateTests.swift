import Catalog
import Events
import JSON
import Projections
import TestSupport
import Testing

@Suite struct `Runs, targets and limits` {
    let first = RunID(text: "20260301T083000Z-000001")
    let second = RunID(text: "20260301T090000Z-000002")

    @Test func `a run is known by its start, its scope and its end`() throws {
        var history = History()
        try start(first, in: &history)
        try history.record(
            ScopeFixed(
                run: first, scope: Scope(source: .style("MCA0032"), marketplaces: [.us]),
                fingerprint: .of("scope"), expected: [.example("B07X8Z63ZL")]), by: .plysync)
        try history.record(
            RunFinished(
                run: first, outcome: .complete, phases: [],
                requests: RequestCount(amazon: 1, plytix: 2, plytixWrites: 3)), by: .plysync)
        let run = try #require(history.state.runs.runs[first])
        #expect(run.command == ["sync"])
        #expect(run.sequence == 1)
        #expect(run.scope == "style \"MCA0032\"")
        #expect(history.state.runs.lastScope?.expected?.map(\.text) == ["B07X8Z63ZL"])
        #expect(history.state.runs.lastScope?.sequence == 2)
        #expect(run.finished?.body.outcome == .complete)
        #expect(run.finished?.time == run.started + .seconds(2))
    }

    @Test func `a run that was killed has no end, and the next one follows it`() throws {
        var history = History()
        try start(first, in: &history)
        try history.record(
            ScopeFixed(
                run: first, scope: Scope(source: .style("MCA0032"), marketplaces: [.us]),
                fingerprint: .of("scope")), by: .plysync)
        try start(second, in: &history)
        #expect(history.state.runs.order == [first, second])
        #expect(history.state.runs.runs[first]?.finished == nil)
        #expect(history.state.runs.lastScope?.scope.source == .style("MCA0032"))
    }

    @Test func `the last scope is that of the last run that fixed one`() throws {
        var history = History()
        #expect(history.state.runs.lastScope == nil)
        for (run, style) in [(first, "MCA0032"), (second, "MDM0049")] {
            try start(run, in: &history)
            try history.record(
                ScopeFixed(
                    run: run, scope: Scope(source: .style(style), marketplaces: [.us]),
                    fingerprint: .of(style)), by: .plysync)
        }
        #expect(history.state.runs.lastScope?.fingerprint == .of("MDM0049"))
    }

    @Test func `an alias stands for the account that it was bound to`() throws {
        var history = History()
        #expect(history.state.targets.system("default") == nil)
        try history.record(
            TargetBound(alias: "default", account: "a1", how: .claims, evidence: JSONObject()))
        try history.record(
            TargetBound(alias: "fresh", account: "a2", how: .definitions, evidence: JSONObject()))
        #expect(history.state.targets.system("default") == .plytix(account: "a1"))
        #expect(history.state.targets.system("fresh") == .plytix(account: "a2"))
        #expect(history.state.targets.accounts["default"]?.sequence == 1)
    }

    @Test func `of each bucket the last observation counts`() throws {
        var history = History()
        for (bucket, requests) in [("plytix:a1", 50), ("plytix:a2", 20), ("plytix:a1", 100)] {
            try history.record(
                LimitObserved(
                    observation: LimitObservation(
                        bucket: bucket,
                        limits: [.window(requests: requests, length: .seconds(10))],
                        evidence: .claims)))
        }
        let limits = history.state.limits.observations.mapValues(\.limits)
        #expect(
            limits == [
                "plytix:a1": [.window(requests: 100, length: .seconds(10))],
                "plytix:a2": [.window(requests: 20, length: .seconds(10))],
            ])
    }

    /// Where a window begins is in no claim: what a server announces later does not take it away.
    @Test func `of each bucket what refusals taught counts beside what is announced`() throws {
        var history = History()
        let hour = RateLimit.window(requests: 5_000, length: .seconds(3_600))
        let moment = RateLimit.window(requests: 50, length: .seconds(10))
        let observations = [
            LimitObservation(
                bucket: "plytix:a1", limits: [hour], evidence: .refusal,
                resetsAt: Instant(seconds: 3_600)),
            LimitObservation(
                bucket: "plytix:a1", limits: [moment], evidence: .refusal,
                resetsAt: Instant(seconds: 10)),
            LimitObservation(bucket: "plytix:a1", limits: [moment, hour], evidence: .claims),
        ]
        for observation in observations {
            try history.record(LimitObserved(observation: observation))
        }
        #expect(Set(history.state.limits.observations.values) == Set(observations))
        let later = LimitObservation(
            bucket: "plytix:a1", limits: [hour], evidence: .refusal,
            resetsAt: Instant(seconds: 7_200))
        try history.record(LimitObserved(observation: later))
        #expect(history.state.limits.observations.count == 3)
        #expect(history.state.limits.observations.values.contains(later))
    }

    private func start(_ run: RunID, in history: inout History) throws {
        history.run = run
        try history.record(
            RunStarted(
                run: run, program: "1.0.0", normaliser: 1, rules: 1, settingsHash: .of("settings"),
                settings: .object(JSONObject()), command: ["sync"], execute: true), by: .plysync)
    }
}
