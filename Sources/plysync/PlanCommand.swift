import ArgumentParser
import Catalog
import Sync
import Planning

/// What would be done, from what the journal knows of Amazon.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Show what is left to do, without asking Amazon.",
        discussion: """
            Each change is shown with its cause, and with the number of requests. Writes nothing to Plytix.

            Example:  plysync plan --exit-code
            """)

    /// The exit status of `--exit-code` when there is something to do.
    static let somethingToDo: Int32 = 5

    @Option(help: "Only items of this style, and their families.")
    var style: String?
    @Flag(help: "Exit with 5 when there is something to do.")
    var exitCode = false
    @OptionGroup var run: RunOptions

    func run() async throws {
        let configuration = try run.configuration()
        var order = RunOrder(
            command: RunPhases.typed, phases: [.map, .products, .relationships, .images])
        order.style = style
        let saysWhetherToDo = exitCode
        try await RunPhases.run(
            order, run, configuration, file: { PhaseFile.report($0, $1) },
            exitCode: { report in
                saysWhetherToDo && report.plan?.isEmpty == false
                    ? Self.somethingToDo : report.exitStatus
            })
    }
}
