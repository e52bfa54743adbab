import FaultSearch
import Foundation
import Testing

/// The same seed gives the same history.
@Suite struct `A seed` {
    @Test(arguments: [3, 9, 14] as [UInt64])
    func `gives the same journal each time`(seed: UInt64) {
        let first = TrialRun(Trial(seed: seed))
        let second = TrialRun(Trial(seed: seed))
        #expect(first.head == second.head)
        #expect(first.requests > 0)
        #expect(first.requests == second.requests)
    }

    /// Each process hashes with a seed of its own: nothing that is written, and no order of
    /// requests, may follow the order of a set.
    @Test func `gives the same journal in two processes`() throws {
        let first = try Self.journals()
        let second = try Self.journals()
        #expect(first.count > 10_000)
        #expect(first == second)
    }

    @Test func `gives another journal than other seeds`() {
        let heads = Set((1...4).map { TrialRun(Trial(seed: $0)).head })
        #expect(heads.count == 4)
    }

    /// What a process of its own writes for one seed: every event with its hash.
    private static func journals() throws -> String {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("plysync-seed-\(UUID().uuidString).txt")
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = try program()
        process.arguments = ["simulate", "--seed", "14", "--journal", file.path]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return try String(contentsOf: file, encoding: .utf8)
    }

    /// The executable that was built with these tests.
    private static func program() throws -> URL {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        let places = [
            tests.deletingLastPathComponent().appendingPathComponent("workbench"),
            root.appendingPathComponent(".build/debug/workbench"),
        ]
        return try #require(
            places.first { FileManager.default.isExecutableFile(atPath: $0.path) })
    }
}
