package import Catalog
package import Projections

extension Desired {
    /// Failures of which nothing is left to do: what failed came about in another way, or what it
    /// needs was deleted, which is told as such.
    ///
    /// - `phases`: failures of other phases are left as they are.
    /// - Returns: by effect key.
    package func outlivedFailures(
        in account: AccountState, settings: PlanningSettings, phases: Set<Phase>
    ) -> [String: KnownFailure] {
        let failures = account.failures.filter { key, failure in
            phases.contains(failure.phase) && account.accepted[key] != failure.facts
                && !key.hasPrefix(KnownFailure.extraPrefix)
        }
        guard !failures.isEmpty else { return [:] }
        var unhindered = account
        unhindered.failures = [:]
        let plan = Plan(desired: self, account: unhindered, settings: settings, phases: phases)
        let wanted = Set(plan.effects.map(\.key))
        let subjects = subjects
        return failures.filter { key, failure in
            !wanted.contains(key) && subjects.contains(failure.subject)
        }
    }

    /// All that this says something of; about others a failure stands.
    private var subjects: Set<Subject> {
        var subjects: Set<Subject> = [.family(family.name)]
        subjects.formUnion(attributes.map { .attribute($0.label) })
        subjects.formUnion(relations.map { .relation($0.label) })
        subjects.formUnion(products.map { .sku($0.sku) })
        subjects.formUnion(products.flatMap(\.pictures).map { .picture($0.id) })
        subjects.formUnion(links.map { .sku($0.source) })
        return subjects
    }
}
