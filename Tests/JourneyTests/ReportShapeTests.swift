import JSON
import Testing

@Suite struct `A report for programs` {
    private static let counts = [
        "phase", "expected", "done", "unchanged", "adopted", "accepted", "failed", "pending",
        "in_doubt",
    ]
    private static let names = ["export", "map", "products", "relationships", "images"]

    private func expectPhases(_ phases: JSONValue) throws {
        #expect(phases.elements.compactMap { $0["phase"].string } == Self.names)
        for phase in phases.elements {
            #expect(phase.object?.keys == Self.counts)
            let numbers = try Self.counts.dropFirst().map { try #require(phase[$0].int) }
            // done + accepted + failed + pending + in_doubt
            #expect(numbers[0] == numbers[1] + numbers[4...7].reduce(0, +))
            #expect(numbers[2] + numbers[3] <= numbers[1])
        }
    }

    @Test func `of a sync has the keys that are promised, planned and done`() throws {
        try Journey.begin { journey throws in
            for arguments in [["--json"], ["--execute", "--json"]] {
                let outcome = try journey.run(["sync"] + Journey.style + arguments)
                let report = try outcome.json()
                let isExecuted = arguments.count == 2
                let keys = ["run", "execute", "complete", "phases", "requests", "failures"]
                #expect(report.object?.keys == keys + (isExecuted ? [] : ["plan"]))
                #expect(report["execute"].bool == isExecuted)
                #expect(report["complete"] == false)
                #expect(outcome.status == (isExecuted ? 1 : 0))
                #expect(report["run"].string?.isEmpty == false)
                #expect(
                    report["requests"].object?.keys == ["amazon", "plytix", "plytix_writes"])
                try expectPhases(report["phases"])
            }
        }
    }

    @Test func `of a sync names what failed, and counts what the servers counted`() throws {
        try Journey.begin { journey throws in
            let report = try journey.sync("--execute", "--json").json()
            let failure = try #require(report["failures"].elements.first)
            #expect(report["failures"].elements.count == 1)
            #expect(failure.object?.keys == ["subject", "phase", "reason", "attempts"])
            #expect(failure["subject"].string?.hasPrefix("picture:") == true)
            #expect(failure["phase"] == "images")
            #expect(failure["reason"].string?.contains("not accessible") == true)
            #expect(failure["attempts"] == 1)
            let served = try journey.control.requests()
            #expect(report["requests"]["plytix_writes"].int == served.writes)
            #expect(report["requests"]["plytix"].int == served.count("plytix"))
            // With the one for a token.
            #expect(
                report["requests"]["amazon"].int == served.count("amazon") + served.count("lwa"))
        }
    }

    @Test func `of the status has a target with phases, failures and the runs`() throws {
        try Journey.begin { journey throws in
            #expect(try journey.sync("--execute").status == 1)
            let outcome = try journey.run("status", "--json")
            #expect(outcome.status == 1)
            let status = try outcome.json()
            #expect(status["complete"] == false)
            #expect(status["source"]["whole"] == true)
            let target = status["targets"][0]
            #expect(target["target"] == "default")
            #expect(target["in_doubt"] == [])
            #expect(target["failures"].elements.count == 1)
            #expect(target["failures"][0]["set_aside"] == true)
            try expectPhases(target["phases"])
            #expect(
                status["runs"][0]["command"]
                    == ["plysync", "sync", "--style", "MCA0032", "--execute"])
            // Its own article number says one thing, its children's products another.
            let disagreement = target["disagreements"][0]
            #expect(target["disagreements"].elements.count == 1)
            #expect(disagreement["sku"] == "AMZN-US-B077QMJFG9")
            #expect(disagreement["matched"] == "MDM0049")
            #expect(disagreement["others"][0]["canonical_sku"] == "MCA0032")
        }
    }

    @Test(arguments: [
        ["runs"], ["status"], ["journal", "head"], ["journal", "verify"], ["state"],
        ["show", "B07X8Z63ZL"], ["doctor"], ["schema"],
    ])
    func `is one document`(command: [String]) throws {
        try Journey.begin { journey throws in
            #expect(try journey.sync("--execute").status == 1)
            _ = try journey.run(command + ["--json"]).json()
        }
    }

    @Test func `of the log is one document a line`() throws {
        try Journey.begin { journey throws in
            #expect(try journey.run(["export"] + Journey.style).status == 0)
            let lines = try journey.run("log", "--json").output.split(separator: "\n")
            let head = try journey.run("journal", "head", "--json").json()
            #expect(head["sequence"].int == lines.count)
            for line in lines { #expect(try JSONValue(parsing: String(line)).object != nil) }
        }
    }
}
