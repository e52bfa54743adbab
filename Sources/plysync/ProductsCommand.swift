import ArgumentParser
import Sync
import Catalog

/// Phase 3.
struct ProductsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "products",
        abstract: "Create and update one Plytix product per ASIN, with its attributes and family.",
        discussion: """
            Works on the items that were exported. Without --execute the plan is shown.

            Example:  plysync products --style MCA0032 --execute
            """)

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var run: RunOptions

    func run() async throws {
        let configuration = try run.configuration()
        var order = RunOrder(command: RunPhases.typed, phases: [.products])
        try selection.apply(to: &order)
        write.apply(to: &order)
        try await RunPhases.run(order, run, configuration, file: { PhaseFile.report($0, $1) })
    }
}
