// The independent checker, run as anybody would run it.

import Foundation

/// Runs `tools/check-journal` on a file.
enum Checker {
    struct Answer {
        let status: Int32
        let output: String
    }

    static func run(_ path: String, head: String? = nil) throws -> Answer {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["python3", Repository.file("tools/check-journal").path]
            + (head.map { ["--head", $0] } ?? []) + [path]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Answer(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self))
    }
}
