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

            Example:  plysync journal verify --head "$(cat kept-head.txt)"
            """)

    @Option(help: "A head that was kept, as `plysync journal head` prints it: NUMBER:HASH.")
    var head: String?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let configuration = try common.configuration()
        let kept = try head.map(Self.head)
        let result = try OpenedJournal.asking { () throws(JournalError) in
            try Journal.verify(at: configuration.journalPath, head: kept)
        }
        if common.json {
            Console.result(Self.json(result, path: configuration.journalPath).text)
        } else {
            Console.result(printable("\(configuration.journalPath): \(result)"))
            for finding in result.findings.dropFirst() { Console.result(printable("  \(finding)")) }
            if !result.isValid {
                Console.note("Leave the file as it is, and go on from a backup.")
            }
        }
        if !result.isValid { terminate(4) }
    }

    private static func head(_ text: String) throws -> JournalHead {
        let parts = text.split { $0 == ":" || $0.isWhitespace }
        guard parts.count == 2, let number = Int(parts[0]), number >= 0,
            let hash = Digest(hex: parts[1].lowercased())
        else {
            throw CommandFailure(
                "--head: \"\(text.prefix(90))\" is no head of a journal",
                hint:
                    "Give NUMBER:HASH with 64 hexadecimal digits, as `plysync journal head` prints it"
            )
        }
        return JournalHead(sequence: number, hash: hash)
    }

    private static func json(_ result: Verification, path: String) -> JSONValue {
        [
            "journal": JSONValue(path), "valid": JSONValue(result.isValid),
            "events": JSONValue(result.events), "redacted": JSONValue(result.redacted),
            "blobs": JSONValue(result.blobs),
            "head": result.head.map(JournalHeadCommand.json) ?? .null,
            "findings": JSONValue(result.findings.map(\.description)),
        ]
    }
}
