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
}
