import Catalog
import JSON
import Planning
import Projections
import Settings
import Sync

/// The definitions that the settings need and the account lacks after a run of `schema`.
///
/// Also those that no plan has, since they were set aside or accepted: a definition is needed all
/// the same.
struct SchemaStanding {
    let missing: [Missing]

    struct Missing {
        let effect: Effect
        /// Nil when it was not tried, or waits for another.
        let failure: Accounting.Failure?
        let isInDoubt: Bool
    }

    /// Nil for a run of phases, and for one that stopped before it saw what the account has.
    init?(_ report: RunReport, state: ProjectedState, configuration: Configuration) {
        guard report.order.isSchemaOnly, report.plan != nil else { return nil }
        let settings = configuration.planning
        let system = state.targets.system(configuration.targetAlias)
        let account = system.map(state.account) ?? AccountState()
        let keys = PhaseFile.selected(report, state, account, configuration)
        let items = state.catalogue.wanted(keys, in: account, settings: settings)
        // As if nothing had ever failed.
        var unhindered = account
        unhindered.failures = [:]
        let plan = Plan(
            desired: Desired(items: items, decisions: account, settings: settings),
            account: unhindered, settings: settings,
            phases: [.products, .relationships, .images])
        let stages = plan.stages.filter { $0.name == .schema || $0.name == .family }
        let doubts = Set(account.doubts.values.flatMap(\.effects).map(\.key))
        missing = stages.flatMap(\.requests).flatMap(\.effects).map { effect in
            Missing(
                effect: effect,
                failure: Accounting.Failure(of: effect, in: account, settings: settings),
                isInDoubt: doubts.contains(effect.key))
        }
    }

    var isComplete: Bool { missing.isEmpty }
    var failures: [Accounting.Failure] { missing.compactMap(\.failure) }
}

extension SchemaStanding.Missing {
    /// Why it is missing.
    var reason: String {
        failure?.reason
            ?? (isInDoubt ? "it was asked for, and no outcome is recorded" : "it was not made yet")
    }

    /// What is missing, why, and what becomes of it.
    var line: String {
        guard let failure else { return "\(effect.key): \(reason)" }
        let next =
            failure.isSetAside ? "not tried again unless you say so" : "tried again next time"
        return "\(effect.key): \(reason) [\(next)]"
    }

    var json: JSONValue {
        [
            "key": JSONValue(effect.key), "subject": JSONValue(effect.subject.text),
            "reason": JSONValue(reason),
        ]
    }
}

extension Accounting.Failure {
    /// Why an effect failed with the input that it still has; nil when it did not.
    ///
    /// What a person accepted is not tried again either.
    fileprivate init?(of effect: Effect, in account: AccountState, settings: PlanningSettings) {
        guard let known = account.failure(of: effect) else { return nil }
        self.init(
            key: effect.key, subject: known.subject, phase: known.phase, reason: known.reason,
            attempts: known.attempts,
            isSetAside: account.standing(of: effect, attemptsMax: settings.attemptsMax) != .open)
    }
}
