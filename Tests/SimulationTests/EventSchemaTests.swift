import Catalog
import Events
import HTTP
import JSON
import JournalStore
import PlytixSandbox
import Projections
import Simulation
import Sync
import TestSupport
import Testing

/// What whole runs write, against what `journal/events/` says of each kind.
@Suite struct `Every event that a run writes` {
    private static func sync(execute: Bool = true) -> RunOrder {
        var order = RunOrder(
            command: ["plysync", "sync"], phases: Set(Phase.allCases),
            scope: Scope(source: .style("MCA0032"), marketplaces: [.us]))
        order.execute = execute
        return order
    }

    /// A plan, a first run that loses answers, one that settles what is in doubt, one that finds a
    /// product deleted and brings it back, and a replay.
    private func history() throws -> [Record] {
        let world = try SimulatedWorld()
        _ = try world.run(Self.sync(execute: false))
        _ = try world.run(
            Self.sync(),
            wrap: { transport in
                LossyTransport(transport, .answer) { number, request in
                    number.isMultiple(of: 7) && request.url.contains("/api/v1/")
                }
            })
        _ = try world.run(Self.sync())
        let sku = "AMZN-US-B07X8Z63ZL"
        world.plytix.byHand(in: "default", at: world.time.now) { $0.deleteProduct(sku) }
        try world.record(
            LiveObserved(
                id: try #require(world.account.products[sku]?.id), sku: sku, fields: [], looked: [],
                gone: true))
        try world.record(RetryAsked(keys: ["create \(sku)"]))
        _ = try world.run(Self.sync())
        var replay = RunOrder(
            command: ["plysync", "replay"], phases: [.products, .relationships, .images])
        replay.execute = true
        replay.replay = RunOrder.Replay(source: "default")
        _ = try world.run(replay, target: "fresh")
        return try world.journal.reader().records(after: 0)
    }

    @Test func `fits the schema of its kind and version, and is read and written alike`() throws {
        var seen: Set<String> = []
        for record in try history() {
            seen.insert(record.kind)
            let body = try #require(record.body)
            let schema = try EventSchema(kind: record.kind, version: record.version)
            let faults = schema.faults(of: try JSONValue(parsing: body))
            #expect(faults == [], "event \(record.sequence), \(record.kind)")
            let type = try #require(EventKinds.type(named: record.kind))
            #expect(record.version == type.version)
            let event: any Event = try EventDecoding.decode(
                type, version: record.version, body: body)
            #expect(event.body == body, "event \(record.sequence), \(record.kind)")
            #expect(event.subjects == record.subjects, "event \(record.sequence), \(record.kind)")
        }
        let expected: Set = [
            "RunStarted", "ScopeFixed", "RunFinished", "PageObserved", "SourceCompleted",
            "ProductExported", "CanonicalObserved", "LiveObserved", "TargetBound", "MatchFound",
            "EffectIntended", "EffectSettled", "EffectFailed", "SchemaDefined", "ProductCreated",
            "AttributesSet", "FamilyAssigned", "RelationLinked", "AssetUploaded", "GallerySet",
            "ThumbnailSet", "RetryAsked",
        ]
        #expect(expected.subtracting(seen) == [])
    }
}
