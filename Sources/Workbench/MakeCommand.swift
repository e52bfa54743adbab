import ArgumentParser
import Catalog
import JournalStore

/// Makes the journal that other measurements read.
struct MakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Make a journal with a history like that of a real catalogue.",
        discussion: """
            A first sync, then weeks in which every page is read again and some products change.

            Example:  workbench journal make big.journal --products 20000 --events 1000000
            """)

    @Argument(help: "The file to make.")
    var path: String
    @Option(help: "Products of the catalogue.")
    var products = 20_000
    @Option(help: "Events of the history.")
    var events = 1_000_000
    @Option(help: "Products of a thousand that change in a week.")
    var changesAWeek = 100
    @Option(help: "Equal seeds give equal histories.")
    var seed: UInt64 = 1

    func run() async throws {
        let journal = try Journal.open(at: path, create: true, options: .measured)
        let workload = Workload(
            products: products, events: events, changesAWeek: changesAWeek, seed: seed)
        let measurement = Measurement()
        try await workload.write { drafts, run in _ = try await journal.append(drafts, run: run) }
        let last = try journal.head().sequence
        journal.close()
        measurement.print(events: last)
    }
}

extension JournalOptions {
    /// With the same time and chance in every measurement.
    static let measured = JournalOptions(
        now: { Instant(seconds: 1_772_438_400) },
        randomBytes: { [UInt8](repeating: 7, count: $0) },
        process: .init(pid: 1, host: "workbench"))
}
