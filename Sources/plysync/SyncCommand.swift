import ArgumentParser
import Catalog
import Sync

/// All five phases.
struct SyncCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: "All five phases: export, map, products, relationships, images.",
        discussion: """
            Without --execute the plan is shown and nothing is written to Plytix. A run that was stopped \
            anywhere goes on with the same command.

            Example:  plysync sync --brand "Sandbox Brand" --execute
            """)

    @OptionGroup var scope: ScopeOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var run: RunOptions

    func run() async throws {
        let configuration = try run.configuration(marketplace: scope.marketplace)
        var order = RunOrder(command: RunPhases.typed, phases: Set(Phase.allCases))
        try scope.apply(to: &order, configuration)
        guard order.scope != nil else { throw CommandFailure.noSource }
        write.apply(to: &order)
        try await RunPhases.run(order, run, configuration, file: { PhaseFile.report($0, $1) })
    }
}
