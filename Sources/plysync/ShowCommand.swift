import ArgumentParser
import Audit
import Catalog
import JSON
import JournalStore
import Projections
import Settings

/// One product.
struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one product: facts, match with its evidence, state, relations, history.",
        discussion: """
            Takes an ASIN (all marketplaces in which it is known are shown), US/B07X8Z63ZL, the SKU of an \
            Amazon product, or the SKU of a product of your own. Answers from the journal alone.

            Example:  plysync show B07X8Z63ZL
            """)

    @Argument(help: "An ASIN or a SKU.")
    var product: String
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let configuration = try common.configuration()
        let reader = try OpenedJournal.reader(configuration)
        let state = try OpenedJournal.state(reader)
        let system = state.targets.system(configuration.targetAlias)
        let pages = ProductPage.all(
            named: SubjectArgument(product, settings: configuration.planning), state: state,
            account: system.map(state.account) ?? AccountState(),
            settings: configuration.planning)
        guard !pages.isEmpty else {
            throw CommandFailure(
                "the journal knows no product \"\(product.prefix(60))\"",
                hint: "Give an ASIN that was exported, or a SKU exactly as Plytix has it")
        }
        let histories = try pages.map { try history($0, system, reader) }
        if common.json {
            let documents = zip(pages, histories).map { document($0, configuration, $1) }
            Console.document(documents.count == 1 ? documents[0] : .array(documents))
        } else {
            let texts = zip(pages, histories).map { ProductText($0.json, history: $1).text }
            Console.result(texts.joined(separator: "\n\n"))
        }
    }

    private func document(
        _ page: ProductPage, _ configuration: Configuration, _ history: [Record]
    ) -> JSONValue {
        var document = page.json
        document["target"] = JSONValue(configuration.targetAlias)
        document["history"] = .array(history.map(\.json))
        return document
    }

    /// Its events, but for those about other Plytix accounts.
    private func history(
        _ page: ProductPage, _ system: System?, _ reader: JournalReader
    ) throws -> [Record] {
        var selection = LogSelection()
        selection.subjects = page.subjects
        var records: [Record] = []
        _ = try OpenedJournal.asking { () throws(JournalError) in
            try selection.events(behind: 0, in: reader) { record in
                if !record.system.isPlytix || system == nil || record.system == system {
                    records.append(record)
                }
            }
        }
        return records
    }
}
