import ArgumentParser
import Sync
import Catalog

/// Phase 4.
struct RelationshipsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relationships",
        abstract: "Link parents to children, and canonical products to Amazon products.",
        discussion: """
            Works on the items that were exported. Without --execute the plan is shown.

            Example:  plysync relationships --style MCA0032 --execute
            """)

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var run: RunOptions

    func run() async throws {
        let configuration = try run.configuration()
        var order = RunOrder(command: RunPhases.typed, phases: [.relationships])
        try selection.apply(to: &order)
        write.apply(to: &order)
        try await RunPhases.run(order, run, configuration, file: { PhaseFile.report($0, $1) })
    }
}
