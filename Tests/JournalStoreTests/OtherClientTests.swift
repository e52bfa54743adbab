// Real programs of others beside a journal: the sqlite3 shell, where there is one, and Python.

import Catalog
import Foundation
import JournalStore
import Testing

@Suite struct `A client in another process` {
    let place: TemporaryJournal

    init() throws { place = try TemporaryJournal() }

    /// A program that runs SQL on a database, prints rows, and fails when SQLite does.
    enum Client: String, CaseIterable {
        case shell, python

        var isThere: Bool {
            ["/usr/bin", "/usr/local/bin", "/bin", "/opt/homebrew/bin"].contains { folder in
                FileManager.default.isExecutableFile(
                    atPath: folder + (self == .shell ? "/sqlite3" : "/env"))
            }
        }

        /// The status and what was printed.
        func run(_ sql: String, on path: String) throws -> (status: Int32, output: String) {
            let script = """
                import sqlite3, sys
                for row in sqlite3.connect(sys.argv[1], isolation_level=None).execute(sys.argv[2]):
                    print(*row, sep="|")
                """
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments =
                self == .shell
                ? ["sqlite3", "-batch", path, sql] : ["python3", "-c", script, path, sql]
            let output = Pipe()
            process.standardOutput = output
            process.standardError = output
            try process.run()
            let text = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return (process.terminationStatus, String(decoding: text, as: UTF8.self))
        }
    }

    static let clients = Client.allCases.filter(\.isThere)

    @Test(arguments: clients) func `reads while a run writes, and keeps nobody waiting`(
        _ client: Client
    ) async throws {
        let journal = try place.open()
        try await fill(journal, clock: place.clock)
        for number in 13...15 {
            _ = try await journal.append([draft()], run: run)
            let answer = try client.run(
                "SELECT count(*), max(sequence) FROM event_log", on: place.path)
            #expect(answer.output == "\(number)|\(number)\n")
        }
        #expect(try journal.reader().verify().isValid)
    }

    @Test(arguments: clients) func `cannot write, and is told who may`(_ client: Client)
        async throws
    {
        let journal = try place.open()
        try await fill(journal, clock: place.clock)
        for sql in [
            """
            INSERT INTO events SELECT 13, time, run, system, kind, version, subjects, cause,
                body_hash, hash, body FROM events WHERE sequence = 12
            """,
            "INSERT OR REPLACE INTO events SELECT * FROM events WHERE sequence = 12",
            "UPDATE events SET body = NULL",
        ] {
            let answer = try client.run(sql, on: place.path)
            #expect(answer.status != 0)
            #expect(answer.output.contains("only_plysync_writes"), "\(sql): \(answer.output)")
        }
        let answer = try client.run("DELETE FROM events", on: place.path)
        #expect(answer.status != 0)
        #expect(answer.output.contains("an event is never deleted"))
        #expect(
            try await journal.append([draft()], run: run).sequences == 13...13)
        #expect(try journal.reader().verify().isValid)
    }
}
