import ArgumentParser
import Catalog
import Export
import JSON
import Sync

/// Phase 1.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Read items from Amazon into the journal.",
        discussion: """
            Pages that were read are kept: an export that was stopped goes on with the same command.

            Example:  plysync export --brand "Sandbox Brand" --output export.json
            """)

    @OptionGroup var scope: ScopeOptions
    @OptionGroup var run: RunOptions

    func run() async throws {
        let configuration = try run.configuration(marketplace: scope.marketplace)
        var order = RunOrder(command: RunPhases.typed, phases: [.export])
        try scope.apply(to: &order, configuration)
        guard order.scope != nil else { throw CommandFailure.noSource }
        try await RunPhases.run(
            order, run, configuration, file: { try PhaseFile.export($0, $1) })
    }
}

extension CommandFailure {
    static let noSource = CommandFailure(
        "it is not said what to export",
        hint:
            "Give one of --brand, --style, --keywords, --asins, --asin-file and --from-file, or set amazon.brand in plysync.yaml"
    )
}
