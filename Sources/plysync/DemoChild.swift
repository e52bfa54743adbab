import Foundation
import JSON

/// Runs this very program as a user would, in a folder, as a process of its own.
struct DemoChild {
    let folder: String
    let credentials: [String: String]

    struct Outcome {
        let status: Int32
        let wasKilled: Bool
        let output: String
        let errors: String

        /// The document that `--json` prints; throws what the command said instead.
        func json() throws -> JSONValue {
            do throws(JSONError) {
                return try JSONValue(parsing: output)
            } catch {
                throw CommandFailure(
                    "a command of the demonstration ended with status \(status): "
                        + errors.trimmingCharacters(in: .whitespacesAndNewlines))
            }
        }
    }

    /// Runs to the end; `meanwhile` is called when the process runs, with its id and with what tells
    /// whether it still does.
    func run(
        _ arguments: [String],
        meanwhile: (Int32, () -> Bool) async throws -> Void = { _, _ in }
    ) async throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.executable)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        // Files, not pipes: a pipe that nobody empties stops the process that writes to it.
        let output = try Spool(folder)
        let errors = try Spool(folder)
        defer {
            output.remove()
            errors.remove()
        }
        process.standardOutput = output.handle
        process.standardError = errors.handle
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        process.terminationHandler = { _ in end.finish() }
        try process.run()
        try await meanwhile(process.processIdentifier) { process.isRunning }
        for await _ in ends {}
        return Outcome(
            status: process.terminationStatus,
            wasKilled: process.terminationReason == .uncaughtSignal, output: output.text,
            errors: errors.text)
    }

    /// Nothing of the user's settings: these must reach no server but ours.
    private var environment: [String: String] {
        let inherited = ["PATH", "HOME", "TMPDIR", "LANG", "LD_LIBRARY_PATH"]
        return ProcessInfo.processInfo.environment.filter { inherited.contains($0.key) }
            .merging(credentials) { _, new in new }
    }

    /// This program's own file.
    static var executable: String {
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return link ?? Bundle.main.executablePath ?? CommandLine.arguments[0]
    }

    /// A file that takes what a process prints.
    private struct Spool {
        let handle: FileHandle
        private let url: URL

        init(_ folder: String) throws {
            let name = ".output-\(String(UInt64.random(in: 0 ... .max), radix: 16))"
            url = URL(fileURLWithPath: folder).appendingPathComponent(name)
            try Data().write(to: url)
            handle = try FileHandle(forWritingTo: url)
        }

        var text: String { String(decoding: (try? Data(contentsOf: url)) ?? Data(), as: UTF8.self) }

        func remove() {
            try? handle.close()
            try? FileManager.default.removeItem(at: url)
        }
    }
}
