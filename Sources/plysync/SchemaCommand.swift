import ArgumentParser
import Catalog
import Sync

/// The definitions that the target needs.
struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract:
            "Show the attributes, family and relationships that the target needs; create them.",
        discussion: """
            Without --execute it shows what is missing, and why where it was tried. `sync` creates them too. \
            With --execute the exit status is 1 while something is missing.

            Example:  plysync schema --execute
            """)

    @Flag(help: "Create what is missing in Plytix.")
    var execute = false
    @OptionGroup var run: RunOptions

    func run() async throws {
        let configuration = try run.configuration()
        var order = RunOrder(command: RunPhases.typed, phases: [])
        order.isSchemaOnly = true
        order.execute = execute
        try await RunPhases.run(order, run, configuration, file: { PhaseFile.report($0, $1) })
    }
}
