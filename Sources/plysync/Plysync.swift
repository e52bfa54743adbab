import ArgumentParser

/// The program: one subcommand a file.
@main
struct Plysync: AsyncParsableCommand {
    static let version = "1.0.0"

    static let configuration = CommandConfiguration(
        commandName: "plysync",
        abstract: "Copies an Amazon catalogue into the Plytix PIM, and keeps it there.",
        discussion: """
            Everything that plysync sees, decides and does is kept in a journal, so that a run that was \
            stopped goes on with the same command, and every change can be explained.

            Nothing is written to Plytix without --execute: without it the same command shows the plan.

            A first look, against local servers:    plysync demo
            A first sync of your own:               plysync init, plysync doctor,
                                                    plysync sync --brand "My Brand",
                                                    plysync sync --brand "My Brand" --execute
            """,
        version: version,
        subcommands: [
            DemoCommand.self, SandboxCommand.self, InitCommand.self, DoctorCommand.self,
            ExportCommand.self, MapCommand.self, ProductsCommand.self, RelationshipsCommand.self,
            ImagesCommand.self, SyncCommand.self, PlanCommand.self, StatusCommand.self,
            RunsCommand.self, LogCommand.self, ShowCommand.self, StateCommand.self,
            ReplayCommand.self, SchemaCommand.self, RetryCommand.self, AcceptCommand.self,
            JournalCommand.self,
        ])

    /// Refuses `help` on a command that is none: the parser shows the general help instead.
    private static func checkHelp(on arguments: ArraySlice<String>) throws {
        guard arguments.first == "help" else { return }
        var command: any ParsableCommand.Type = Plysync.self
        for name in arguments.dropFirst() where !name.hasPrefix("-") && name != "help" {
            let next = command.configuration.subcommands.first {
                $0.configuration.commandName == name
            }
            guard let next else {
                throw CommandFailure(
                    "there is no command \"\(name)\"", hint: "See plysync --help")
            }
            command = next
        }
    }

    /// Parses and runs; the exit status is that of `cli.md`: wrong usage is 2.
    static func main() async {
        ignoreClosedPipes()
        ignoreFileSizeSignals()
        do {
            try checkHelp(on: CommandLine.arguments.dropFirst())
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            failure.print()
            terminate(failure.exitStatus)
        } catch {
            let code = exitCode(for: error)
            let message = fullMessage(for: error)
            if !message.isEmpty {
                if code.isSuccess { Console.result(message) } else { Console.note(message) }
            }
            terminate(code.rawValue == ExitCode.validationFailure.rawValue ? 2 : code.rawValue)
        }
        terminate(0)
    }
}
