// How far one target is: every expected unit accounted for, and what is left with its reason.

package import Catalog
package import Events
package import Planning
package import Projections

/// The standing of one target, phase by phase.
package struct TargetStanding: Sendable {
    package let alias: String
    /// Nil while the alias was never bound to an account.
    package let system: System?
    /// The target of which this one is a replay.
    package let origin: ReplayOrigin?
    package private(set) var phases: [PhaseCount] = []
    package private(set) var failures: [Accounting.Failure] = []
    /// Failures that a person took as they are.
    package private(set) var accepted: [Accounting.Failure] = []
    /// A person's reasons for that, by key; those that `readReasons` found.
    package internal(set) var acceptedBecause: [String: String] = [:]
    /// Requests of which no outcome is recorded, by the number of their intent.
    package let doubts: [(intent: Int, doubt: Doubt)]
    package private(set) var disagreements: [Disagreement] = []

    /// Nothing failed, waits or is in doubt.
    package var isComplete: Bool {
        doubts.isEmpty && failures.isEmpty
            && phases.allSatisfy { $0.failed == 0 && $0.pending == 0 && $0.inDoubt == 0 }
    }

    /// A target measured by all known items of the marketplaces.
    package init(
        alias: String, state: ProjectedState, marketplaces: Set<Marketplace>,
        settings: PlanningSettings
    ) {
        self.init(alias: alias, state: state, origin: nil)
        let account = system.map(state.account) ?? AccountState()
        let keys = state.catalogue.items.keys.filter { marketplaces.contains($0.marketplace) }
        let items = state.catalogue.wanted(keys, in: account, settings: settings)
        countExport(items.count, state, marketplaces, account)
        countMatches(of: items, in: account)
        let desired = Desired(items: items, decisions: account, settings: settings)
        count(desired, in: account, settings)
        disagreements = Disagreement.all(among: items, decisions: account, settings: settings)
    }

    /// A target measured by the state of another one; `past` is the state at the point that was
    /// replayed.
    package init(
        alias: String, state: ProjectedState, replayOf origin: ReplayOrigin,
        past: ProjectedState, settings: PlanningSettings
    ) {
        self.init(alias: alias, state: state, origin: origin)
        guard let source = past.targets.system(origin.alias) else { return }
        let decisions = past.account(source)
        let items = past.catalogue.items.values.filter { seen in
            decisions.products[settings.sku(seen.item.key)].map { !$0.isGone } ?? false
        }
        let desired = Desired(items: Array(items), decisions: decisions, settings: settings)
            .withoutPictures(missingIn: decisions)
        count(desired, in: system.map(state.account) ?? AccountState(), settings)
    }

    private init(alias: String, state: ProjectedState, origin: ReplayOrigin?) {
        self.alias = alias
        self.origin = origin
        system = state.targets.system(alias)
        let account = system.map(state.account) ?? AccountState()
        doubts = account.doubts.sorted { $0.key < $1.key }.map { (intent: $0.key, doubt: $0.value) }
    }

    // MARK: Counting

    private mutating func countExport(
        _ known: Int, _ state: ProjectedState, _ marketplaces: Set<Marketplace>,
        _ account: AccountState
    ) {
        var count = PhaseCount(phase: .export, done: known, unchanged: known)
        for key in MissingItem.expected(in: state, marketplaces: marketplaces) {
            let failure = MissingItem.failure(key, state.catalogue.missing[key])
            if account.accepted[failure.key] != nil {
                count.accepted += 1
                accepted.append(failure)
            } else {
                count.failed += 1
                failures.append(failure)
            }
        }
        count.expected = count.done + count.accepted + count.failed
        phases.append(count)
    }

    private mutating func countMatches(
        of items: [CatalogueState.SeenItem], in account: AccountState
    ) {
        var count = PhaseCount(phase: .map, expected: items.count)
        count.done = items.count { account.verdicts[$0.item.key] != nil }
        count.unchanged = count.done
        count.pending = count.expected - count.done
        phases.append(count)
    }

    private mutating func count(
        _ desired: Desired, in account: AccountState, _ settings: PlanningSettings
    ) {
        let accounting = Accounting(
            desired: desired, account: account, before: account, start: .max, settings: settings)
        phases += accounting.phases
        failures += accounting.failures
        accepted += accounting.accepted
    }
}
