import ArgumentParser
import Audit
import Catalog
import JSON
import JournalStore
import NetworkTransport
import Projections
import Settings
import Sync

/// The state of a target, whole.
struct StateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "state",
        abstract: "Print the whole state of a Plytix account, as the journal knows it.",
        discussion: """
            The state has no ids and no times, so two accounts with the same content have the same state. \
            --digest prints its SHA-256 in one line; --live reads the account itself instead of the journal.

            --no-snapshot replays every event of the journal, instead of starting from the snapshot that is \
            kept beside it to save time: the state is the same.

            A point is an event's number, a run, or a time: the last event not after it counts.

            Examples:  plysync state --target default --digest
                       plysync state --at 2026-03-01T08:30:00Z
            """)

    @Option(help: "The state at this point; without it, now.")
    var at: String?
    @Flag(help: "Print the state's SHA-256 only.")
    var digest = false
    @Flag(help: "Read the account itself. Needs its credentials, and writes nothing.")
    var live = false
    @Flag(help: "Replay all events, without the snapshot beside the journal.")
    var noSnapshot = false
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if live, at != nil { throw ValidationError("--live is now: it does not go with --at.") }
    }

    func run() async throws {
        let configuration = try common.configuration()
        let reader = try OpenedJournal.reader(configuration)
        let through = try at.map { try JournalPoint.sequence($0, in: reader) }
        let state = try OpenedJournal.state(
            reader, through: through, snapshots: .ofCommand(noSnapshot ? .ignored : .kept))
        let document = try await document(state, configuration)
        guard digest else {
            return Console.documents(
                common.json ? document.json.text : document.json.prettyText)
        }
        let hex = document.digest.hex
        guard common.json else { return Console.result(hex) }
        let answer: JSONValue = [
            "target": JSONValue(configuration.targetAlias), "digest": JSONValue(hex),
            "live": JSONValue(live), "through": live ? .null : JSONValue(state.position),
        ]
        Console.document(answer)
    }

    private func document(
        _ state: ProjectedState, _ configuration: Configuration
    ) async throws -> StateDocument {
        let settings = configuration.planning
        guard live else {
            return StateDocument(
                of: state.account(try state.system(of: configuration)), settings: settings)
        }
        let known = state.targets.system(configuration.targetAlias)
        let account = try await Self.read(configuration, known)
        // An asset that was adopted has a foreign name there; the journal names it as ours.
        var names = account
        names.files.merge(known.map { state.account($0).files } ?? [:]) { _, ours in ours }
        return StateDocument(of: account, names: names, settings: settings)
    }

    private static func read(
        _ configuration: Configuration, _ known: System?
    ) async throws -> AccountState {
        let transport = NetworkTransport()
        let surroundings = Launch.surroundings(transport: transport, narrator: SilentNarrator())
        let task = Task.detached { () -> Result<AccountState, RunStop> in
            do throws(RunStop) {
                return .success(
                    try await LiveAccount.read(
                        configuration.targetAlias, known: known, configuration, surroundings))
            } catch {
                return .failure(error)
            }
        }
        let result = await task.value
        await transport.shutdown()
        do throws(RunStop) {
            return try result.get()
        } catch {
            throw CommandFailure(error)
        }
    }
}

/// Tells nobody.
private struct SilentNarrator: Narrator {
    func tell(_ news: RunNews) {}
}
