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

    /// Runs to the end, or to where it must stop.
    ///
    /// Either way the journal knows how it ended, and the report says it; what is thrown is only
    /// that not even this can be recorded.
    package func run() async throws(RunStop) -> RunReport {
        let start = engine.state.position
        try await begin()
        var report = RunReport(order: order, run: engine.run)
        report.startSequence = start
        do throws(RunStop) {
            // What is lacking for the end of a run is no news to get after its first hour.
            if order.needsPlytix { try requireCredentials() }
            let exported = try await export(&report)
            try await keepPictures(of: exported)
            if order.needsPlytix { try await sync(exported, since: start, &report) }
        } catch {
            report.stop = error
        }
        try await finish(&report)
        engine.keepSnapshot()
        return report
    }

    private func requireCredentials() throws(RunStop) {
        do throws(SettingsError) {
            _ = try engine.plytix(engine.configuration.targetAlias)
        } catch {
            throw .settings(error)
        }
    }

    private func sync(
        _ exported: [ItemKey]?, since start: Int, _ report: inout RunReport
    ) async throws(RunStop) {
        let target = try await bind()
        let surveyor = surveyor(target)
        let keys = selection(exported, target.system)
        let matches = order.matches || isUnjudged(keys, target.system)
        if matches { try await readCanonicals(surveyor) }
        let decisions =
            matches
            ? try await decisions(on: keys, target.system) : engine.state.account(target.system)
        report.count(matched: keys, decided: decisions, in: engine.state)
        guard order.delivers else { return }
        let desired = try desired(keys, decisions, target)
        let before = engine.state.account(target.system)
        try await look(surveyor, desired)
        let wanted = limited(desired, target)
        report.plan = try reviewed(wanted, target)
        var stop: RunStop?
        if order.execute {
            do throws(RunStop) {
                try await deliver(wanted, target)
            } catch {
                // What was done until then is counted all the same.
                stop = error
            }
        }
        report.count(
            desired, in: engine.state.account(target.system), before: before, since: start,
            settings: engine.configuration.planning)
        if let stop { throw stop }
    }
}
