import Catalog
import Delivery
import Events
import HTTP
import Planning
import PlytixAPI
import Projections
import Settings
import Survey
import JournalStore

/// The account that a run is about: its client, and the system under which its facts are recorded.
struct Target: Sendable {
    let alias: String
    let client: PlytixClient
    let system: System
}

/// Phases 3 to 5 of a run: what shall be, what is left to do, and doing it.
extension Workflow {
    /// Finds out which account the target's key opens, and holds the alias to it.
    func bind() async throws(RunStop) -> Target {
        let alias = engine.configuration.targetAlias
        let client: PlytixClient
        do throws(SettingsError) {
            client = try engine.plytix(alias)
        } catch {
            throw .settings(error)
        }
        do throws(SurveyStop) {
            let system = try await TargetBinding.bind(
                alias: alias, client: client, chronicle: engine.chronicle, run: engine.run)
            return Target(alias: alias, client: client, system: system)
        } catch {
            throw .survey(error)
        }
    }

    func surveyor(_ target: Target) -> Surveyor {
        Surveyor(
            client: target.client, chronicle: engine.chronicle, system: target.system,
            planning: engine.configuration.planning, settings: engine.configuration.survey,
            clock: engine.surroundings.clock)
    }

    /// Reads the merchant's own products.
    ///
    /// Attributes are read first, since only columns that exist may be asked for.
    func readCanonicals(_ surveyor: Surveyor) async throws(RunStop) {
        engine.surroundings.narrator.tell(.step("Reading canonical products from Plytix"))
        let account = engine.state.account(surveyor.system)
        do throws(SurveyStop) {
            if account.attributes.isEmpty {
                try await surveyor.readDefinitions(family: engine.configuration.planning.family)
            }
            try await surveyor.readCanonicals()
        } catch {
            throw .survey(error)
        }
    }

    /// What the target shall hold: for a replay, what another target does.
    func desired(
        _ keys: [ItemKey], _ decisions: AccountState, _ target: Target
    ) throws(RunStop) -> Desired {
        let planning = engine.configuration.planning
        guard let replay = order.replay else {
            let state = engine.state
            return Desired(
                items: state.catalogue.wanted(keys, in: decisions, settings: planning),
                decisions: decisions, settings: planning)
        }
        let past = try past(replay)
        guard let source = past.targets.system(replay.source) else {
            throw .unknownTarget(replay.source)
        }
        let decisions = past.account(source)
        // What was made there is what is replayed, not everything that Amazon was ever asked for.
        let items = past.catalogue.items.values.filter { seen in
            decisions.products[planning.sku(seen.item.key)].map { !$0.isGone } ?? false
        }
        return Desired(items: Array(items), decisions: decisions, settings: planning)
            .withStubs(replay.stubs, from: decisions).withoutPictures(missingIn: decisions)
    }

    /// For a replay, the URLs at which the other account serves its pictures.
    private var pictureSources: PictureSources {
        let state = engine.state
        guard let replay = order.replay, let source = state.targets.system(replay.source) else {
            return PictureSources()
        }
        let served = state.account(source).assets.compactMap { file, asset in
            asset.servedURL.map { (file, $0) }
        }
        return PictureSources(others: Dictionary(served, uniquingKeysWith: { _, last in last }))
    }

    private func past(_ replay: RunOrder.Replay) throws(RunStop) -> ProjectedState {
        guard let through = replay.through else { return engine.state }
        do throws(ChronicleError) {
            return try ProjectedState.replayed(
                from: engine.journal.reader(), through: through,
                snapshots: engine.surroundings.snapshots)
        } catch {
            throw .journal(error)
        }
    }

    /// Looks at what a plan needs to know of the account.
    func look(_ surveyor: Surveyor, _ desired: Desired) async throws(RunStop) {
        engine.surroundings.narrator.tell(.step("Looking at what Plytix holds already"))
        do throws(SurveyStop) {
            if order.isSchemaOnly {
                try await surveyor.readDefinitions(family: desired.family.name)
            } else {
                try await surveyor.learnDefinitions(for: desired)
            }
            if !order.isSchemaOnly { try await surveyor.findOurs(desired.products.map(\.sku)) }
        } catch {
            throw .survey(error)
        }
    }

    /// The plan of the run's phases as the account is now.
    func plan(_ desired: Desired, _ target: Target) -> Plan {
        let account = engine.state.account(target.system)
        var plan = Plan(
            desired: desired, account: account, settings: engine.configuration.planning,
            phases: order.isSchemaOnly ? [.products, .relationships, .images] : order.phases)
        if order.isSchemaOnly {
            plan.stages.removeAll { $0.name != .schema && $0.name != .family }
        }
        return plan
    }

