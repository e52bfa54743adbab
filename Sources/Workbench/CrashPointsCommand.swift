import ArgumentParser
import Catalog
import Foundation
import JournalStore
import SandboxWorld
import Simulation
import Sync

/// Kills a run at every boundary, and lets each of the dead go on.
struct CrashPointsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crash-points",
        abstract: "Kill a sync at every boundary, run it again, and compare what is left.",
        discussion: """
            At each boundary (before a request leaves, after the server carried it out, after its answer \
            arrived, before and after each commit of the journal) the journal, both sandboxes and the \
            clock are forked, and the same command runs on the fork to its end. The account as it is \
            served, the status and the journal's chain must be those of a run that nobody stopped. The \
            exit status is 1 when one of them is not.

            Example:  workbench crash-points --generate 200
            """)

    @Option(help: "Sync a generated brand of so many ASINs instead of the bundled style.")
    var generate: Int?
    @Option(help: "What the generated brand follows from.")
    var seed: UInt64 = 1
    @Flag(help: "Kill each run that goes on a second time, at each of its own boundaries.")
    var pairs = false
    @Flag(
        help: "Lose the requests that are under way at the death, instead of letting them arrive.")
    var loseUnderWay = false
    @Option(help: "Let them arrive so many seconds later than usual.")
    var late = 0
    @Option(help: "Continue every so many points only.")
    var every = 1
    @Option(help: "Of the second deaths, take every so many only.")
    var everySecond = 1
    @Option(help: "The number of the first point that is continued.")
    var from = 1

    func validate() throws {
        if let generate, generate < 1 { throw ValidationError("--generate must be 1 or more.") }
        guard every >= 1, everySecond >= 1, from >= 1, late >= 0 else {
            throw ValidationError(
                "--every, --every-second and --from must be 1 or more, and --late no less than 0.")
        }
    }

    func run() throws {
        var exploration = CrashExploration(order: order)
        exploration.stride = every
        exploration.offset = from
        exploration.secondStride = everySecond
        exploration.deaths = pairs ? 2 : 1
        exploration.arriving = !loseUnderWay
        exploration.lateness = .seconds(late)
        let world = generate.map { World.generated(count: $0, seed: seed) } ?? .bundled
        let start = Date()
        var told = start
        let report = try exploration.explore { report in
            guard Date().timeIntervalSince(told) >= 10 else { return }
            told = Date()
            note("\(report.continuedCount) went on, \(report.findings.count) ended otherwise")
        } _: {
            try SimulatedWorld(world, seed: seed)
        }
        for finding in report.findings.prefix(20) { print(finding) }
        let seconds = Int(Date().timeIntervalSince(start))
        print("N = \(report.pointCount) boundaries of the undisturbed run")
        for moment in CrashPoint.Moment.allCases {
            print("  killed \(moment.rawValue): \(report.countByMoment[moment] ?? 0)")
        }
        print(
            "\(report.continuedCount) runs were killed\(pairs ? " once or twice" : "") and went on, \(report.findings.count) to another end; \(seconds) s"
        )
        guard report.findings.isEmpty, report.continuedCount > 0 else { throw ExitCode(1) }
    }

    private var order: RunOrder {
        let source: ScopeSource =
            generate == nil ? .style("MCA0032") : .brand("Sandbox Brand")
        var order = RunOrder(
            command: ["plysync", "sync"], phases: Set(Phase.allCases),
            scope: Scope(source: source, marketplaces: [.us]))
        order.execute = true
        return order
    }

    private func note(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
