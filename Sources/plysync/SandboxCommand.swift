import ArgumentParser
import Foundation
import JSON
import NetworkTransport
import SandboxFaults
import SandboxServer

/// Local servers that stand in for Amazon and Plytix.
struct SandboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract: "Serve a local Amazon and Plytix, to try things without any account.",
        discussion: """
            Prints one line of JSON with addresses and credentials when it is ready, then serves until \
            it is stopped (Ctrl-C). Everything is on 127.0.0.1, and gone when it stops unless --state \
            keeps it.

            Example:  plysync sandbox --port 8080 --speed 60
            """)

    @Option(parsing: .unconditional, help: "The port of 127.0.0.1 (default: any free one).")
    var port: Int = 0
    @Option(help: "A catalogue file, as GET /control/catalog of a sandbox gives it.")
    var catalog: String?
    @Option(
        parsing: .unconditional,
        help: "Instead of the bundled style, a brand of so many invented ASINs.")
    var generate: Int?
    @Option(help: "What invented products, ids and tokens follow from.")
    var seed: UInt64 = 1
    @Option(help: "Behaviours that are off by default, by commas; a wrong name lists them all.")
    var quirks: String?
    @Option(help: "A fault plan: a JSON file that says which requests go wrong, and how.")
    var faults: String?
    @Option(
        help: ArgumentHelp(
            "Answers that Amazon published: its API model, or a captured item. May be repeated.",
            valueName: "file"))
    var examples: [String] = []
    @Option(parsing: .unconditional, help: "How many times faster than the real limits.")
    var speed: Double = 1
    @Option(help: "Write the line to this file too, when it is ready.")
    var readyFile: String?
    @Option(help: "Keep the accounts in this file from one start to the next.")
    var state: String?
    @Option(help: "Write every request and its answer to this file, a line of JSON each.")
    var record: String?

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port must be from 0 to 65535, where 0 is any free one.")
        }
        guard speed.isFinite, speed > 0 else {
            throw ValidationError("--speed must be a number above 0, such as 60.")
        }
        if let generate, generate < 1 { throw ValidationError("--generate must be 1 or more.") }
        if catalog != nil, generate != nil {
            throw ValidationError("--catalog and --generate exclude each other: give one of them.")
        }
    }

    func run() async throws {
        let options = try options()
        do {
            var generator = SystemRandomNumberGenerator()
            try await LoopbackServer.run(
                options, clock: SystemClock(), accountSeed: generator.next(), stopsOnSignals: true
            ) { sandbox in
                Console.documents(sandbox.readyLine)
            }
        } catch let error as SandboxError {
            throw CommandFailure("\(error)", hint: error.hint)
        }
    }

    private func options() throws -> Sandbox.Options {
        var world = Sandbox.WorldSource.bundled
        if let catalog { world = .file(try InputFile.read(catalog)) }
        if let generate { world = .generated(generate) }
        let quirks = (quirks ?? "").split { $0 == "," || $0.isWhitespace }.map(String.init)
        return Sandbox.Options(
            world: world, seed: seed, quirks: quirks, speed: speed, faults: try faultPlan(),
            examples: try examples.map(InputFile.read), port: port, stateFile: state,
            readyFile: readyFile, trafficFile: record)
    }

    private func faultPlan() throws -> FaultPlan {
        guard let faults else { return FaultPlan() }
        let bytes = try InputFile.read(faults)
        do throws(JSONError) {
            return try FaultPlan(json: try JSONValue(parsing: bytes))
        } catch {
            let refusal = SandboxError.badFaultPlan(error)
            throw CommandFailure("\(faults): \(refusal)", hint: refusal.hint)
        }
    }
}
