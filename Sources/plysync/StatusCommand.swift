import ArgumentParser
import Audit
import Catalog
import JSON
import JournalStore
import Projections
import Settings

/// What is complete and what is not.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show what is complete, pending, failed or in doubt, and why.",
        discussion: """
            Answers from the journal alone: nothing is asked of Amazon or Plytix, and it works while a run \
            writes. All known items of the configured marketplaces count. The exit status is 0 when \
            everything is accounted for, and 1 when something is left.

            What failed can be tried again with `plysync retry`, or taken as it is with `plysync accept`.

            Example:  plysync status --target default
            """)

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let configuration = try common.configuration()
        let reader = try OpenedJournal.reader(configuration)
        let state = try OpenedJournal.state(reader)
        let marketplaces = Set(configuration.marketplaces)
        let targets = try aliases(state, configuration).map { alias in
            var standing: TargetStanding
            if let origin = ReplayOrigin(of: alias, in: state) {
                standing = TargetStanding(
                    alias: alias, state: state, replayOf: origin,
                    past: try past(origin, state, reader), settings: configuration.planning)
            } else {
                standing = TargetStanding(
                    alias: alias, state: state, marketplaces: marketplaces,
                    settings: configuration.planning)
            }
            try OpenedJournal.asking { () throws(JournalError) in
                try standing.readReasons(in: reader)
            }
            return standing
        }
        let report = StatusReport(state: state, targets: targets, marketplaces: marketplaces)
        if common.json {
            Console.document(report.json)
        } else {
            Console.result(StatusText(report, journal: configuration.journalPath).text)
        }
        if !report.isComplete { terminate(1) }
    }

    /// The target that was asked for, or all that the journal knows.
    private func aliases(_ state: ProjectedState, _ configuration: Configuration) -> [String] {
        if common.target != nil { return [configuration.targetAlias] }
        let known = state.targets.accounts.keys.sorted()
        return known.isEmpty ? [configuration.targetAlias] : known
    }

    private func past(
        _ origin: ReplayOrigin, _ state: ProjectedState, _ reader: JournalReader
    ) throws -> ProjectedState {
        guard let point = origin.point else { return state }
        return try OpenedJournal.state(
            reader, through: try JournalPoint.sequence(point, in: reader))
    }
}
