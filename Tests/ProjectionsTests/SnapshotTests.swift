import Catalog
import Events
import SandboxWorld
import TestSupport
import Testing

@testable import Projections

@Suite struct `The state in a snapshot` {
    static let journal = "00112233445566778899aabbccddeeff"

    @Test(arguments: Seeds.first(4))
    func `a snapshot and the events behind it give the same state, wherever it was taken`(
        seed: UInt64
    ) throws {
        var events = RandomEvents(seed: seed)
        let history = try events.history(100)
        let whole = Drawing.lines(of: history.state)
        var prefix = ProjectedState()
        for (index, event) in history.events.enumerated() {
            try event.apply(to: &prefix)
            var state = try Self.stored(prefix)
            #expect(Drawing.lines(of: state) == Drawing.lines(of: prefix))
            for event in history.events[(index + 1)...] { try event.apply(to: &state) }
            #expect(Drawing.lines(of: state) == whole, "cut behind event \(index + 1)")
        }
    }

    @Test(arguments: Seeds.first(4))
    func `a snapshot of a state that came from a snapshot is as good`(seed: UInt64) throws {
        var events = RandomEvents(seed: seed)
        let history = try events.history(300)
        var state = ProjectedState()
        var fresh = ProjectedState()
        for event in history.events {
            try event.apply(to: &state)
            try event.apply(to: &fresh)
            if events.random.chance(200) { state = try Self.stored(state) }
        }
        #expect(Drawing.lines(of: state) == Drawing.lines(of: fresh))
        #expect(Drawing.lines(of: try Self.stored(state)) == Drawing.lines(of: fresh))
    }

    @Test func `every property of every kind's example is kept`() throws {
        let state = try History.ofExamples().state
        let stored = try Self.stored(state)
        #expect(Drawing.lines(of: stored) == Drawing.lines(of: state))
        #expect(Self.bytes(stored) == Self.bytes(state))
    }

    @Test(arguments: Seeds.first(3))
    func `a whole catalogue is kept`(seed: UInt64) throws {
        let state = try History.ofCatalogue(seed: seed).state
        #expect(Drawing.lines(of: try Self.stored(state)) == Drawing.lines(of: state))
    }

    @Test func `equal states are equal bytes`() throws {
        let once = try History.ofExamples().state
        let again = try History.ofExamples().state
        #expect(Self.bytes(once) == Self.bytes(again))
    }

    @Test func `texts are kept to the byte, whatever Unicode says of them`() throws {
        let twins = ["caf\u{E9}", "cafe\u{301}"]
        for label in twins {
            var history = History()
            try history.record(
                CanonicalObserved(
                    canonical: Canonical(id: "1", sku: label, label: label), hash: .of("c")))
            for other in twins {
                let stored = try Self.stored(history.state).account(.shop)
                let found = try #require(stored.canonicals[other]?.canonical)
                #expect(Array((found.label ?? "").utf8) == Array(label.utf8))
                #expect(stored.canonicals.count == 1)
            }
        }
    }

    @Test func `addresses are kept to the byte, whatever folders they are in`() throws {
        let urls = [
            "https://h/a/1.jpg", "https://h/a/2.jpg", "https://h/caf\u{E9}/1.jpg",
            "https://h/cafe\u{301}/2.jpg", "https://h/cafe\u{301}/3.jpg", "https://h/a/4.jpg", "",
            "no folder", "/", "https://h/a/\u{301}.jpg",
        ]
        var item = AmazonItem.boot()
        item.pictures = urls.map { ListedPicture(slot: "MAIN", url: $0, width: 1, height: 1) }
        var history = History()
        try history.export(item)
        let stored = try Self.stored(history.state).catalogue.items[item.key]?.item
        #expect(stored?.pictures.map { Array($0.url.utf8) } == urls.map { Array($0.utf8) })
    }

    // When this fails, what is stored for a state has changed, or what follows from events has:
    // raise `ProjectedState.version`, so that snapshots of the program before are not taken for
    // today's, then write the new digest here. When only the history of this test has changed,
    // the new digest is enough.
    @Test func `what is stored changes only with the version`() throws {
        var state = try History.ofExamples().state
        for event in try History.ofCatalogue(seed: 1).events { try event.apply(to: &state) }
        let bytes = Self.bytes(state).map { "\($0)" }.joined(separator: " ")
        #expect(
            "\(ProjectedState.version) \(Digest.of(bytes))"
                == "4 7dad50698a94f81fefef7693f8bfe2a893f9ad11cd8fab99e4efc54538081802",
            "raise ProjectedState.version, and write what stands on the left into this test")
    }

    static func bytes(_ state: ProjectedState) -> [UInt8] {
        StateSnapshot(state: state, hash: .of("head")).bytes(journalID: journal)
    }

    /// The state as it comes back from the bytes of its snapshot.
    static func stored(_ state: ProjectedState) throws -> ProjectedState {
        let snapshot = try StateSnapshot(bytes(state), journalID: journal)
        #expect(snapshot.hash == .of("head"))
        return snapshot.state
    }
}
