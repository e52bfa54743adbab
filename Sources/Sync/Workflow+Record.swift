import Catalog
import Events
import Export
import Hashing
import JSON
import Mapping
import AmazonAPI
import Projections
import Settings
import Survey
import HTTP
import Delivery

/// How a run begins and ends in the journal.
extension Workflow {
    func begin() async throws(RunStop) {
        let settings = engine.configuration.effective()
        let started = RunStarted(
            run: engine.run, program: engine.surroundings.version,
            normaliser: ItemFingerprint.version, rules: MatchRules.version,
            settingsHash: ContentHash.of(settings.canonical.bytes), settings: settings,
            command: order.command, execute: order.execute)
        var drafts = [started.draft(system: .plysync)]
        if let scope = order.scope {
            var expected: [ASIN]?
            if case .asins(let asins) = scope.source { expected = asins }
            drafts.append(
                ScopeFixed(
                    run: engine.run, scope: scope, fingerprint: scope.fingerprint,
                    expected: expected
                ).draft(system: .plysync, cause: [.earlier(0)]))
        }
        try await append(drafts)
    }

    /// Records the end, with counts that are never more optimistic than the truth.
    func finish(_ report: inout RunReport) async throws(RunStop) {
        let counter = engine.counter
        report.requests = RequestCount(
            amazon: counter.requests(to: "amazon"), plytix: counter.requests(to: "plytix"),
            plytixWrites: counter.writes(to: "plytix"))
        report.counts = counter.counts
        if case .journal = report.stop { return }
        let outcome: RunFinished.Outcome =
            switch report.stop {
            case let stop? where stop.isInterruption: .interrupted
            case let stop? where !stop.isEndOfBudget: .failed
            default: report.isComplete ? .complete : .incomplete
            }
        let finished = RunFinished(
            run: engine.run, outcome: outcome, phases: report.phases, requests: report.requests,
            error: report.stop.map { "\($0)" })
        do throws(ChronicleError) {
            try await engine.recordLimits()
        } catch {
            throw .journal(error)
        }
        try await append([finished.draft(system: .plysync)])
    }

    func append(_ drafts: [RecordDraft]) async throws(RunStop) {
        do throws(ChronicleError) {
            try await engine.chronicle.append(drafts)
        } catch {
            throw .journal(error)
        }
    }
}

extension RunStop {
    /// The run made as many requests as it may: its end, and no failure.
    package var isEndOfBudget: Bool {
        switch self {
        case .delivery(.budgetUsedUp(_)): true
        case .export(.amazon(let error)), .survey(.plytix(let error)): error.isEndOfBudget
        default: false
        }
    }
}

extension APIError {
    /// The run has made as many requests as it may.
    var isEndOfBudget: Bool {
        if case .budgetUsedUp = self { true } else { false }
    }
}
