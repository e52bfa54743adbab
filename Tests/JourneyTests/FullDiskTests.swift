import Foundation
import JSON
import Testing

@Suite struct `A disk that is full` {
    /// A limit on the size of files stands for the disk: the system refuses the write either way.
    @Test func `stops the run before its next request, and loses nothing`() throws {
        try Journey.begin { journey throws in
            let arguments = ["sync"] + Journey.style + ["--execute"]
            let outcome = try journey.start(arguments, fileSizeMax: 2_000).finish()
            expectRefusal(outcome, 4, ["The disk of ", "failed", "run the same command again"])
            // Each write that left had its intent in the journal before.
            let writes = try journey.control.requests().writes
            #expect(writes > 0)
            let intents = try journey.run("log", "--kind", "EffectIntended", "--json").output
            #expect(intents.split(separator: "\n").count >= writes)
            try journey.expectGoesOn()
        }
    }

    @Test func `under standard output is told by all that print, when their work is done`() throws {
        try Journey.begin { journey throws in
            let words = ["standard output cannot be written", "the disk is full"]
            let sync = ["sync"] + Journey.style + ["--execute"]
            expectRefusal(try journey.start(sync, outlet: .fullDisk).finish(), 1, words)
            #expect(try journey.control.account().listings.count == 20)
            for command in [
                ["runs"], ["log"], ["log", "--follow"], ["status"], ["state", "--digest"],
                ["show", "B07X8Z63ZL"], ["journal", "head", "--json"], ["--help"],
            ] {
                expectRefusal(try journey.start(command, outlet: .fullDisk).finish(), 1, words)
            }
            try journey.expectGoesOn()
        }
    }
}