    /// What the run is about: all that is desired, or the first products that have something left to
    /// do, which are chosen once and then done completely.
    func limited(_ desired: Desired, _ target: Target) -> Desired {
        guard let productsMax = order.productsMax else { return desired }
        let left = Set(plan(desired, target).effects.map(\.subject))
        let chosen = desired.products.filter { left.contains(.sku($0.sku)) }.prefix(productsMax)
        return desired.limited(to: Set(chosen.map(\.sku)))
    }

    /// The plan, looked at before anything is done: nothing stands in its way, and it does not
    /// change unusually much.
    func reviewed(_ desired: Desired, _ target: Target) throws(RunStop) -> Plan {
        let plan = plan(desired, target)
        let problems = plan.problems + namingProblems(target)
        guard problems.isEmpty else { throw .problems(problems) }
        if order.execute, !order.allowsMassChange, isMassChange(plan, target) {
            throw .massChange(plan.massChange(of: engine.state.account(target.system)))
        }
        return plan
    }

    private func isMassChange(_ plan: Plan, _ target: Target) -> Bool {
        plan.massChange(of: engine.state.account(target.system))
            .isUnusual(share: engine.configuration.massChange)
    }

    /// Carries the plan out.
    ///
    /// What is left afterwards, because an answer was lost or something was learned of the account,
    /// is planned and carried out again, as long as that brings anything.
    func deliver(_ desired: Desired, _ target: Target) async throws(RunStop) {
        try await pinNaming(target)
        let narrator = engine.surroundings.narrator
        let late = try lateRequests()
        let courier = Courier(
            client: target.client, chronicle: engine.chronicle, system: target.system,
            planning: engine.configuration.planning, settings: engine.configuration.delivery,
            clock: engine.surroundings.clock, executor: engine.surroundings.executor,
            pictures: pictureSources, late: late,
            onWait: { until, count in
                let what =
                    count == 1
                    ? "one request has no outcome, and only then can be seen whether it arrived"
                    : "\(count) requests have no outcome, and only then can be seen whether they arrived"
                narrator.tell(.warning("Waiting until \(until.shortDescription): \(what)"))
            }, progress: { narrator.tell(.delivering($0)) })
        try await waitForWriteHours()
        do throws(DeliveryStop) {
            try await courier.settleDoubts(waiting: false)
            if !courier.picturesInDoubt.isEmpty {
                // Until it is known whether these arrived, all else is done that does not show them.
                let ready = self.plan(desired, target).withholding(courier.picturesInDoubt)
                if order.allowsMassChange || !isMassChange(ready, target) {
                    _ = try await courier.deliver(ready)
                }
                try await courier.settleDoubts()
            }
            var left = self.plan(desired, target).withholding(courier.picturesInDoubt)
            for _ in 0..<Self.roundsMax where !left.isEmpty {
                // What was found in the account meanwhile may make the plan another one.
                guard order.allowsMassChange || !isMassChange(left, target) else {
                    narrator.tell(
                        .warning(
                            "What is left would change unusually much and is not done without --allow-mass-change"
                        ))
                    break
                }
                let done = try await courier.deliver(left)
                let hadDoubts = !engine.state.account(target.system).doubts.isEmpty
                try await courier.settleDoubts()
                if done == 0, !hadDoubts { break }
                left = self.plan(desired, target).withholding(courier.picturesInDoubt)
            }
            if order.phases.contains(.images) { try await courier.lookForExtras() }
            try await courier.giveUp(self.plan(desired, target))
            try await courier.close(
                desired.outlivedFailures(
                    in: engine.state.account(target.system),
                    settings: engine.configuration.planning, phases: order.phases))
        } catch {
            throw .delivery(error)
        }
    }

    private func lateRequests() throws(RunStop) -> [LateRequest] {
        do throws(JournalError) {
            return try LateRequests(
                reader: engine.journal.reader(), state: engine.state,
                now: engine.surroundings.clock.now,
                arrivalMax: engine.configuration.delivery.arrivalMax
            ).requests
        } catch {
            throw .journal(ChronicleError(cause: error))
        }
    }

    /// Rounds of planning and delivering; each but the first is for what was lost or learned.
    private static let roundsMax = 8

    private func waitForWriteHours() async throws(RunStop) {
        let clock = engine.surroundings.clock
        let wait = engine.configuration.limits.untilWriting(
            from: clock.now, zoneOffset: engine.configuration.planning.zoneOffset)
        guard wait > .zero else { return }
        engine.surroundings.narrator.tell(
            .warning("Waiting until \((clock.now + wait).shortDescription): no writing before"))
        do throws(CancellationError) {
            try await clock.sleep(for: wait)
        } catch {
            throw .interrupted
        }
    }
}
