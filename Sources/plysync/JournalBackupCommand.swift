import ArgumentParser
import Catalog
import JSON
import JournalStore
import Settings

/// A copy of the journal that is as good as the journal.
struct JournalBackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the journal to another file, and check the copy.",
        discussion: """
            Works while a run writes; the copy is what the journal was when the backup began. It gets its \
            name when all of it was checked, and never takes the place of another file. To go on from a \
            backup, name it with --journal, or put it where the journal was.

            Example:  plysync journal backup /backups/plysync-2026-03-01.journal
            """)

    @Argument(help: "The file to make; it must not be there yet.")
    var file: String
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let path = try common.configuration().journalPath
        try OutputFile.checkNew(file)
        StopFlag.watch()
        let summary = try TransferText.asking { () throws(TransferError) in
            try Journal.backup(at: path, to: file) { StopFlag.isUp }
        }
        TransferText.tell(summary, as: "backup", file: file, journal: path, json: common.json)
    }
}
