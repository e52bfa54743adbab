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
            Without --execute it shows what is missing. `sync` creates them too.

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
