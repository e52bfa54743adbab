import Catalog
import Events
import Foundation
import JournalStore
import Projections
import Synchronization
import TestSupport
import Testing

@testable import Sync

@Suite struct `Starting from a snapshot` {
    let place: SnapshotPlace

    init() async throws {
        place = try SnapshotPlace()
        try await place.append(0..<120)
    }

    @Test func `gives the state that all events give`() async throws {
        try place.keep()
        try await place.append(120..<200)
        let (state, log) = try place.replayed()
        #expect(log == ["snapshot: used, through event 120"])
        #expect(Drawing.lines(of: state) == Drawing.lines(of: try place.stateFromZero()))
        #expect(state.position == 200)
    }

    @Test func `is what an engine does too, and it leaves one for the next`() async throws {
        let log = Log()
        for expected in ["snapshot: written", "snapshot: used, through event 120"] {
            let journal = try place.open()
            defer { journal.close() }
            let snapshots = Snapshots { log.add($0) }
            let known = snapshots.state(of: journal.reader())
            let chronicle = try JournaledChronicle(
                journal: journal, reader: journal.reader(), run: RunID(text: "run"), state: known)
            let state = chronicle.read { $0 }
            #expect(Drawing.lines(of: state) == Drawing.lines(of: try place.stateFromZero()))
            snapshots.keep(state, of: journal.reader(), last: known.position, eventsMin: 100)
            #expect(log.take().first?.hasPrefix(expected) == true)
        }
    }

    @Test func `is done without where the point lies before it`() throws {
        try place.keep()
        let (state, _) = try place.replayed(through: 60)
        #expect(state.position == 60)
        let (whole, _) = try place.replayed(through: 120)
        #expect(Drawing.lines(of: whole) == Drawing.lines(of: try place.stateFromZero()))
    }

    @Test func `is not done by who asks for all events`() throws {
        try place.keep()
        let (_, log) = try place.replayed(.ignored)
        #expect(log.isEmpty)
    }

    @Test func `is not done once something was redacted`() async throws {
        try place.keep()
        try await place.append([
            RecordDraft(
                system: .plysync, kind: "BodyRedacted", version: 1, subjects: [],
                body: Array(#"{"sequence":3}"#.utf8))
        ])
        try place.expectIgnored("snapshot: not used, something was redacted since")
    }

    @Test func `is not done after the journal was restored from a backup`() async throws {
        let backup = try Data(contentsOf: URL(filePath: place.path))
        try await place.append(120..<200)
        try place.keep()
        try place.restore(backup)
        try place.expectIgnored("snapshot: not used, the journal has another history")
        // The same number of events, and the same id; what happened is different.
        try await place.append(200..<280)
        try place.expectIgnored("snapshot: not used, the journal has another history")
    }

    @Test func `is not done with another journal's`() async throws {
        try place.keep()
        let other = try SnapshotPlace(id: 7)
        try await other.append(0..<120)
        let bytes = try #require(place.snapshot)
        #expect(SnapshotFile.write(bytes, beside: other.path))
        try other.expectIgnored("snapshot: not used, it is of another journal")
    }

    @Test(arguments: [0, 40, 1_000, 5_000]) func `is not done with a damaged one`(byte: Int) throws
    {
        try place.keep()
        var bytes = try #require(place.snapshot)
        bytes[min(byte, bytes.count - 1)] ^= 4
        #expect(SnapshotFile.write(bytes, beside: place.path))
        try place.expectIgnored("snapshot: not used, ")
        // A new one takes its place.
        try place.keep()
        #expect(try place.replayed().log == ["snapshot: used, through event 120"])
    }

    @Test func `is prepared only where many events wait, and where it may be`() throws {
        let state = try place.stateFromZero()
        let reader = try JournalReader.open(at: place.path)
        Snapshots().keep(state, of: reader, last: 0)
        Snapshots().keep(state, of: reader, last: 100, eventsMin: 21)
        Snapshots(.read).keep(state, of: reader, last: 0, eventsMin: 1)
        #expect(place.snapshot == nil)
        Snapshots().keep(state, of: reader, last: 100, eventsMin: 20)
        #expect(place.snapshot != nil)
    }
}
