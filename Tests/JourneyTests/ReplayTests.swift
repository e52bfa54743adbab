import JSON
import Testing

@Suite struct `An account that is complete` {
    /// Syncs, and accepts the one picture that is gone.
    private func complete(_ journey: Journey) throws {
        let first = try journey.sync("--execute", "--json")
        let subject = try #require(try first.json()["failures"][0]["subject"].string)
        let accepted = try journey.run("accept", subject, "--reason", "gone at Amazon")
        #expect(accepted.status == 0, "\(accepted.errors)")
        #expect(accepted.output.contains(subject))
    }

    @Test func `became so when a person accepted what failed`() throws {
        try Journey.begin { journey throws in
            try complete(journey)
            let writes = try journey.control.requests().writes
            let outcome = try journey.sync("--execute", "--json")
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(try outcome.json()["complete"] == true)
            #expect(try outcome.json()["failures"] == [])
            #expect(try outcome.phase("images")["accepted"] == 1)
            #expect(try journey.control.requests().writes == writes)
            let status = try journey.run("status")
            #expect(status.status == 0)
            #expect(status.output.contains("(accepted: gone at Amazon)"), "\(status.output)")
            for command in [["runs"], ["log", "--kind", "RunFinished"]] {
                let shown = try journey.run(command).output
                #expect(shown.contains("images 124 of 125 (1 accepted)"), "\(shown)")
            }
            #expect(try journey.run("plan", "--exit-code").status == 0)
        }
    }

    @Test func `has nothing that can be accepted twice`() throws {
        try Journey.begin { journey throws in
            try complete(journey)
            let subject = try #require(
                try journey.run("status", "--json").json()["targets"][0]["accepted"][0]["subject"]
                    .string)
            expectRefusal(
                try journey.run("accept", subject, "--reason", "again"), 2,
                [subject, "accepted already", "Give picture:ID, an ASIN, a SKU", "plysync status"])
            try journey.expectValidJournal()
        }
    }

    @Test func `tries again what a person asked for, and only that`() throws {
        try Journey.begin { journey throws in
            #expect(try journey.sync("--execute").status == 1)
            let before = try journey.control.requests()
            #expect(try journey.run("retry").status == 0)
            #expect(try journey.sync("--execute").status == 1)
            let after = try journey.control.requests()
            #expect(after.writes == before.writes + 1)
            #expect(after.count("createAsset") == before.count("createAsset") + 1)
        }
    }

    @Test func `is replayed into a fresh one without Amazon, and both are equal as served`() throws
    {
        try Journey.begin { journey throws in
            try complete(journey)
            let before = try journey.control.requests()
            let replay = ["replay", "--from", "default", "--target", "fresh", "--execute"]
            let outcome = try journey.run(replay + ["--json"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(try outcome.json()["complete"] == true)
            #expect(try journey.control.requests().count("amazon") == before.count("amazon"))
            let old = try journey.control.account("default")
            let new = try journey.control.account("fresh")
            #expect(old.listings.count == 20)
            #expect(old.listingLines == new.listingLines)
            #expect(new.duplicates == [])
            let again = try journey.run(replay + ["--json"])
            #expect(try again.json()["requests"]["plytix_writes"] == 0)
            let digests = try ["default", "fresh"].flatMap { target in
                try [[], ["--live"]].map { flags in
                    try journey.run(["state", "--digest", "--target", target] + flags).output
                }
            }
            #expect(Set(digests).count == 1)
            #expect(digests[0].count == 65)
            try journey.expectValidJournal()
        }
    }

    @Test func `is verified against a head that was kept`() throws {
        try Journey.begin { journey throws in
            try complete(journey)
            let kept = try journey.run("journal", "head").output
            #expect(try journey.sync("--execute").status == 0)
            #expect(try journey.run("journal", "verify", "--head", kept).status == 0)
            let number = try #require(kept.split { !$0.isNumber }.first)
            let other = "\(number):" + String(repeating: "0", count: 64)
            let outcome = try journey.run("journal", "verify", "--head", other)
            #expect(outcome.status == 4)
            #expect(outcome.errors.contains("backup"))
        }
    }
}
