package import Catalog
package import JSON

/// A run came to its end.
///
/// Emitted last in a run that could still write its end; a run without it was killed.
package struct RunFinished: Event, Hashable, Sendable {
    package static let kind = "RunFinished"
    package static let version = 1

    /// The run that ended.
    package var run: RunID
    /// How it ended.
    package var outcome: Outcome
    /// What became of what each phase expected.
    package var phases: [PhaseCount]
    /// How many requests the run made.
    package var requests: RequestCount
    /// Why it failed, in a sentence without secrets.
    package var error: String?

    package init(
        run: RunID, outcome: Outcome, phases: [PhaseCount], requests: RequestCount,
        error: String? = nil
    ) {
        self.run = run
        self.outcome = outcome
        self.phases = phases
        self.requests = requests
        self.error = error
    }

    /// How a run ended.
    package enum Outcome: String, Hashable, Sendable, CaseIterable, TextCoded {
        /// All that was expected is accounted for.
        case complete
        /// It went to its end, but something failed, is pending or is in doubt.
        case incomplete
        /// Somebody stopped it; the same command continues it.
        case interrupted
        /// It could not go on.
        case failed
    }

    package var subjects: [SubjectReference] { [SubjectReference(.run(run))] }
}

extension RunFinished {
    package init(from json: inout JSONReader) throws(JSONError) {
        var run: RunID?
        var outcome: Outcome?
        var phases: [PhaseCount]?
        var requests: RequestCount?
        var error: String?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "run": run = try json.read(key)
            case "outcome": outcome = try json.read(key)
            case "phases": phases = try json.read(key)
            case "requests": requests = try json.read(key)
            case "error": error = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            run: try required(run, "run"), outcome: try required(outcome, "outcome"),
            phases: try required(phases, "phases"), requests: try required(requests, "requests"),
            error: error)
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("run", run)
            json.member("outcome", outcome)
            json.member("phases", phases)
            json.member("requests", requests)
            json.member("error", optional: error)
        }
    }
}
