import ArgumentParser
import Catalog
import Foundation
import JSON
import JournalStore
import Settings

/// The journal as text that other programs read.
struct JournalExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the journal as JSON Lines, each a CloudEvents 1.0 event.",
        discussion: """
            The first line says which journal it is and where it ends; raw items stand as lines of their \
            own before the event with which they came. `plysync journal import` makes the same journal of \
            it again, with the same hashes.

            Example:  plysync journal export --output plysync.jsonl
            """)

    @Option(help: "The file to make; it must not be there yet (default: standard output).")
    var output: String?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let configuration = try common.configuration()
        let reader = try OpenedJournal.reader(configuration)
        StopFlag.watch()
        guard let output, !Self.isStream(output) else { return try stream(reader) }
        try OutputFile.checkNew(output)
        let summary = try TransferText.asking { () throws(TransferError) in
            try reader.export(to: output) { StopFlag.isUp }
        }
        TransferText.tell(
            summary, as: "export", file: output, journal: configuration.journalPath,
            json: common.json)
    }

    /// To standard output, or to what is no file and cannot be made anew.
    private func stream(_ reader: JournalReader) throws {
        let name = output ?? "standard output"
        let descriptor = output.map { open($0, O_WRONLY | O_CLOEXEC) } ?? STDOUT_FILENO
        guard descriptor >= 0 else {
            throw CommandFailure(
                "\(name) cannot be written: \(SystemFault.sentence)", hint: "Name another file",
                exitStatus: 1)
        }
        defer { if output != nil { close(descriptor) } }
        try TransferText.asking { () throws(TransferError) in
            do throws(TransferError) {
                _ = try reader.export(toDescriptor: descriptor, name: name) { StopFlag.isUp }
            } catch .unread {
                // Like `head`, who went away has read enough.
            }
        }
    }

    private static func isStream(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    }
}
