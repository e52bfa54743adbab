import Foundation
import JSON
import Testing

@Suite struct `A run that is stopped` {
    private static let brand = ["sync", "--brand", "Sandbox Brand", "--execute"]
    private static let catalogue = ["--generate", "40"]

    /// The account after a run that nobody stopped.
    private static let undisturbed = Result {
        var account: Account?
        try Journey.begin(catalogue: catalogue) { journey in
            #expect(try journey.run(brand).status == 0)
            account = try journey.control.account()
        }
        return try #require(account)
    }

    /// Answers are slow, so that the run is in the middle for a while.
    private static func slow(_ operation: String) -> JSONValue {
        ["match": ["operation": .string(operation)], "fault": ["answer_delay": 0.4]]
    }

    /// Stops a run once the sandbox has counted so many requests of an operation, and gives how
    /// it ended.
    private func stop(
        _ journey: Journey, by signal: Int32, after count: Int, _ operation: String
    ) throws -> Child.Outcome {
        try journey.control.fault(Self.slow(operation))
        let child = try journey.start(Self.brand)
        try wait(until: "there are \(count) of \(operation)") {
            guard child.isRunning else { throw JourneyError("it ended before it was stopped") }
            return try journey.control.requests().count(operation) >= count
        }
        child.send(signal)
        let outcome = try child.finish()
        try journey.control.fault()
        return outcome
    }

    /// The same command completes, to the same account as a run that nobody stopped.
    private func expectCompletes(_ journey: Journey) throws {
        try journey.expectValidJournal()
        let outcome = try journey.run(Self.brand + ["--json"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try outcome.json()["complete"] == true)
        let account = try journey.control.account()
        #expect(account.duplicates == [])
        #expect(account.differences(to: try Self.undisturbed.get()) == [])
        let writes = try journey.control.requests().writes
        #expect(try journey.run(Self.brand).status == 0)
        #expect(try journey.control.requests().writes == writes)
        let digest = try journey.run("state", "--digest").output
        #expect(try journey.run("state", "--digest", "--live").output == digest)
        try journey.expectValidJournal()
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func `by a person finishes what is under way and completes by the same command`(
        signal: Int32
    ) throws {
        try Journey.begin(catalogue: Self.catalogue) { journey throws in
            let outcome = try stop(journey, by: signal, after: 10, "createProduct")
            expectRefusal(
                outcome, 130, ["is in the journal", "Run the same command again to go on"])
            let made = try journey.control.account().listings.count
            #expect((10..<(try Self.undisturbed.get().listings.count)).contains(made))
            // What had left was answered and recorded: nothing is in doubt.
            let status = try journey.run("status", "--json").json()["targets"][0]
            #expect(status["in_doubt"].elements.count == 0)
            #expect(try journey.run("runs").output.contains("interrupted"))
            try expectCompletes(journey)
        }
    }

    /// The answers would take a minute: nobody waits for them.
    @Test func `by a second signal ends at once and completes by the same command`() throws {
        try Journey.begin(catalogue: Self.catalogue) { journey throws in
            try journey.control.fault(
                ["match": ["operation": "createProduct"], "fault": ["answer_delay": 60]])
            let child = try journey.start(Self.brand)
            try wait(until: "there are three creates") {
                guard child.isRunning else { throw JourneyError("it ended before") }
                return try journey.control.requests().count("createProduct") >= 3
            }
            child.send(SIGINT)
            try wait(until: "it says that it stops") { try child.said().contains("Stopping") }
            child.send(SIGINT)
            let outcome = try child.finish()
            #expect(outcome.status == 130)
            // It ended without the answers, so that their requests are in doubt.
            let status = try journey.run("status", "--json").json()["targets"][0]
            #expect(status["in_doubt"].elements.count >= 3)
            try journey.control.fault()
            try expectCompletes(journey)
        }
    }

    /// Plytix asks to wait for 40 minutes: nobody looks at a program that says nothing for so long.
    @Test func `in a long wait has said until when and why, and completes by the same command`()
        throws
    {
        try Journey.begin(catalogue: Self.catalogue) { journey throws in
            try journey.control.fault([
                "match": ["operation": "createProduct"],
                "fault": ["status": 429, "retry_after": 2_400],
            ])
            let child = try journey.start(Self.brand)
            try wait(until: "it says that it waits") {
                guard child.isRunning else { throw JourneyError("it ended: \(try child.said())") }
                return try child.said().contains("Waiting until")
            }
            child.send(SIGINT)
            let outcome = try child.finish()
            #expect(outcome.status == 130)
            let line = outcome.errors.split(separator: "\n").first { $0.contains("Waiting until") }
            let time = #/Waiting until 20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ \(/#
            #expect(line?.contains(time) == true, "\(outcome.errors)")
            let why = "for Plytix: it refused a request and asks to wait"
            #expect(line?.contains(why) == true, "\(outcome.errors)")
            #expect(line?.contains("(40 min)") == true, "\(outcome.errors)")
            try journey.control.fault()
            try expectCompletes(journey)
        }
    }

    @Test(arguments: ["createAttribute", "createAsset", "createProduct", "linkProducts"])
    func `by SIGKILL completes by the same command, and nothing stands there twice`(
        operation: String
    ) throws {
        try Journey.begin(catalogue: Self.catalogue) { journey throws in
            let outcome = try stop(journey, by: SIGKILL, after: 3, operation)
            #expect(outcome.wasKilled)
            #expect(try journey.run("runs").output.contains("unfinished"))
            try expectCompletes(journey)
        }
    }

    @Test func `again and again completes all the same`() throws {
        try Journey.begin(catalogue: Self.catalogue) { journey throws in
            for count in [5, 12, 20, 28] {
                #expect(try stop(journey, by: SIGKILL, after: count, "createProduct").wasKilled)
            }
            try expectCompletes(journey)
        }
    }

    @Test(arguments: [
        ["runs"], ["log"], ["status"], ["state"], ["journal", "head"], ["journal", "export"],
    ])
    func `from being read, like a command before head, ends well`(command: [String]) throws {
        try Journey.begin { journey throws in
            #expect(try journey.sync("--execute").status == 1)
            let shown = try journey.run(command)
            let unread = try journey.start(command, outlet: .closedPipe).finish()
            #expect(!unread.wasKilled)
            #expect(unread.status == shown.status)
            #expect(unread.errors == "")
        }
    }

    @Test func `from being read while it follows the journal ends too`() throws {
        try Journey.begin { journey throws in
            #expect(try journey.run(["export"] + Journey.style).status == 0)
            let unread = try journey.start(["log", "--follow"], outlet: .closedPipe).finish()
            #expect(!unread.wasKilled)
            #expect(unread.status == 0)
            #expect(unread.errors == "")
        }
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func `by a person while it follows the journal says so`(signal: Int32) throws {
        try Journey.begin { journey throws in
            #expect(try journey.run(["export"] + Journey.style).status == 0)
            let child = try journey.start(["log", "--follow"])
            try wait(until: "it has shown the journal") { try !child.shown().isEmpty }
            child.send(signal)
            let outcome = try child.finish()
            #expect(!outcome.wasKilled)
            #expect(outcome.status == 130)
        }
    }

    @Test func `from being read does its work to the end`() throws {
        try Journey.begin { journey throws in
            let arguments = ["sync"] + Journey.style + ["--execute"]
            let unread = try journey.start(arguments, outlet: .closedPipe).finish()
            #expect(unread.status == 1)
            #expect(try journey.control.account().listings.count == 20)
            let writes = try journey.control.requests().writes
            try journey.expectGoesOn()
            #expect(try journey.control.requests().writes == writes)
        }
    }
}
