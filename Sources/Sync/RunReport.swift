package import Catalog
package import Events
package import Export
package import HTTP
package import Planning
import Projections

/// What a run did, with the proof of what is complete: never more than happened.
package struct RunReport: Sendable {
    package let order: RunOrder
    package let run: RunID
    package var exports: [ExportOutcome] = []
    /// Of the phases that the run counts, in their order.
    package private(set) var phases: [PhaseCount] = []
    package private(set) var failures: [Accounting.Failure] = []
    package private(set) var accepted: [Accounting.Failure] = []
    package internal(set) var plan: Plan?
    package internal(set) var requests = RequestCount(amazon: 0, plytix: 0, plytixWrites: 0)
    /// Every request by system, operation and status.
    package internal(set) var counts: [(key: RequestCounter.Key, count: Int)] = []
    package internal(set) var stop: RunStop?

    init(order: RunOrder, run: RunID) {
        self.order = order
        self.run = run
    }

    /// The observation is whole, and nothing failed, waits or is in doubt.
    package var isComplete: Bool {
        stop == nil && exports.allSatisfy(\.isWhole) && !foundNothing && failures.isEmpty
            && phases.allSatisfy { $0.failed == 0 && $0.pending == 0 && $0.inDoubt == 0 }
    }

    /// A source that gave nothing is no complete one: its name may be mistyped.
    package var foundNothing: Bool {
        !exports.isEmpty && exports.allSatisfy { $0.all.isEmpty && $0.missing.isEmpty }
    }

    /// 0 done and complete; 1 done, but something failed or waits.
    ///
    /// A plan without execution is done.
    package var exitStatus: Int32 {
        if let stop { return stop.exitStatus }
        let isWhole = exports.allSatisfy(\.isWhole) && !foundNothing
        if !order.execute, order.delivers { return isWhole ? 0 : 1 }
        return isComplete ? 0 : 1
    }

    // MARK: Counting

    /// Items that a scope expects: those that were seen, and those that were asked for in vain.
    mutating func count(exported state: ProjectedState, alias: String) {
        var count = PhaseCount(phase: .export)
        let account = state.targets.system(alias).map(state.account)
        for outcome in exports {
            count.done += outcome.all.count
            count.unchanged += outcome.all.count {
                (state.catalogue.items[$0]?.exported ?? 0) <= startOfRun(state)
            }
            for key in Set(outcome.missing).sorted() {
                let failure = Accounting.Failure(missing: key, state.catalogue.missing[key])
                if account?.accepted[failure.key] != nil {
                    count.accepted += 1
                    accepted.append(failure)
                } else {
                    count.failed += 1
                    failures.append(failure)
                }
            }
        }
        count.expected = count.done + count.accepted + count.failed
        set(count)
    }

    private func startOfRun(_ state: ProjectedState) -> Int { state.runs.runs[run]?.sequence ?? 0 }

    /// Every item is judged: found or, for a stated reason, not.
    ///
    /// An item that a mapping file names and that was never exported cannot be.
    mutating func count(
        matched keys: [ItemKey], decided account: AccountState, in state: ProjectedState
    ) {
        guard order.phases.contains(.map), order.replay == nil else { return }
        var count = PhaseCount(phase: .map, expected: keys.count)
        for key in keys {
            guard state.catalogue.items[key] != nil else {
                count.failed += 1
                failures.append(
                    Accounting.Failure(
                        key: Accounting.Failure.missingKey(key), subject: .asin(key), phase: .map,
                        reason: "it was never exported", attempts: 1, isSetAside: true))
                continue
            }
            if account.verdicts[key] != nil { count.done += 1 }
            if (account.verdicts[key]?.sequence ?? .max) < (startSequence ?? 0) {
                count.unchanged += 1
            }
        }
        count.pending = count.expected - count.done - count.failed
        set(count)
    }

    /// The sequence number at which the run began, for what is unchanged.
    package internal(set) var startSequence: Int?

    mutating func count(
        _ desired: Desired, in account: AccountState, before: AccountState, since start: Int,
        settings: PlanningSettings
    ) {
        guard !order.isSchemaOnly else { return }
        let accounting = Accounting(
            desired: desired, account: account, before: before, start: start, settings: settings)
        let counted = accounting.phases.filter { order.phases.contains($0.phase) }
        for count in counted { set(count) }
        failures += accounting.failures.filter { order.phases.contains($0.phase) }
        accepted += accounting.accepted.filter { order.phases.contains($0.phase) }
    }

    private mutating func set(_ count: PhaseCount) {
        phases.removeAll { $0.phase == count.phase }
        phases.append(count)
        phases.sort { $0.phase < $1.phase }
    }
}

extension Accounting.Failure {
    /// The key under which a missing item is accepted.
    package static func missingKey(_ key: ItemKey) -> String { "item \(key)" }

    init(missing key: ItemKey, _ missing: CatalogueState.MissingItem?) {
        let children = missing?.children ?? []
        let what =
            children.isEmpty
            ? "Amazon has no such item in \(key.marketplace)"
            : "the parent that \(children.map(\.text).joined(separator: ", ")) name is not in \(key.marketplace)"
        let detail = missing?.reason == .malformed ? "Amazon's answer is no item" : what
        self.init(
            key: Self.missingKey(key), subject: .asin(key), phase: .export, reason: detail,
            attempts: 1, isSetAside: true)
    }
}
