import ArgumentParser
import Catalog
import JournalStore

/// Measures durable appends.
struct AppendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "append",
        abstract: "Append the first events of a journal to a new one, and print how long it took.",
        discussion: """
            With more than one caller each waits for its own appends, and shares syncs with others.

            Example:  workbench journal append big.journal copy.journal --events 6400 --callers 64
            """)

    @Argument(help: "The journal whose events are appended.")
    var source: String
    @Argument(help: "The file to make.")
    var target: String
    @Option(help: "How many events.")
    var events = 20_000
    @Option(help: "Events of one append.")
    var batch = 1
    @Option(help: "Callers at once.")
    var callers = 1

    func run() async throws {
        let journal = try Journal.open(at: target, create: true, options: .measured)
        let drafts = try drafts()
        let batches = stride(from: 0, to: drafts.count, by: batch).map {
            Array(drafts[$0..<min($0 + batch, drafts.count)])
        }
        let measurement = Measurement()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for caller in 0..<callers {
                group.addTask {
                    for place in stride(from: caller, to: batches.count, by: callers) {
                        _ = try await journal.append(batches[place], run: Self.run)
                    }
                }
            }
            try await group.waitForAll()
        }
        measurement.print(events: drafts.count)
        journal.close()
    }

    private static let run = RunID(text: "20260302T080000Z-000000")

    /// Read before the time runs; without causes, since callers take turns in any order.
    private func drafts() throws -> [RecordDraft] {
        try JournalReader.open(at: source).records(after: 0, limit: events).map { record in
            RecordDraft(
                system: record.system, kind: record.kind, version: record.version,
                subjects: record.subjects,
                cause: callers > 1 ? [] : record.cause.map { .sequence($0) },
                body: record.body ?? [])
        }
    }
}
