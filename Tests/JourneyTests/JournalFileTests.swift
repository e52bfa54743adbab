import CSQLite
import Foundation
import JSON
import Testing

@Suite struct `The journal file` {
    @Test func `is backed up, written out and read in again, with the same state`() throws {
        try Journey.begin { journey throws in
            #expect(try journey.sync("--execute").status == 1)
            let head = try journey.run("journal", "head", "--json").json()
            let digest = try journey.run("state", "--digest").output
            #expect(digest.count == 65)

            let backup = try journey.run("journal", "backup", "copy.journal", "--json")
            #expect(backup.status == 0, "\(backup.errors)")
            #expect(try backup.json()["head"] == head)
            #expect(try backup.json()["events"] == head["sequence"])
            #expect((try backup.json()["bytes"].int ?? 0) > 100_000)

            let export = try journey.run("journal", "export", "--output", "all.jsonl")
            #expect(export.status == 0, "\(export.errors)")
            #expect(try journey.run("journal", "export").output == journey.read("all.jsonl"))
            let read = try journey.run(
                "journal", "import", "all.jsonl", "--journal", "again.journal", "--json")
            #expect(read.status == 0, "\(read.errors)")
            #expect(try read.json()["head"] == head)

            for copy in ["copy.journal", "again.journal"] {
                #expect(
                    try journey.run("state", "--digest", "--journal", copy).output == digest)
                #expect(
                    try journey.run("journal", "head", "--json", "--journal", copy).json() == head)
                let verified = try journey.run("journal", "verify", "--journal", copy)
                #expect(verified.status == 0, "\(verified.output)")
            }
            // The same command goes on with either.
            let next = try journey.sync("--execute", "--json", "--journal", "again.journal")
            #expect(try next.phase("products")["unchanged"] == 20)
            #expect(try next.json()["requests"]["plytix_writes"] == 0)
        }
    }

    @Test func `is backed up while a run writes to it`() throws {
        try Journey.begin { journey throws in
            #expect(try journey.run(["export"] + Journey.style).status == 0)
            try journey.control.fault(["match": ["system": "amazon"], "fault": ["delay": 60]])
            let run = try journey.start(
                ["sync"] + Journey.style + ["--execute", "--max-age", "0s"])
            defer { run.send(SIGKILL) }
            try wait(until: "the run writes") {
                try journey.run("runs").output.contains("unfinished")
            }
            let backup = try journey.run("journal", "backup", "copy.journal")
            #expect(backup.status == 0, "\(backup.errors)")
            #expect(run.isRunning)
            #expect(try journey.run("journal", "verify", "--journal", "copy.journal").status == 0)
            #expect(try journey.run("journal", "export").status == 0)
        }
    }

    @Test func `is never overwritten by a copy or an import`() throws {
        try Journey.begin { journey throws in
            #expect(try journey.run(["export"] + Journey.style).status == 0)
            let before = try Data(contentsOf: journey.folder.appending(path: "plysync.journal"))
            for arguments in [
                ["backup", "plysync.journal"], ["export", "--output", "plysync.journal"],
                ["import", "plysync.yaml"],
            ] {
                expectRefusal(
                    try journey.run(["journal"] + arguments), 2,
                    ["is there already", "that is not there yet"])
            }
            #expect(
                try Data(contentsOf: journey.folder.appending(path: "plysync.journal")) == before)
        }
    }

    @Test(arguments: ["status", "sync"]) func `is no folder`(command: String) throws {
        try Journey.begin { journey throws in
            try FileManager.default.createDirectory(
                atPath: journey.path("folder"), withIntermediateDirectories: false)
            expectRefusal(
                try journey.run(
                    [command, "--journal", "folder"] + (command == "sync" ? Journey.style : [])),
                4, ["it is a folder, not a file"])
            #expect(!journey.exists("folder.lock"))
        }
    }

    @Test func `is not copied into a folder that is missing`() throws {
        try Journey.begin { journey throws in
            #expect(try journey.run(["export"] + Journey.style).status == 0)
            for arguments in [["backup", "gone/copy"], ["export", "--output", "gone/copy"]] {
                expectRefusal(
                    try journey.run(["journal"] + arguments), 2,
                    ["gone/copy cannot be written", "there is no folder"])
            }
        }
    }

    @Test func `is not made of what is no export`() throws {
        try Journey.begin { journey throws in
            expectRefusal(
                try journey.run("journal", "import", "plysync.yaml"), 2,
                ["Line 1", "Nothing was imported"])
            expectRefusal(try journey.run("journal", "import", "gone"), 2, ["no such file"])
            #expect(!journey.exists("plysync.journal"))
            #expect(!journey.exists("plysync.journal.lock"))
        }
    }

    @Test func `is held against a head that was kept`() throws {
        try Journey.begin { journey throws in
            #expect(try journey.run(["export"] + Journey.style).status == 0)
            let line = try journey.run("journal", "head").output
            try journey.write(line, to: "head.txt")
            try journey.write(try journey.run("journal", "head", "--json").output, to: "head.json")
            let pair = line.split(whereSeparator: \.isWhitespace).joined(separator: ":")
            for kept in ["head.txt", "head.json", pair] {
                #expect(try journey.run("journal", "verify", "--head", kept).status == 0)
            }
            #expect(try journey.run("map").status == 0)
            #expect(try journey.run("journal", "verify", "--head", "head.txt").status == 0)
            let newer = try journey.run("journal", "head").output
            try journey.write(newer, to: "newer.txt")
            #expect(try journey.run("journal", "backup", "copy.journal").status == 0)
            try Self.cutTail(of: journey.path("copy.journal"))
            let plain = try journey.run("journal", "verify", "--journal", "copy.journal")
            #expect(plain.status == 0)
            let cut = try journey.run(
                "journal", "verify", "--journal", "copy.journal", "--head", "newer.txt")
            #expect(cut.status == 4)
            #expect(cut.output.contains("the kept head is event"))
            expectRefusal(
                try journey.run("journal", "verify", "--head", "plysync.yaml"), 2,
                ["no head of a journal"])
        }
    }

    @Test func `counts what it holds`() throws {
        try Journey.begin { journey throws in
            #expect(try journey.run(["export"] + Journey.style).status == 0)
            let stats = try journey.run("journal", "stats", "--json").json()
            let kinds = stats["kinds"].elements
            #expect(kinds.first { $0["name"] == "ProductExported" }?["events"] == 20)
            #expect(kinds.compactMap { $0["events"].int }.reduce(0, +) == stats["events"].int)
            #expect(stats["raw_items"]["count"] == 20)
            #expect((stats["raw_items"]["saved_by_compression"].int ?? 0) > 10_000)
            #expect(stats["days"].elements.count >= 1)
            let text = try journey.run("journal", "stats").output
            #expect(text.contains("ProductExported"))
            #expect(text.contains("by compression"))
        }
    }

    @Test func `loses what is redacted, and the next run reads it anew`() throws {
        try Journey.begin { journey throws in
            #expect(try journey.run(["export"] + Journey.style).status == 0)
            let log = try journey.run("log", "--kind", "ProductExported", "--json").output
            let event = try JSONValue(
                parsing: String(try #require(log.split(separator: "\n").first)))
            let number = try #require(event["sequence"].int)
            let asin = try #require(
                event["body"]["item"]["asin"].string ?? event["subjects"][0].string)
            let before = try journey.run("journal", "head").output

            let preview = try journey.run(
                "journal", "redact", "--event", "\(number)", "--reason", "asked for", "--json")
            #expect(preview.status == 0, "\(preview.errors)")
            let plan = try preview.json()
            #expect(plan["execute"] == false)
            #expect(plan["losses"][0]["what"] == "items of Amazon")
            #expect(plan["losses"][0]["after"] == 19)
            #expect(plan["raw_items"].elements.count == 1)
            #expect(try journey.run("journal", "head").output == before)

            // A snapshot may hold the very text that must not be kept.
            try journey.write("a state with the text", to: "plysync.journal.snapshot")
            let done = try journey.run(
                "journal", "redact", "--event", "\(number)", "--reason", "asked for", "--execute")
            #expect(done.status == 0, "\(done.errors)")
            #expect(done.output.contains("The bytes are gone"))
            #expect(!journey.exists("plysync.journal.snapshot"))
            let verified = try journey.run("journal", "verify", "--json")
            #expect(verified.status == 0, "\(verified.output)")
            #expect(try verified.json()["redacted"] == 1)
            #expect(try verified.json()["redacted_blobs"] == 1)
            #expect(try journey.run("log", "--kind", "BodyRedacted").output.contains("asked for"))
            #expect(
                try journey.run("log", "--subject", asin).output.contains(
                    "its content was redacted"))
            #expect(try journey.run("show", asin).status != 4)
            _ = try journey.run("status")

            #expect(try journey.run(["export"] + Journey.style).status == 0)
            let again = try journey.run("log", "--kind", "ProductExported", "--json").output
            #expect(again.split(separator: "\n").count == 21)
            let unknown = try journey.run(
                "journal", "redact", "--event", "99999", "--reason", "asked for")
            expectRefusal(unknown, 2, ["there is no event 99999"])
        }
    }

    /// Takes the last event away, past all triggers, with what is derived from it.
    private static func cutTail(of path: String) throws {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        guard sqlite3_open(path, &connection) == SQLITE_OK else {
            throw JourneyError("\(path) cannot be opened")
        }
        var names: [String] = []
        var triggers: [String] = []
        var statement: OpaquePointer?
        sqlite3_prepare_v2(
            connection, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid",
            -1, &statement, nil)
        while sqlite3_step(statement) == SQLITE_ROW {
            names.append(String(cString: sqlite3_column_text(statement, 0)))
            triggers.append(String(cString: sqlite3_column_text(statement, 1)))
        }
        sqlite3_finalize(statement)
        let sql =
            names.map { "DROP TRIGGER \($0)" } + [
                "DELETE FROM event_subjects WHERE sequence = (SELECT max(sequence) FROM events)",
                """
                DELETE FROM subjects
                WHERE id NOT IN (SELECT subject FROM event_subjects)
                """,
                "DELETE FROM events WHERE sequence = (SELECT max(sequence) FROM events)",
                """
                UPDATE subject_index
                SET through = min(through, (SELECT max(sequence) FROM events))
                """,
            ] + triggers
        for statement in sql {
            guard sqlite3_exec(connection, statement, nil, nil, nil) == SQLITE_OK else {
                throw JourneyError("\(statement): \(String(cString: sqlite3_errmsg(connection)))")
            }
        }
    }
}
