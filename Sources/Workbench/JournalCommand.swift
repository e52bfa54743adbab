import ArgumentParser

/// What `tools/bench journal` measures of the journal, one measurement a call.
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Measure the journal; tools/bench calls this and compares.",
        discussion: "Each measurement prints one JSON object with what it took.",
        subcommands: [
            MakeCommand.self, AppendCommand.self, VerifyCommand.self, ReplayCommand.self,
        ])
}
