import ArgumentParser
import Audit
import Catalog
import JSON
import Projections
import Settings
import Events

/// The runs of a journal.
struct RunsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs", abstract: "List the runs: when, what for, and how they ended.",
        discussion: """
            A run is one execution of a command that reads or writes a remote system. `unfinished` is one \
            that is under way, or was killed: the same command goes on with it.

            Example:  plysync runs
            """)

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let configuration = try common.configuration()
        let state = try OpenedJournal.state(try OpenedJournal.reader(configuration))
        let runs = state.runs.order.compactMap { state.runs.runs[$0] }
        if common.json {
            Console.document(.array(runs.map(\.json)))
        } else if runs.isEmpty {
            Console.result("No run yet.")
        } else {
            Console.result(Self.table(runs).joined(separator: "\n"))
        }
    }

    private static func table(_ runs: [RunState.Run]) -> [String] {
        var table = TextTable()
        table.add([
            "run", "started", "outcome", "execute", "amazon", "plytix", "writes", "done", "command",
        ])
        for run in runs {
            let end = run.finished?.body
            let requests = end?.requests
            let done = (end?.phases ?? []).map(\.sentence)
            table.add([
                run.id.text, run.started.shortDescription, run.ending, run.execute ? "yes" : "no",
                number(requests?.amazon), number(requests?.plytix), number(requests?.plytixWrites),
                done.isEmpty ? "-" : done.joined(separator: ", "), run.commandLine,
            ])
        }
        let lines = table.lines
        return Array(lines.prefix(1)) + withFaults(Array(lines.dropFirst()), runs)
    }

    /// Lines of runs, and below each why the run did not come to its end.
    static func withFaults(_ lines: [String], _ runs: [RunState.Run]) -> [String] {
        zip(lines, runs).flatMap { line, run in
            [line] + (run.fault.map { ["    \(printable($0))"] } ?? [])
        }
    }

    private static func number(_ value: Int?) -> String { value.map(String.init) ?? "-" }
}
