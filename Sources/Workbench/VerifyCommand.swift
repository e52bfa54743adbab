import ArgumentParser
import JournalStore

/// Measures the check of the chain.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the chain of a journal, and print how long it took.")

    @Argument(help: "The journal.")
    var path: String

    func run() async throws {
        let reader = try JournalReader.open(at: path)
        let measurement = Measurement()
        let verification = try reader.verify(depth: .chain)
        guard verification.findings.isEmpty else {
            throw ValidationError("the journal is not valid: \(verification.findings)")
        }
        measurement.print(events: verification.events)
    }
}
