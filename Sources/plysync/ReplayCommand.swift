import ArgumentParser
import Catalog
import Planning
import Settings
import Sync

/// The state of one target, built in another.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Build the state of one Plytix account in another, without asking Amazon.",
        discussion: """
            Definitions, pictures, products and links are made anew from the journal; of the merchant's own \
            products only stubs, so that links have a start. Without --execute the plan is shown.

            Example:  plysync replay --target fresh --from default --execute
            """)

    @Option(help: "The target whose state is replayed.")
    var from: String = "default"
    @Option(help: "Up to this event (its sequence number), run or time; without it, all.")
    var at: String?
    @Option(help: "Canonical products to make as stubs: linked, all or none.")
    var stubs: String = "linked"
    @OptionGroup var write: WriteOptions
    @OptionGroup var run: RunOptions

    func run() async throws {
        let configuration = try run.configuration()
        guard configuration.targetAlias != from else {
            throw CommandFailure(
                "the target \"\(from)\" cannot be replayed into itself",
                hint: "Name the fresh account with --target, or the other one with --from")
        }
        guard let stubs = Desired.Stubs(rawValue: stubs) else {
            throw CommandFailure("--stubs is linked, all or none")
        }
        var order = RunOrder(
            command: RunPhases.typed, phases: [.products, .relationships, .images])
        order.replay = RunOrder.Replay(
            source: from, through: try at.map { try JournalPoint.sequence($0, configuration) },
            stubs: stubs)
        write.apply(to: &order)
        try await RunPhases.run(order, run, configuration, file: { PhaseFile.report($0, $1) })
    }
}
