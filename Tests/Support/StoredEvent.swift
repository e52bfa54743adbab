package import Catalog
package import Projections

/// An event of a `History`, as it can be folded again.
package struct StoredEvent: Sendable {
    package let sequence: Int
    package let time: Instant
    package let run: RunID
    package let draft: RecordDraft
    /// The numbers of the events that it follows from.
    package let cause: [Int]

    /// - `first`: the number of the first event of the same transaction.
    package init(sequence: Int, time: Instant, run: RunID, draft: RecordDraft, first: Int) {
        self.sequence = sequence
        self.time = time
        self.run = run
        self.draft = draft
        cause = draft.cause.map { cause in
            switch cause {
            case .sequence(let sequence): sequence
            case .earlier(let index): first + index
            }
        }
    }

    /// Folds the event into a state.
    package func apply(to state: inout ProjectedState) throws {
        try withPast { try state.apply($0) }
    }

    /// The event as a projector sees it, valid during the call.
    package func withPast<Value>(_ body: (PastEvent) throws -> Value) rethrows -> Value {
        try draft.body.withUnsafeBytes { bytes in
            try body(
                PastEvent(
                    sequence: sequence, time: time, run: run, system: draft.system,
                    kind: PastKind(draft.kind), version: draft.version, cause: cause, body: bytes))
        }
    }
}
