import Foundation

/// A process of the program, from its start to its end.
final class Child {
    let pid: Int32
    private let process: Process
    private let end: DispatchSemaphore
    private let output: URL
    private let errors: URL

    /// No command of these journeys comes near it; one that hangs must not hang the tests.
    private static let patience = DispatchTimeInterval.seconds(120)

    struct Outcome {
        let status: Int32
        let wasKilled: Bool
        let output: String
        let errors: String
    }

    /// Where its standard output goes.
    enum Outlet {
        case file
        /// A pipe whose reader is gone before the first byte.
        case closedPipe
        /// What has no room for any byte.
        case fullDisk
    }

    /// - `fileSizeMax`: in KiB, of every file that the process writes; nil for no limit.
    init(
        _ arguments: [String], in folder: URL, spool: URL, environment: [String: String],
        outlet: Outlet = .file, fileSizeMax: Int? = nil
    ) throws {
        let name = UUID().uuidString
        output = spool.appendingPathComponent(name + ".out")
        errors = spool.appendingPathComponent(name + ".err")
        process = Process()
        let program = try Program.url()
        if let fileSizeMax {
            process.executableURL = URL(fileURLWithPath: "/bin/bash")
            let script = "ulimit -f \(fileSizeMax) && exec \"$0\" \"$@\""
            process.arguments = ["-c", script, program.path] + arguments
        } else {
            process.executableURL = program
            process.arguments = arguments
        }
        process.currentDirectoryURL = folder
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        // Files, not pipes: a pipe that nobody empties stops the process that writes to it.
        try Data().write(to: output)
        try Data().write(to: errors)
        switch outlet {
        case .file: process.standardOutput = try FileHandle(forWritingTo: output)
        case .closedPipe:
            let pipe = Pipe()
            try pipe.fileHandleForReading.close()
            process.standardOutput = pipe
        case .fullDisk:
            process.standardOutput = try FileHandle(
                forWritingTo: URL(fileURLWithPath: "/dev/full"))
        }
        process.standardError = try FileHandle(forWritingTo: errors)
        let end = DispatchSemaphore(value: 0)
        self.end = end
        process.terminationHandler = { _ in end.signal() }
        try process.run()
        pid = process.processIdentifier
    }

    var isRunning: Bool { process.isRunning }

    func send(_ signal: Int32) { kill(pid, signal) }

    /// Waits for the end.
    func finish() throws -> Outcome {
        guard end.wait(timeout: .now() + Self.patience) == .success else {
            send(SIGKILL)
            let words = (process.arguments ?? []).joined(separator: " ")
            throw JourneyError("`plysync \(words)` did not end; it said: \(try said())")
        }
        // The handle tells once; whoever asks again is told again.
        end.signal()
        return Outcome(
            status: process.terminationStatus,
            wasKilled: process.terminationReason == .uncaughtSignal,
            output: try shown(), errors: try said())
    }

    /// What it has written to standard output until now, where that is a file.
    func shown() throws -> String { try String(contentsOf: output, encoding: .utf8) }

    /// What it has written to standard error until now.
    func said() throws -> String { try String(contentsOf: errors, encoding: .utf8) }
}
