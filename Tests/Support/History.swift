// A journal for tests of pure code: what happened, in memory, folded into the state at once.

package import Catalog
package import Events
import Hashing
package import Projections

/// A history in memory: each event that is recorded gets its number and time, and is folded into
/// the state.
package struct History: Sendable {
    package private(set) var events: [StoredEvent] = []
    package private(set) var state = ProjectedState()
    /// The run that events are recorded for.
    package var run = RunID(text: "20260301T083000Z-000001")
    /// The time of the next event; one second later for each.
    package var now = Instant(seconds: 1_772_353_800)

    package init() {}

    /// The number of the last event; 0 when nothing happened.
    package var position: Int { events.count }

    /// Appends drafts as one transaction; gives their numbers.
    @discardableResult
    package mutating func append(_ drafts: [RecordDraft]) throws -> [Int] {
        let first = events.count + 1
        for draft in drafts {
            let event = StoredEvent(
                sequence: events.count + 1, time: now, run: run, draft: draft, first: first)
            try event.apply(to: &state)
            events.append(event)
            now = now + .seconds(1)
        }
        return Array(first..<first + drafts.count)
    }

    /// Records one event; gives its number.
    @discardableResult
    package mutating func record(
        _ event: some Event, by system: System = .shop, cause: [Int] = []
    ) throws -> Int {
        try append([event.draft(system: system, cause: cause.map { .sequence($0) })])[0]
    }

    /// Records what Amazon says of items.
    @discardableResult
    package mutating func export(_ items: AmazonItem...) throws -> [Int] { try export(items) }

    /// Records what Amazon says of items.
    @discardableResult
    package mutating func export(_ items: [AmazonItem]) throws -> [Int] {
        try append(
            items.map { item in
                let event = ProductExported(item: item, itemHash: .of(item), raw: .of("raw"))
                return event.draft(
                    system: .amazon(seller: "A2EXAMPLE", marketplace: item.key.marketplace))
            })
    }
}

extension Digest {
    /// The digest of a text, for where any will do.
    package static func of(_ text: String) -> Digest { ContentHash.of(text) }
    /// The digest of an item's canonical text.
    package static func of(_ item: AmazonItem) -> Digest {
        ContentHash.of(ProductExported(item: item, itemHash: of(""), raw: of("")).body)
    }
}
