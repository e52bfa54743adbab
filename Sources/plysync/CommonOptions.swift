import ArgumentParser
import Catalog
import Foundation
import HTTP
import NetworkTransport
import Settings
import Sync

/// What every command that uses a journal takes.
struct CommonOptions: ParsableArguments {
    @Option(
        help: "The configuration file (default: plysync.yaml in this directory, if there is one).")
    var config: String?

    @Option(help: "The journal file (default: plysync.journal).")
    var journal: String?

    @Option(help: "The Plytix account to work with, by its alias (default: default).")
    var target: String?

    @Flag(help: "Print JSON instead of text.")
    var json = false

    @Flag(help: "No colours, no moving progress bar.")
    var noColor = false

    /// The settings: flags beat environment variables beat the file beat defaults.
    func configuration(_ overrides: Overrides = Overrides()) throws -> Configuration {
        var overrides = overrides
        overrides.journal = journal
        overrides.target = target
        do throws(SettingsError) {
            return try Configuration.load(
                file: config, directory: FileManager.default.currentDirectoryPath,
                environment: ProcessInfo.processInfo.environment, overrides: overrides,
                now: SystemClock().now)
        } catch {
            throw CommandFailure(error)
        }
    }

    var isPlain: Bool {
        noColor || ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } == true
            || !Console.isTerminal
    }
}
