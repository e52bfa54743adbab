import ArgumentParser
import Catalog
import Foundation
import JSON
import JournalStore
import NetworkTransport
import Settings

/// The journal again, out of its export.
struct JournalImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Make a new journal of an export.",
        discussion: """
            The journal that is named in the settings, or by --journal, must not be there yet. Every line is \
            held against the chain; when one is wrong, its number is told and nothing is made.

            Example:  plysync journal import plysync.jsonl --journal restored.journal
            """)

    @Argument(help: "The file of `plysync journal export`; - for standard input.")
    var file: String
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let configuration = try common.configuration()
        let isInput = file == "-"
        let descriptor = isInput ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CommandFailure(
                "\(file) cannot be read: \(SystemFault.sentence)",
                hint: "Check the path and that you may read it")
        }
        defer { if !isInput { close(descriptor) } }
        StopFlag.watch()
        let summary = try TransferText.asking { () throws(TransferError) in
            try JournalImport.run(
                fromDescriptor: descriptor, name: isInput ? "standard input" : file,
                to: configuration.journalPath, options: OpenedJournal.options(),
                secrets: configuration.secrets.map { $0.reveal() }
            ) { StopFlag.isUp }
        }
        TransferText.tell(
            summary, as: "import", file: file, journal: configuration.journalPath,
            json: common.json)
    }
}
