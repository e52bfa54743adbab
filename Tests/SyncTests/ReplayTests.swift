import Catalog
import Events
import JournalStore
import Projections
import TestSupport
import Testing

@testable import Sync

@Suite struct `A replay of many events` {
    /// A journal of a random history in which one body was redacted.
    private func place(seed: UInt64) async throws -> SnapshotPlace {
        let place = try SnapshotPlace()
        var events = RandomEvents(seed: seed)
        try await place.append(events.history(600).events.map(\.draft))
        let journal = try place.open()
        defer { journal.close() }
        let redaction = BodyRedacted(
            events: [100 + Int(seed % 400)], blobs: [], reason: "asked for")
        _ = try await journal.redact(
            redaction.draft(system: .plysync), run: RunID(text: "20260301T083000Z-000002"))
        return place
    }

    /// Long replays put off what others do at once, and divide the work between two threads.
    @Test(arguments: Seeds.first(8))
    func `gives what a few events at a time give`(seed: UInt64) async throws {
        let place = try await place(seed: seed)
        let reader = try JournalReader.open(at: place.path)
        var pieces = ProjectedState()
        for through in stride(from: 50, through: 650, by: 50) {
            try pieces.catchUp(with: reader, through: through)
        }
        #expect(pieces.position == 601)
        #expect(Drawing.lines(of: try place.stateFromZero()) == Drawing.lines(of: pieces))

        var onward = ProjectedState()
        try onward.catchUp(with: reader, through: 90)
        try onward.catchUp(with: reader)
        #expect(Drawing.lines(of: onward) == Drawing.lines(of: pieces))
    }

    @Test(arguments: ["ProductCreated", "RunStarted"])
    func `that meets what it cannot read knows nothing, and begins anew`(
        kind: String
    ) async throws {
        let place = try SnapshotPlace()
        try await place.append(0..<280)
        let reader = try JournalReader.open(at: place.path)
        var state = ProjectedState()
        try state.catchUp(with: reader, through: 40)
        try await place.append([
            RecordDraft(
                system: .shop, kind: kind, version: 1, subjects: [], body: Array("{}".utf8))
        ])
        let error = #expect(throws: ChronicleError.self) { try state.catchUp(with: reader) }
        #expect(error?.description.contains("event 281 (\(kind)) cannot be read") == true)
        #expect(state.position == 0)
        try state.catchUp(with: reader, through: 280)
        var whole = ProjectedState()
        try whole.catchUp(with: reader, through: 280)
        #expect(Drawing.lines(of: state) == Drawing.lines(of: whole))
    }
}
