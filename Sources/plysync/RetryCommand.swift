import ArgumentParser
import Audit
import Catalog
import Events
import JSON
import Projections
import Settings

/// Asks for another try of what failed.
struct RetryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Let the next run try again what failed, and only that.",
        discussion: """
            What failed for its own fault, or too often, is set aside and costs no request until its facts \
            change. This records the wish to try it again; the next run with --execute does it. Where \
            products are refused for an attribute that somebody deleted in Plytix, let `plysync schema \
            --execute` make it again before.

            Example:  plysync retry --reason "could not fetch"
            """)

    @Option(help: "Only failures whose reason holds this text.")
    var reason: String?
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if reason?.allSatisfy(\.isWhitespace) == true {
            throw ValidationError(
                "--reason must be a part of the failures' reason; without it all are tried again.")
        }
    }

    func run() async throws {
        let configuration = try common.configuration()
        var keys: [String] = []
        try await OpenedJournal.decide(configuration) { state in
            let system = try state.system(of: configuration)
            keys = state.account(system).failedKeys(because: reason)
            return keys.isEmpty
                ? [] : [RetryAsked(keys: keys, reason: reason).draft(system: system)]
        }
        if common.json {
            let answer: JSONValue = [
                "target": JSONValue(configuration.targetAlias), "retried": JSONValue(keys.count),
                "keys": JSONValue(keys),
            ]
            return Console.document(answer)
        }
        guard !keys.isEmpty else {
            let which = reason.map { " for a reason with \"\($0)\" in it" } ?? ""
            return Console.result(
                printable("Nothing failed\(which): there is nothing to try again."))
        }
        Console.result(
            "\(keys.count == 1 ? "1 failure" : "\(keys.count) failures") will be tried again by the next run with --execute."
        )
        for key in keys { Console.result(printable("  \(key)")) }
    }
}
