import Catalog
import Events
import JSON
import Planning
import Projections
import TestSupport

/// What a plan is made from: what happened, and the settings.
struct Scene {
    var history = History()
    var settings = PlanningSettings()
    var server = PerfectAccount()
    let system: System

    init(_ system: System = .shop) { self.system = system }

    var account: AccountState { history.state.account(system) }
    var items: [CatalogueState.SeenItem] { Array(history.state.catalogue.items.values) }
    var desired: Desired { Desired(items: items, decisions: account, settings: settings) }

    func plan(_ phases: Set<Phase> = Set(Phase.allCases)) -> Plan {
        Plan(desired: desired, account: account, settings: settings, phases: phases)
    }

    /// Carries out the requests of a plan, all or the first ones.
    mutating func carryOut(_ plan: Plan, first count: Int = .max) throws {
        for request in plan.requests.prefix(count) {
            try server.carryOut(request, in: &history, system: system, settings: settings)
        }
    }

    /// Plans and carries out; tells what was planned.
    @discardableResult
    mutating func sync() throws -> Plan {
        let plan = plan()
        try carryOut(plan)
        return plan
    }

    func accounting(since start: Scene) -> Accounting {
        Accounting(
            desired: desired, account: account, before: start.account,
            start: start.history.position, settings: settings)
    }

    // MARK: Events of the account

    @discardableResult
    mutating func record(_ event: some Event) throws -> Int {
        try history.record(event, by: system)
    }

    /// We write one field of a product.
    mutating func write(_ sku: String, _ field: String, _ value: JSONValue?) throws {
        let change = FieldChange(field: field, old: nil, new: value, rule: .always, reason: .amazon)
        try record(
            AttributesSet(sku: sku, id: account.products[sku]?.id ?? "", changes: [change]))
    }

    /// A person changes fields of a product, and we see it.
    mutating func edit(_ sku: String, _ fields: [(String, JSONValue?)]) throws {
        try see(sku) { $0.fields = fields.map { LiveField(field: $0.0, value: $0.1) } }
    }

    /// We see a product as it is in Plytix now.
    mutating func see(_ sku: String, _ look: (inout LiveObserved) -> Void) throws {
        var event = LiveObserved(
            id: account.products[sku]?.id ?? "seen-\(sku)", sku: sku, fields: [], looked: [],
            gone: false)
        look(&event)
        try record(event)
    }

    /// A request about an effect is refused.
    mutating func fail(
        _ effect: Effect, _ permanence: EffectFailed.Permanence = .item, attempt: Int = 1
    ) throws {
        try record(
            EffectFailed(
                key: effect.key, phase: effect.phase, subject: effect.subject, status: 422,
                reason: "refused", permanence: permanence, attempt: attempt, facts: effect.facts))
    }

    /// A person takes a failure as it is.
    mutating func accept(_ effect: Effect) throws {
        try record(
            ItemAccepted(
                subject: effect.subject, key: effect.key, reason: "as it is", facts: effect.facts))
    }
}

extension Scene {
    /// An account in which one boot stands as it shall.
    static func synced(_ items: [AmazonItem] = [.boot()], settings: PlanningSettings = .init())
        throws
        -> Scene
    {
        var scene = Scene()
        scene.settings = settings
        try scene.history.export(items)
        try scene.sync()
        return scene
    }
}

extension PlanningSettings {
    /// Settings with these attributes only.
    init(_ attributes: AttributeRule...) {
        self.init()
        self.attributes = attributes
    }
}
