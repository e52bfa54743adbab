import ArgumentParser

/// For developers: measurements and searches for faults, one subcommand a file.
@main
struct Workbench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workbench",
        abstract: "Measurements and searches for faults, for those who develop plysync.",
        subcommands: [JournalCommand.self, SimulateCommand.self, CrashPointsCommand.self])
}
