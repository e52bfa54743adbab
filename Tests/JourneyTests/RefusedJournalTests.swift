import CSQLite
import Foundation
import JSON
import Testing

@Suite struct `A journal that cannot be used` {
    static let commands = [
        ["sync", "--style", "MCA0032", "--execute"], ["status"], ["runs"], ["log"],
        ["journal", "verify"], ["journal", "head"], ["accept", "picture:x", "--reason", "gone"],
    ]

    @Test func `because another run writes names it, and readers do not wait`() throws {
        try Journey.begin { journey throws in
            try journey.control.fault(["match": ["system": "amazon"], "fault": ["delay": 60]])
            let first = try journey.start(["sync"] + Journey.style + ["--execute"])
            defer { first.send(SIGKILL) }
            try wait(until: "the first run writes") {
                try journey.control.requests().count("lwa") > 0
            }
            let host = ProcessInfo.processInfo.hostName
            for command in Self.commands where ["sync", "accept"].contains(command[0]) {
                expectRefusal(
                    try journey.run(command), 4,
                    ["process \(first.pid)", host, "since 20", "Wait until it has finished"])
            }
            #expect(try journey.run("runs").output.contains("unfinished"))
            #expect(try journey.run("status").status == 1)
            try journey.expectValidJournal()
            #expect(first.isRunning)
            first.send(SIGKILL)
            _ = try first.finish()
            try journey.control.fault()
            try journey.expectGoesOn()
        }
    }

    @Test(arguments: commands)
    func `because it is something else is left as it is`(command: [String]) throws {
        try Journey.begin { journey throws in
            let text = "Dear diary, today I wrote a text that is no journal.\n"
            try journey.write(text, to: "plysync.journal")
            expectRefusal(
                try journey.run(command), 4,
                ["plysync.journal is not a plysync journal", "--journal"])
            #expect(try journey.read("plysync.journal") == text)
            #expect(try journey.control.requests().total == 0)
        }
    }

    @Test(arguments: commands)
    func `because a later program made it is left as it is`(command: [String]) throws {
        try Journey.begin { journey throws in
            #expect(try journey.run(["export"] + Journey.style).status == 0)
            try Self.setFormat(99, of: journey.path("plysync.journal"))
            let asked = try journey.control.requests()
            expectRefusal(try journey.run(command), 4, ["format 99", "up to 1", "or a later one"])
            #expect(try journey.control.requests() == asked)
            try Self.setFormat(1, of: journey.path("plysync.journal"))
            try journey.expectValidJournal()
        }
    }

    @Test(arguments: commands.dropFirst())
    func `because there is none is not made`(command: [String]) throws {
        try Journey.begin { journey throws in
            expectRefusal(
                try journey.run(command), 4, ["There is no journal at", "plysync.journal", "path"])
            try journey.expectUntouched()
        }
    }

    private static func setFormat(_ version: Int, of path: String) throws {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        guard sqlite3_open(path, &connection) == SQLITE_OK,
            sqlite3_exec(connection, "PRAGMA user_version = \(version)", nil, nil, nil) == SQLITE_OK
        else { throw JourneyError("the format of \(path) cannot be set") }
    }
}
