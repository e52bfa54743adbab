import ArgumentParser
import JournalStore
import Projections
import Sync

/// Measures a replay without a snapshot.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Fold all events of a journal into the state, and print how long it took.")

    @Argument(help: "The journal.")
    var path: String

    func run() async throws {
        let reader = try JournalReader.open(at: path)
        let measurement = Measurement()
        let state = try ProjectedState.replayed(from: reader)
        // To let go of the state is no part of a replay.
        withExtendedLifetime(state) { measurement.print(events: state.position) }
    }
}
