import AmazonSandbox
import Catalog
package import Delivery
import JSON
import JournalStore
import PlytixSandbox
import SandboxFaults
import Simulation
import SandboxWorld
import Sync
import Synchronization

/// One trial, carried out and judged.
package struct TrialRun: Sendable {
    package let trial: Trial
    /// What does not hold; empty when everything does.
    package private(set) var findings: [Finding] = []
    /// Runs of the program, quiet ones included.
    package private(set) var runs = 0
    /// Requests that reached a server.
    package private(set) var requests = 0
    /// The end of the journal: equal trials have equal ones.
    package private(set) var head = ""
    /// The journal's events, a line each, where they were asked for.
    package private(set) var journal: [String] = []

    /// Carries a trial out: its stages, then quiet runs until nothing is left to do.
    ///
    /// - `sabotage`: parts of the engine that are switched off, to see whether that is found.
    /// - `keepsJournal`: whether `journal` is filled.
    package init(_ trial: Trial, sabotage: Sabotage = [], keepsJournal: Bool = false) {
        self.trial = trial
        do {
            let world = try TrialWorld(trial, sabotage: sabotage)
            defer { world.simulated.journal.close() }
            try carryOut(in: world)
            requests = world.door.all.count
            let end = try world.simulated.journal.head()
            head = "\(end.sequence) \(end.hash)"
            if keepsJournal { journal = try Self.lines(of: world.simulated.journal) }
        } catch {
            findings.append(Finding(invariant: .runsEnd, detail: "\(error)"))
        }
    }

    private mutating func carryOut(in world: TrialWorld) throws {
        let before = try world.account
        var outcomes: [StageOutcome] = []
        for stage in trial.stages {
            outcomes.append(try world.run(stage))
            runs += 1
            try check(world, before, outcomes)
            guard findings.isEmpty else { return }
        }
        // Whatever is late arrives first; what a run that died had read of Amazon is used for a day.
        try world.simulated.time.pass(.seconds(world.changes.isEmpty ? 3_600 : 90_000))
        var last: StageOutcome?
        for _ in 1...Self.quietRunsMax {
            let outcome = try world.run(Trial.Stage())
            outcomes.append(outcome)
            last = outcome
            runs += 1
            findings += StopCheck(trial: trial, outcome: outcome).findingsOfQuiet
            // The first one of these may have had something left to do.
            guard outcome.writes > 0 || outcome.report?.stop != nil else { break }
        }
        try check(world, before, outcomes)
        guard findings.isEmpty, let last else { return }
        if last.writes > 0 {
            let what = last.served.filter(\.isWrite).prefix(3).map { "\($0.method) \($0.path)" }
            findings.append(
                Finding(
                    invariant: .runsComeToRest,
                    detail: "the last of \(Self.quietRunsMax) runs still wrote: \(what)"))
        }
        if let stop = last.report?.stop {
            if !trial.excusesStop {
                findings.append(
                    Finding(invariant: .runsComeToRest, detail: "it stops: \(stop)"))
            }
            return
        }
        findings +=
            RestCheck(
                world: world, now: try world.account,
                undisturbed: try Undisturbed.account(of: trial, after: world.changes),
                journal: try JournalReading(world.simulated.journal), deeds: world.deeds.list,
                claimsComplete: last.report?.isComplete == true
            ).findings
    }

    private mutating func check(
        _ world: TrialWorld, _ before: AccountReading, _ outcomes: [StageOutcome]
    ) throws {
        if try !world.simulated.journal.reader().verify().isValid {
            findings.append(Finding(invariant: .journalVerifies, detail: "it does not"))
        }
        let lost = outcomes.reduce(into: [:]) { lost, outcome in
            lost.merge(outcome.lostUploads, uniquingKeysWith: +)
        }
        findings +=
            SafetyCheck(
                world: world, before: before, now: try world.account,
                journal: try JournalReading(world.simulated.journal), deeds: world.deeds.list,
                lostUploads: lost
            ).findings
        if let last = outcomes.last {
            findings += StopCheck(trial: trial, outcome: last).findings
            findings += QuotaCheck(trial: trial, outcome: last, deeds: world.deeds.list).findings
        }
    }

    /// More than an effect is tried before it is set aside.
    private static let quietRunsMax = 12

    private static func lines(of journal: Journal) throws -> [String] {
        try journal.reader().records(after: 0).map { record in
            let body = record.body.map { String(decoding: $0, as: UTF8.self) } ?? ""
            return
                "\(record.sequence) \(record.time) \(record.run.text) \(record.system.text) \(record.kind) \(record.cause) \(body) \(record.hash)"
        }
    }
}

extension TrialWorld {
    var account: AccountReading {
        get throws { AccountReading(simulated.plytix.state(of: "default") ?? .null) }
    }
}

/// The accounts that catalogues come to without faults, each made once.
enum Undisturbed {
    private struct Key: Hashable {
        let items: Int
        let catalogue: UInt64
        let quirks: [String]
        let changes: [AmazonChange]
    }
    private static let accounts = Mutex<[Key: JSONValue]>([:])

    static func account(
        of trial: Trial, after changes: [AmazonChange]
    ) throws -> AccountReading {
        let key = Key(
            items: trial.items, catalogue: trial.catalogue,
            quirks: trial.amazonQuirks.map(\.rawValue), changes: changes)
        if let known = accounts.withLock({ $0[key] }) { return AccountReading(known) }
        var plain = Trial(seed: 0, items: trial.items, catalogue: trial.catalogue)
        plain.amazonQuirks = trial.amazonQuirks
        let world = try TrialWorld(plain, sabotage: [], after: changes)
        defer { world.simulated.journal.close() }
        _ = try world.run(Trial.Stage())
        let state = world.simulated.plytix.state(of: "default") ?? .null
        accounts.withLock { $0[key] = state }
        return AccountReading(state)
    }
}
