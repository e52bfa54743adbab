import Catalog
import Events
import JSON
import JournalStore
import Planning
import Synchronization
import TestSupport
import Testing

@testable import Audit

@Suite struct `The audit trail` {
    /// The history of one style in a journal, an event a second.
    private func journal() async throws -> Journal {
        let history = try HistoryOfOneStyle.make()
        let clock = Clock(history.events[0].time + .seconds(-1))
        let journal = try Journal.inMemory(
            options: JournalOptions(
                now: { clock.next() }, randomBytes: { [UInt8](repeating: 7, count: $0) },
                process: .init(pid: 1, host: "test")))
        for event in history.events { _ = try await journal.append([event.draft], run: event.run) }
        return journal
    }

    private func shown(_ change: (inout LogSelection) -> Void) async throws -> [String] {
        var selection = LogSelection()
        change(&selection)
        var kinds: [String] = []
        let journal = try await journal()
        defer { journal.close() }
        _ = try selection.events(behind: 0, in: journal.reader()) { kinds.append($0.kind) }
        return kinds
    }

    @Test func `a bare ASIN finds the events of its item`() async throws {
        let settings = HistoryOfOneStyle.settings
        let kinds = try await shown {
            $0.subjects = SubjectArgument("B07X8Z63ZL", settings: settings).subjects
        }
        #expect(kinds == ["ProductExported", "MatchFound"])
    }

    @Test func `an event is found by each of its subjects`() async throws {
        let kinds = try await shown { $0.subjects = [.sku("MDM0049")] }
        #expect(kinds == ["CanonicalObserved", "MatchFound"])
    }

    @Test func `kind, run and time restrict`() async throws {
        #expect(try await shown { $0.kind = "TargetBound" } == ["TargetBound"])
        #expect(try await shown { $0.run = RunID(text: "none") }.isEmpty)
        let start = try HistoryOfOneStyle.make().events[0].time
        let kinds = try await shown {
            $0.since = start + .seconds(1)
            $0.until = start + .seconds(2)
        }
        #expect(kinds == ["ScopeFixed", "TargetBound"])
    }

    @Test func `a later look goes on behind the last event`() async throws {
        let journal = try await journal()
        defer { journal.close() }
        let reader = journal.reader()
        var count = 0
        let position = try LogSelection().events(behind: 0, in: reader) { _ in count += 1 }
        #expect(position == count)
        #expect(
            try LogSelection().events(behind: position, in: reader) { _ in count += 1 } == position)
        #expect(position == count)
    }

    @Test func `a time is the last event not after it`() async throws {
        let journal = try await journal()
        defer { journal.close() }
        let reader = journal.reader()
        let start = try #require(try reader.record(1)).time
        #expect(try reader.lastSequence(notAfter: start + .milliseconds(-1)) == 0)
        #expect(try reader.lastSequence(notAfter: start) == 1)
        #expect(try reader.lastSequence(notAfter: start + .milliseconds(2500)) == 3)
        #expect(try reader.lastSequence(notAfter: start + .seconds(9999)) == reader.head().sequence)
    }

    @Test func `a run is its last event`() async throws {
        let journal = try await journal()
        defer { journal.close() }
        let reader = journal.reader()
        let run = RunID(text: "20260301T083000Z-000001")
        #expect(try reader.lastSequence(of: run) == reader.head().sequence)
        #expect(try reader.lastSequence(of: RunID(text: "none")) == nil)
    }
}

/// A second later each time.
private final class Clock: Sendable {
    private let time: Mutex<Instant>
    init(_ start: Instant) { time = Mutex(start) }
    func next() -> Instant {
        time.withLock { time in
            defer { time = time + .seconds(1) }
            return time
        }
    }
}

@Suite struct `The sentence of an event` {
    private func record(_ kind: String, version: Int = 1, _ body: [UInt8]?) -> Record {
        Record(
            sequence: 1, time: Instant(seconds: 0), run: RunID(text: "r"), system: .shop,
            kind: kind, version: version, subjects: [], cause: [], body: body,
            bodyHash: .of("body"), hash: .of("hash"))
    }

    @Test func `fields are told with old and new value and the reason`() {
        let event = AttributesSet(
            sku: "S", id: "1",
            changes: [
                FieldChange(
                    field: "attributes.amazon_title", old: nil, new: "Boot", rule: .always,
                    reason: .amazon),
                FieldChange(
                    field: "label", old: "a", new: nil, rule: .always, reason: .rule),
            ])
        #expect(
            record("AttributesSet", event.body).sentence
                == "amazon_title nothing → \"Boot\" (amazon); label \"a\" → nothing (rule)")
    }

    @Test func `what a person took as it is is not told as done`() {
        let event = RunFinished(
            run: RunID(text: "r"), outcome: .complete,
            phases: [
                PhaseCount(phase: .products, expected: 20, done: 20),
                PhaseCount(phase: .images, expected: 39, done: 38, accepted: 1),
            ], requests: RequestCount(amazon: 0, plytix: 1, plytixWrites: 0))
        let sentence = record("RunFinished", event.body).sentence
        #expect(
            sentence.hasPrefix(
                "ended complete; products 20 of 20, images 38 of 39 (1 accepted); "))
    }

    @Test func `an unknown kind is shown as it is`() {
        let bytes = Array(#"{"what":"new"}"#.utf8)
        #expect(record("LaterInvention", bytes).sentence == #"{"what":"new"}"#)
        #expect(record("LaterInvention", bytes).json["body"] == ["what": "new"])
    }

    @Test func `a redacted event says so`() {
        #expect(record("AttributesSet", nil).sentence == "its content was redacted")
        #expect(record("AttributesSet", nil).json["body"] == .null)
    }

    @Test func `a body of a later version is shown, not hidden`() {
        let sentence = record("RetryAsked", version: 9, Array("{}".utf8)).sentence
        #expect(sentence.hasPrefix("cannot be read"))
    }

    @Test func `every kind has a sentence`() {
        for kind in EventKinds.all { #expect(kind is any Told.Type, "\(kind.kind)") }
    }
}
