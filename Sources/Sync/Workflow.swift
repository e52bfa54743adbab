import Catalog
import Projections
import Delivery
import Events
import Planning
import Survey
import Settings

/// The path of every run: what Amazon says, what the account holds, what matches, what is left to
/// do, and the doing of it.
package struct Workflow: Sendable {
    let engine: Engine
    let order: RunOrder

    package init(engine: Engine, order: RunOrder) {
        self.engine = engine
        self.order = order
    }

    /// Runs to the end, or to where it must stop; either way the journal knows how it ended.
    package func run() async throws(RunStop) -> RunReport {
        let start = engine.state.position
        try await begin()
        var report = RunReport(order: order, run: engine.run)
        report.startSequence = start
        do throws(RunStop) {
            let exported = try await export(&report)
            if order.needsPlytix { try await sync(exported, since: start, &report) }
        } catch {
            report.stop = error
        }
        try await finish(&report)
        if let stop = report.stop, !stop.isEndOfBudget { throw stop }
        return report
    }

    private func sync(
        _ exported: [ItemKey]?, since start: Int, _ report: inout RunReport
    ) async throws(RunStop) {
        let target = try await bind()
        let surveyor = surveyor(target)
        if order.matches { try await readCanonicals(surveyor) }
        let keys = selection(exported, target.system)
        if order.matches { try await match(keys, target.system) }
        report.count(matched: keys, in: engine.state.account(target.system))
        guard order.delivers else { return }
        let desired = try desired(keys, target)
        let before = engine.state.account(target.system)
        try await look(surveyor, desired)
        var plan = try reviewed(desired, target)
        report.plan = plan
        if order.execute { try await deliver(desired, plan: &plan, target) }
        report.count(
            desired, in: engine.state.account(target.system), before: before, since: start,
            settings: engine.configuration.planning)
    }
}
