import ArgumentParser

/// The file itself.
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Check the journal file, copy it, write it out, read it in.",
        discussion: """
            The journal is one SQLite file whose events are chained by hashes: a change of any of them, \
            however small, is found. A head that is kept elsewhere also shows when the end was cut off.

            Example:  plysync journal head
                      plysync journal verify --head 1234:6f1e…
                      plysync journal backup /backups/plysync.journal
            """,
        subcommands: [
            JournalVerifyCommand.self, JournalHeadCommand.self, JournalBackupCommand.self,
            JournalExportCommand.self, JournalImportCommand.self, JournalStatsCommand.self,
            JournalRedactCommand.self,
        ])
}
