import ArgumentParser
import Catalog
import JSON
import JournalStore
import Settings

/// Holds the journal against its format, its chain and a kept head.
struct JournalVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the whole journal: its tables, its chain, its contents.",
        discussion: """
            Reads every event; the journal is not changed, and a run may go on meanwhile. The exit status is \
            0 when it is valid and 4 when it is not.

            Example:  plysync journal verify --head kept-head.txt
            """)

    @Option(
        help: ArgumentHelp(
            "A head that was kept: NUMBER:HASH, or a file with what `plysync journal head` printed.",
            valueName: "head"))
    var head: String?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let configuration = try common.configuration()
        let kept = try head.map(KeptHead.read)
        let result = try OpenedJournal.asking { () throws(JournalError) in
            try Journal.verify(at: configuration.journalPath, head: kept)
        }
        if common.json {
            Console.document(Self.json(result, path: configuration.journalPath))
        } else {
            Console.result(printable("\(configuration.journalPath): \(result)"))
            for finding in result.findings.dropFirst() { Console.result(printable("  \(finding)")) }
            if !result.isValid {
                Console.note("Leave the file as it is, and go on from a backup.")
            }
        }
        if !result.isValid { terminate(4) }
    }

    private static func json(_ result: Verification, path: String) -> JSONValue {
        [
            "journal": JSONValue(path), "valid": JSONValue(result.isValid),
            "events": JSONValue(result.events), "redacted": JSONValue(result.redacted),
            "blobs": JSONValue(result.blobs),
            "head": result.head.map(JournalHeadCommand.json) ?? .null,
            "redacted_blobs": JSONValue(result.redactedBlobs),
            "findings": JSONValue(result.findings.map(\.description)),
        ]
    }
}
