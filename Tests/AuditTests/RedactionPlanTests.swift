import Catalog
import Events
import JSON
import JournalStore
import Projections
import TestSupport
import Testing

@testable import Audit

@Suite struct `What a redaction would cost` {
    /// The history of one style in a journal in memory, with a raw item for each exported one.
    private func journal(_ history: History, blobs: [Blob] = []) async throws -> Journal {
        let journal = try Journal.inMemory(
            options: JournalOptions(
                now: { Instant(seconds: 0) }, randomBytes: { Array(repeating: 1, count: $0) },
                process: .init(pid: 1, host: "here")))
        for event in history.events {
            var draft = event.draft
            draft.cause = event.cause.map { .sequence($0) }
            _ = try await journal.append([draft], run: history.run, blobs: blobs)
        }
        return journal
    }

    private func plan(
        _ sequences: [Int], _ journal: Journal, _ history: History
    ) throws -> RedactionPlan {
        try RedactionPlan(of: sequences, in: journal.reader(), state: history.state)
    }

    private func sequence(of kind: String, in history: History) throws -> Int {
        try #require(history.events.first { $0.draft.kind == kind }?.sequence)
    }

    @Test func `an exported item is known no more`() async throws {
        let history = try HistoryOfOneStyle.make()
        let exported = try sequence(of: "ProductExported", in: history)
        let journal = try await journal(history)
        let plan = try plan([exported], journal, history)
        #expect(plan.sequences == [exported])
        #expect(plan.losses == [.init(what: "items of Amazon", before: 2, after: 1)])
        #expect(plan.blobs.isEmpty)
        #expect(plan.redactedBefore.isEmpty)
    }

    @Test func `a raw item that another event names stays`() async throws {
        var history = try HistoryOfOneStyle.make()
        let raw = Blob(Array("raw item".utf8))
        let own = Blob(Array("own".utf8))
        let first = try history.record(
            ProductExported(
                item: .boot("B000000001"), itemHash: .of("1"), raw: raw.digest), by: .amazon)
        let second = try history.record(
            ProductExported(
                item: .boot("B000000002"), itemHash: .of("2"), raw: raw.digest), by: .amazon)
        let third = try history.record(
            ProductExported(
                item: .boot("B000000003"), itemHash: .of("3"), raw: own.digest), by: .amazon)
        let journal = try await journal(history, blobs: [raw, own])
        let some = try plan([third, first], journal, history)
        #expect(some.sequences == [first, third])
        #expect(some.blobs.map(\.digest) == [own.digest])
        #expect(some.keptBlobs.map(\.namedBy) == [second])
        let all = try plan([first, second, third, third], journal, history)
        #expect(all.blobs.map(\.digest) == [raw.digest, own.digest])
        #expect(all.keptBlobs.isEmpty)
    }

    @Test func `an event that is not there is refused`() async throws {
        let history = try HistoryOfOneStyle.make()
        let journal = try await journal(history)
        #expect(throws: RedactionPlan.Refusal.self) { _ = try plan([999], journal, history) }
    }

    @Test func `a request in doubt is refused, and later events that cite one are counted`()
        async throws
    {
        var history = try HistoryOfOneStyle.make()
        let effect = Effect.createProduct(sku: "AMZN-US-B07X8Z63ZL")
        let intent = try history.record(
            EffectIntended(
                effects: [effect], attempt: 1, method: "POST", path: "/api/v1/products",
                bodyHash: .of("body"), believed: JSONObject()))
        let doubted = try await journal(history)
        #expect(throws: RedactionPlan.Refusal.self) { _ = try plan([intent], doubted, history) }
        try history.record(
            ProductCreated(sku: "AMZN-US-B07X8Z63ZL", id: "p1", adopted: false), cause: [intent])
        let journal = try await journal(history)
        let settled = try plan([intent], journal, history)
        #expect(settled.followers == 1)
        #expect(settled.losses.isEmpty)
        let created = try plan([intent + 1], journal, history)
        #expect(created.losses.map(\.what).contains("products in Plytix"))
        // The header still tells that the request has an outcome.
        #expect(!created.losses.map(\.what).contains("requests in doubt"))
    }

    @Test func `a journal says what is lost before, and knows it no more after`() async throws {
        let history = try HistoryOfOneStyle.make()
        let journal = try await journal(history)
        let exported = try sequence(of: "ProductExported", in: history)
        let plan = try plan([exported], journal, history)
        let event = BodyRedacted(events: plan.sequences, blobs: [], reason: "asked for")
        _ = try await journal.redact(
            event.draft(system: .plysync, cause: plan.sequences.map { .sequence($0) }),
            run: history.run)
        let reader = journal.reader()
        #expect(try reader.record(exported)?.sentence == "its content was redacted")
        let last = try #require(try reader.record(history.position + 1))
        #expect(last.sentence == "1 event redacted: \(exported); asked for")
        let state = try ProjectedState.folded(from: reader, without: [])
        #expect(StateCount.changes(from: history.state, to: state) == plan.losses)
        let again = try RedactionPlan(of: [exported], in: reader, state: state)
        #expect(again.redactedBefore == [exported])
        #expect(again.events.isEmpty)
    }
}
