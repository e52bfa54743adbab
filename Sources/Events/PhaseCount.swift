package import Catalog
package import JSON

/// What became of what one phase of a run expected.
///
/// Done, accepted, failed, pending and in doubt add up to expected; unchanged and adopted are parts
/// of done.
package struct PhaseCount: ObjectCoded, Hashable, Sendable {
    /// The phase that is counted.
    package var phase: Phase
    /// How many the phase had to account for.
    package var expected: Int
    /// How many are as they shall be.
    package var done: Int
    /// How many of the done needed no request.
    package var unchanged: Int
    /// How many of the done were found and taken as they are.
    package var adopted: Int
    /// How many a person took as they are.
    package var accepted: Int
    /// How many failed and are set aside or wait for a later run.
    package var failed: Int
    /// How many were not begun.
    package var pending: Int
    /// How many were asked for without our knowing whether it was done.
    package var inDoubt: Int

    package init(
        phase: Phase, expected: Int = 0, done: Int = 0, unchanged: Int = 0,
        adopted: Int = 0, accepted: Int = 0, failed: Int = 0, pending: Int = 0,
        inDoubt: Int = 0
    ) {
        self.phase = phase
        self.expected = expected
        self.done = done
        self.unchanged = unchanged
        self.adopted = adopted
        self.accepted = accepted
        self.failed = failed
        self.pending = pending
        self.inDoubt = inDoubt
    }
}

extension PhaseCount {
    package init(from json: inout JSONReader) throws(JSONError) {
        var phase: Phase?
        var expected: Int?
        var done: Int?
        var unchanged: Int?
        var adopted: Int?
        var accepted: Int?
        var failed: Int?
        var pending: Int?
        var inDoubt: Int?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "phase": phase = try json.read(key)
            case "expected": expected = try json.read(key)
            case "done": done = try json.read(key)
            case "unchanged": unchanged = try json.read(key)
            case "adopted": adopted = try json.read(key)
            case "accepted": accepted = try json.read(key)
            case "failed": failed = try json.read(key)
            case "pending": pending = try json.read(key)
            case "in_doubt": inDoubt = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            phase: try required(phase, "phase"), expected: try required(expected, "expected"),
            done: try required(done, "done"), unchanged: try required(unchanged, "unchanged"),
            adopted: try required(adopted, "adopted"),
            accepted: try required(accepted, "accepted"), failed: try required(failed, "failed"),
            pending: try required(pending, "pending"), inDoubt: try required(inDoubt, "in_doubt"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("phase", phase)
            json.member("expected", expected)
            json.member("done", done)
            json.member("unchanged", unchanged)
            json.member("adopted", adopted)
            json.member("accepted", accepted)
            json.member("failed", failed)
            json.member("pending", pending)
            json.member("in_doubt", inDoubt)
        }
    }
}
