import ArgumentParser
import Catalog
import JSON
import JournalStore
import Settings

/// What the journal holds, in numbers.
struct JournalStatsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Count what the journal holds, and what takes its space.",
        discussion: """
            Events and bytes by kind, run, system and day, and what it saves that raw items are kept once \
            and compressed. Reads through the whole journal; a run may go on meanwhile.

            Example:  plysync journal stats --json
            """)

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let configuration = try common.configuration()
        let reader = try OpenedJournal.reader(configuration)
        let stats = try OpenedJournal.asking { () throws(JournalError) in try reader.stats() }
        let text = JournalStatsText(stats, journal: configuration.journalPath)
        Console.result(common.json ? text.json.text : text.text)
    }
}
