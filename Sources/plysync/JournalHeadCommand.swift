import ArgumentParser
import Catalog
import JSON
import JournalStore
import Settings

/// Where the journal ends.
struct JournalHeadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "head", abstract: "Print the number and the hash of the last event.",
        discussion: """
            Keep the line somewhere else: `plysync journal verify --head` later proves that nothing up to \
            there was changed or cut off.

            Example:  plysync journal head > kept-head.txt
            """)

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let reader = try OpenedJournal.reader(try common.configuration())
        let head = try OpenedJournal.asking { () throws(JournalError) in try reader.head() }
        if common.json { return Console.document(Self.json(head)) }
        Console.result("\(head.sequence) \(head.hash.hex)")
    }

    static func json(_ head: JournalHead) -> JSONValue {
        ["sequence": JSONValue(head.sequence), "hash": JSONValue(head.hash.hex)]
    }
}
