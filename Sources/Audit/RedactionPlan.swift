// What a redaction would blank, and what would be lost with it.

package import Catalog
package import JournalStore
package import Projections

/// A redaction before it is made.
package struct RedactionPlan: Sendable {
    /// The events whose bodies go, ascending.
    package let events: [Record]
    /// Of those asked for, the ones that have no body any more.
    package let redactedBefore: [Int]
    /// The blobs that nothing else names, in the order of the events.
    package let blobs: [KeptBlob]
    /// Blobs that stay, each with an event that names it too.
    package let keptBlobs: [(blob: KeptBlob, namedBy: Int)]
    /// How many later events cite one of the events as a cause; they stay.
    package let followers: Int
    /// What is known less once the bodies are gone.
    package let losses: [StateCount.Change]

    /// Why a redaction cannot be made.
    package enum Refusal: Error, Sendable {
        /// There is no event of that number.
        case unknown(Int)
        /// A request that left and whose outcome is not known: without its body nobody can find
        /// out.
        case inDoubt(Int)
    }

    /// The events that the redaction names.
    package var sequences: [Int] { events.map(\.sequence) }

    /// Reads through the journal up to three times.
    ///
    /// - Throws: `Refusal`, `JournalError`.
    package init(
        of sequences: [Int], in reader: JournalReader, state: ProjectedState
    ) throws {
        let asked = Set(sequences)
        var events: [Record] = []
        var redactedBefore: [Int] = []
        for sequence in asked.sorted() {
            guard let record = try reader.record(sequence) else {
                throw Refusal.unknown(sequence)
            }
            if record.body == nil { redactedBefore.append(sequence) } else { events.append(record) }
            let isInDoubt = state.accounts.values.contains { $0.doubts[sequence] != nil }
            if isInDoubt { throw Refusal.inDoubt(sequence) }
        }
        self.events = events
        self.redactedBefore = redactedBefore
        (blobs, keptBlobs) = try Self.blobs(of: events, in: reader)
        followers = try Self.followers(of: Set(events.map(\.sequence)), in: reader)
        let after = try ProjectedState.folded(
            from: reader, without: Set(events.map(\.sequence)))
        losses = StateCount.changes(from: state, to: after)
    }

    private static func blobs(
        of events: [Record], in reader: JournalReader
    ) throws -> ([KeptBlob], [(blob: KeptBlob, namedBy: Int)]) {
        var named: [KeptBlob] = []
        for event in events {
            for blob in try reader.blobs(namedIn: event.body ?? []) where !named.contains(blob) {
                named.append(blob)
            }
        }
        let others = try reader.events(
            naming: Set(named.map(\.digest)), except: Set(events.map(\.sequence)))
        return (
            named.filter { others[$0.digest] == nil },
            named.compactMap { blob in others[blob.digest].map { (blob: blob, namedBy: $0) } }
        )
    }

    private static func followers(
        of events: Set<Int>, in reader: JournalReader
    ) throws -> Int {
        guard let first = events.min() else { return 0 }
        var count = 0
        try reader.scan(after: first) { (event: borrowing ScannedRecord) throws(JournalError) in
            if try event.cause().contains(where: events.contains) { count += 1 }
        }
        return count
    }
}

extension ProjectedState {
    /// The state as it will be once some events have no body any more.
    static func folded(
        from reader: JournalReader, without left: Set<Int>
    ) throws -> ProjectedState {
        var state = ProjectedState()
        try reader.scan(kinds: Self.kinds) { (event: borrowing ScannedRecord) throws in
            guard let body = event.body, !left.contains(event.sequence) else {
                return state.skip(
                    event.sequence, system: event.system, kind: event.kind,
                    cause: try event.cause())
            }
            try state.apply(
                PastEvent(
                    sequence: event.sequence, time: event.time, run: event.run,
                    system: event.system, kind: PastKind(event.kind), version: event.version,
                    cause: try event.cause(), body: body))
        }
        return state
    }
}
