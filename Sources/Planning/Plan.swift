package import Catalog
package import Projections

/// Desired against known: what is left to do, in the order in which it can be done.
///
/// The same value is printed, reviewed and executed.
package struct Plan: Sendable {
    package var stages: [Stage] = []
    /// What stands in the way of the whole plan, as sentences; a plan with problems is not executed.
    package var problems: [String] = []

    /// Requests that depend on nothing but the stages before them.
    package struct Stage: Sendable {
        package let name: Name
        package var requests: [PlannedRequest]

        package init(_ name: Name, _ requests: [PlannedRequest]) {
            self.name = name
            self.requests = requests
        }
    }

    package enum Name: String, Sendable, CaseIterable {
        case schema, family, stubs, assets, products, families, galleries, links
    }

    package init() {}

    package var isEmpty: Bool { stages.allSatisfy(\.requests.isEmpty) }
    package var requests: [PlannedRequest] { stages.flatMap(\.requests) }
    package var requestCount: Int { stages.reduce(0) { $0 + $1.requests.count } }
    package var effects: [Effect] { requests.flatMap(\.effects) }

    /// The plan for an account.
    ///
    /// - `phases`: effects of other phases are left out.
    package init(
        desired: Desired, account: AccountState, settings: PlanningSettings,
        phases: Set<Phase> = Set(Phase.allCases)
    ) {
        let planner = Planner(
            desired: desired, account: account, settings: settings, phases: phases)
        stages = [
            Stage(.schema, planner.definitions()),
            Stage(.family, planner.family()),
            Stage(.stubs, planner.stubs()),
            Stage(.assets, planner.assets()),
            Stage(.products, planner.products()),
            Stage(.families, planner.families()),
            Stage(.galleries, planner.galleries()),
            Stage(.links, planner.links()),
        ].filter { !$0.requests.isEmpty }
        problems = planner.problems()
    }
}

/// The state from which a plan is made; each stage has a file of its own.
struct Planner {
    let desired: Desired
    let account: AccountState
    let settings: PlanningSettings
    let phases: Set<Phase>
    /// SKUs of Amazon products that are there, or that this plan can make.
    private(set) var reachable: Set<String> = []

    init(
        desired: Desired, account: AccountState, settings: PlanningSettings, phases: Set<Phase>
    ) {
        self.desired = desired
        self.account = account
        self.settings = settings
        self.phases = phases
        reachable = Set(desired.products.filter(isReachable).map(\.sku))
    }

    private func isReachable(_ product: DesiredProduct) -> Bool {
        if let known = account.products[product.sku] { return !known.isGone }
        return creationEffects(of: product).allSatisfy(isOpen)
    }

    /// Whether an effect is to be tried: of this plan's phases, not set aside, not accepted as it is.
    func isOpen(_ effect: Effect) -> Bool {
        phases.contains(effect.phase)
            && account.standing(of: effect, attemptsMax: settings.attemptsMax) == .open
    }
}
