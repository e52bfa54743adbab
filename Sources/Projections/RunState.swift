package import Catalog
package import Events
import JSON

/// The runs: when, what for, and how they ended.
package struct RunState: Projector, Sendable {
    package private(set) var runs: Table<RunID, Run> = [:]
    /// In the order of their starts.
    package private(set) var order: [RunID] = []
    /// The last scope that a run fixed; those of earlier runs stand in the journal.
    package private(set) var lastScope: FixedScope?

    package static let kinds: Set<String> = [RunStarted.kind, ScopeFixed.kind, RunFinished.kind]

    package struct Run: Sendable {
        package let id: RunID
        package let started: Instant
        package let sequence: Int
        package let command: [String]
        package let execute: Bool
        package let program: String
        /// The alias of the Plytix account; nil when the settings name none.
        package let target: String?
        package let rules: Int
        /// What it is about, for people: `brand "Sandbox Brand"`; nil for one without a scope.
        package var scope: String?
        /// Nil while it runs, and for one that was killed.
        package var finished: Finish?
    }

    package struct FixedScope: Sendable {
        package let scope: Scope
        package let fingerprint: Digest
        package let expected: [ASIN]?
        package let sequence: Int
    }

    package struct Finish: Sendable {
        package let time: Instant
        package let body: RunFinished
    }

    package init() {}

    init(runs: Table<RunID, Run>, order: [RunID], lastScope: FixedScope?) {
        self.runs = runs
        self.order = order
        self.lastScope = lastScope
    }

    package mutating func apply(_ event: PastEvent) throws(ProjectionError) {
        switch event {
        case RunStarted.self:
            let body = try event.decode(RunStarted.self)
            if runs[event.run] == nil { order.append(event.run) }
            runs[event.run] = Run(
                id: event.run, started: event.time, sequence: event.sequence,
                command: body.command, execute: body.execute, program: body.program,
                target: body.settings["target"].string, rules: body.rules)
        case ScopeFixed.self:
            let body = try event.decode(ScopeFixed.self)
            runs[event.run]?.scope = body.scope.source.title
            lastScope = FixedScope(
                scope: body.scope, fingerprint: body.fingerprint, expected: body.expected,
                sequence: event.sequence)
        case RunFinished.self:
            runs[event.run]?.finished = Finish(
                time: event.time, body: try event.decode(RunFinished.self))
        default: break
        }
    }
}
