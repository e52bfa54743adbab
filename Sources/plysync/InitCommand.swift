import ArgumentParser
import Foundation
import Settings

/// Writes a configuration file to begin with.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Write a configuration file with comments, to begin with.",
        discussion: """
            Writes plysync.yaml into this directory, or the file that --config names; never over one that \
            is there.

            Example:  plysync init
            """)

    @Option(help: "The file to write (default: plysync.yaml in this directory).")
    var config: String?

    func run() async throws {
        let path = config ?? Configuration.standardFile
        do {
            // One step, so that a file that appears meanwhile is not written over.
            try Data(SampleConfiguration.text.utf8).write(
                to: URL(fileURLWithPath: path), options: .withoutOverwriting)
        } catch CocoaError.fileWriteFileExists {
            throw CommandFailure(
                "\(path) exists already, and was left as it is",
                hint: "Edit it, or name another file with --config")
        } catch {
            throw CommandFailure(
                "\(path) cannot be written: \(SystemFault.sentence(of: error))",
                hint: "Check the folder and that you may write in it")
        }
        let flag = config.map { " --config \($0)" } ?? ""
        Console.result(
            """
            Wrote \(path).

            1. Set amazon.marketplaces and amazon.brand in it.
            2. Put the secrets into the environment:
                 SP_API_REFRESH_TOKEN, LWA_APP_ID, LWA_CLIENT_SECRET     for Amazon
                 PLYTIX_API_KEY, PLYTIX_API_PASSWORD                     for Plytix
            3. plysync doctor\(flag)                checks all of it and writes nothing to Plytix
            4. plysync sync\(flag)                  shows what would be done
               plysync sync\(flag) --execute        does it
            """)
    }
}
