import JSON
import Testing

/// Expects a refusal: its exit status, and that standard error says each of the words.
func expectRefusal(
    _ outcome: Child.Outcome, _ status: Int32, _ words: [String],
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(outcome.status == status, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(!outcome.wasKilled, sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    for word in words where !outcome.errors.contains(word) {
        Issue.record(
            "it does not say \"\(word)\": \(outcome.errors)", sourceLocation: sourceLocation)
    }
}

extension Journey {
    /// Expects that the journal is as it was written.
    func expectValidJournal(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let verified = try run("journal", "verify", "--json")
        #expect(verified.status == 0, "\(verified.errors)", sourceLocation: sourceLocation)
        #expect(try verified.json()["valid"] == true, sourceLocation: sourceLocation)
    }

    /// Expects that nobody was asked for anything and that nothing was recorded.
    func expectUntouched(sourceLocation: SourceLocation = #_sourceLocation) throws {
        #expect(try control.requests().total == 0, sourceLocation: sourceLocation)
        #expect(!exists("plysync.journal"), sourceLocation: sourceLocation)
    }

    /// Expects that the same command, with nothing in its way, goes on to the end: all but the one
    /// picture of the bundled catalogue that is gone, nothing twice.
    func expectGoesOn(sourceLocation: SourceLocation = #_sourceLocation) throws {
        try expectValidJournal(sourceLocation: sourceLocation)
        let outcome = try sync("--execute", "--json")
        let report = try outcome.json()
        #expect(outcome.status == 1, "\(outcome.errors)", sourceLocation: sourceLocation)
        #expect(report["failures"].elements.count == 1, sourceLocation: sourceLocation)
        #expect(try outcome.phase("products")["done"] == 20, sourceLocation: sourceLocation)
        #expect(try outcome.phase("relationships")["done"] == 22, sourceLocation: sourceLocation)
        #expect(try outcome.phase("images")["done"] == 124, sourceLocation: sourceLocation)
        let account = try control.account()
        #expect(account.listings.count == 20, sourceLocation: sourceLocation)
        #expect(account.duplicates == [], sourceLocation: sourceLocation)
    }
}
