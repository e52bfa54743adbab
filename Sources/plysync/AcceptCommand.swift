import ArgumentParser
import Audit
import Catalog
import Events
import JSON
import Projections
import Settings

/// Takes a failure as it is.
struct AcceptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Take a failure as it is, so that it no longer counts.",
        discussion: """
            For what will not get better, such as a picture that is gone at Amazon. It comes back when its \
            facts change. Who looks later finds your reason in the audit trail.

            The subject is picture:ID, asin:US/B07X8Z63ZL, sku:AMZN-US-B07X8Z63ZL, a bare ASIN or SKU, or a \
            key as `plysync status --json` shows it. An attribute, a family or a relation cannot be \
            accepted, since products need it: mend it in Plytix, then `plysync retry`.

            Example:  plysync accept picture:71abcDEF --reason "gone at Amazon, we have no other"
            """)

    @Argument(help: "What failed: picture:ID, an ASIN, a SKU, or a failure's key.")
    var subject: String
    @Option(help: "Why it is accepted, for those who look later.")
    var reason: String
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason must say why.") }
    }

    func run() async throws {
        let configuration = try common.configuration()
        var events: [ItemAccepted] = []
        try await OpenedJournal.decide(configuration) { state in
            let system = try state.system(of: configuration)
            let account = state.account(system)
            let acceptance = Acceptance(
                of: subject, reason: reason, state: state, account: account,
                settings: configuration.planning)
            events = acceptance.events
            if let definition = acceptance.definitions.first { throw Self.refusal(of: definition) }
            guard !events.isEmpty else { throw nothing(in: account) }
            return events.map { $0.draft(system: system) }
        }
        if common.json {
            let answer: JSONValue = [
                "target": JSONValue(configuration.targetAlias),
                "accepted": .array(
                    events.map { event in
                        [
                            "subject": JSONValue(event.subject.text), "key": JSONValue(event.key),
                            "reason": JSONValue(event.reason), "facts": JSONValue(event.facts.hex),
                        ]
                    }),
            ]
            return Console.document(answer)
        }
        for event in events {
            Console.result(printable("Accepted as it is: \(event.subject) (\(event.key))"))
        }
    }

    private static func refusal(of definition: KnownFailure) -> CommandFailure {
        CommandFailure(
            "\(definition.subject) cannot be taken as it is: products need this definition, which"
                + " failed (\(definition.reason))",
            hint: "Mend it in Plytix, then let the next run try it again: `plysync retry`")
    }

    private func nothing(in account: AccountState) -> CommandFailure {
        let failed = Set(
            account.failures.filter { account.accepted[$0.key] != $0.value.facts }.map(
                \.value.subject)
        ).filter { !$0.isDefinition }
        let names = failed.sorted().prefix(5).map(\.text).joined(separator: ", ")
        return CommandFailure(
            "nothing of \"\(subject.prefix(80))\" failed, or it is accepted already",
            hint: "Give picture:ID, an ASIN, a SKU or a failure's key; `plysync status` shows what"
                + " failed" + (failed.isEmpty ? "" : ", such as \(names)"))
    }
}
