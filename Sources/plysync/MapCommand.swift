import ArgumentParser
import Sync
import Catalog

/// Phase 2.
struct MapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map", abstract: "Find the canonical Plytix product of each exported item.",
        discussion: """
            Rules, in their order: GTIN, EAN, UPC, model number = SKU. Reads Plytix, writes nothing to it.

            Example:  plysync map --style MCA0032 --output mapping.json
            """)

    @OptionGroup var selection: SelectionOptions
    @OptionGroup var run: RunOptions

    func run() async throws {
        let configuration = try run.configuration()
        var order = RunOrder(command: RunPhases.typed, phases: [.map])
        try selection.apply(to: &order)
        try await RunPhases.run(order, run, configuration, file: { try PhaseFile.mapping($0, $1) })
    }
}
