import ArgumentParser
import Sync
import Catalog

/// Phase 5.
struct ImagesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "images",
        abstract: "Upload each picture once, and show it in the gallery and as thumbnail.",
        discussion: """
            Works on the items that were exported. Without --execute the plan is shown.

            Example:  plysync images --style MCA0032 --execute
            """)

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var run: RunOptions

    func run() async throws {
        let configuration = try run.configuration()
        var order = RunOrder(command: RunPhases.typed, phases: [.images])
        try selection.apply(to: &order)
        write.apply(to: &order)
        try await RunPhases.run(order, run, configuration, file: { PhaseFile.report($0, $1) })
    }
}
