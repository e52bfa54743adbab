package import Catalog

extension ProjectedState {
    /// Folds events that were not appended: what would be if they were.
    package mutating func foresee(
        _ drafts: [RecordDraft], run: RunID
    ) throws(ProjectionError) {
        for draft in drafts {
            let sequence = position + 1
            let failure = draft.body.withUnsafeBytes { body -> ProjectionError? in
                let event = PastEvent(
                    sequence: sequence, time: Instant(seconds: 0), run: run, system: draft.system,
                    kind: PastKind(draft.kind), version: draft.version, cause: [], body: body)
                do throws(ProjectionError) {
                    try apply(event)
                    return nil
                } catch {
                    return error
                }
            }
            if let failure { throw failure }
        }
    }
}
