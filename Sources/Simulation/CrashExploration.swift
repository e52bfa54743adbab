package import Sync

/// Kills a run at every boundary, and lets each of the dead go on by the same command.
///
/// One undisturbed run goes along. At each boundary the world is forked, and when the step is over
/// the fork runs the order again, as a fresh process on what was left. So nothing is run again from
/// its start, and never more than a few forks are alive.
package struct CrashExploration: Sendable {
    package var order: RunOrder
    /// Continues the points whose numbers are `offset`, `offset` + `stride` and so on; all with 1.
    package var stride = 1
    package var offset = 1
    /// How often the run dies: with 2 each run that goes on is killed again at each of its own
    /// boundaries.
    package var deaths = 1
    /// The same of the second deaths: every so many boundaries of a run that goes on.
    package var secondStride = 1
    /// Whether requests that have left arrive although the process is dead; else they are lost.
    package var arriving = true
    /// How much later than usual they arrive, in the middle of the run that goes on or after it.
    package var lateness = Duration.zero

    package init(order: RunOrder) { self.order = order }

    /// Explores a world in which the order has not run yet.
    ///
    /// - `world`: makes it, the same at each call.
    /// - `progress`: told after each run that went on.
    package func explore(
        progress: (CrashReport) -> Void = { _ in }, _ world: () throws -> SimulatedWorld
    ) throws -> CrashReport {
        let undisturbed = try world()
        _ = try undisturbed.run(order)
        var report = CrashReport(expected: try WorldStanding(undisturbed))
        try explore(try world(), after: [], deaths: deaths, &report, progress)
        return report
    }

    /// Runs the order in a world and continues each fork; then judges the world itself.
    private func explore(
        _ world: SimulatedWorld, after path: [CrashPoint], deaths: Int,
        _ report: inout CrashReport, _ progress: (CrashReport) -> Void
    ) throws {
        let (stride, offset) = path.isEmpty ? (stride, offset) : (secondStride, 1)
        let captured = CapturedForks(arriving: arriving, lateness: lateness) { point in
            point.number >= offset && (point.number - offset).isMultiple(of: stride)
        }
        if deaths > 0 { captured.watch(world) }
        let end = Result {
            try world.run(
                order,
                betweenSteps: {
                    for fork in captured.take() {
                        let path = path + [fork.point]
                        try explore(
                            try fork.world.get(), after: path, deaths: deaths - 1, &report, progress
                        )
                    }
                })
        }
        world.watch.watch(nil)
        if path.isEmpty { report.pointCount = captured.count }
        // What is still on its way belongs to what is left.
        if lateness > .zero, !path.isEmpty { try world.time.pass(lateness) }
        report.continued(path, by: try end.get(), try WorldStanding(world), world)
        progress(report)
    }
}
