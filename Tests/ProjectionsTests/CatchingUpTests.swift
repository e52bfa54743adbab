import Catalog
import Events
import JSON
import Projections
import SandboxWorld
import TestSupport
import Testing

@Suite struct `Folding a history` {
    @Test(arguments: Seeds.first(30))
    func `rebuilt from nothing is the same as caught up in pieces`(seed: UInt64) throws {
        var events = RandomEvents(seed: seed)
        let history = try events.history(300)
        let whole = Drawing.lines(of: history.state)
        for _ in 0..<3 {
            var snapshots = [ProjectedState()]
            for event in history.events {
                var state = snapshots[snapshots.count - 1]
                try event.apply(to: &state)
                // Now and then a copy is kept, and the fold goes on from it.
                if events.random.chance(30) {
                    snapshots.append(state)
                } else {
                    snapshots[snapshots.count - 1] = state
                }
            }
            #expect(Drawing.lines(of: snapshots[snapshots.count - 1]) == whole)
        }
    }

    @Test(arguments: Seeds.first(10))
    func `a copy that was kept stays as it was`(seed: UInt64) throws {
        var events = RandomEvents(seed: seed)
        let history = try events.history(200)
        let middle = events.random.below(history.position)
        var state = ProjectedState()
        for event in history.events[..<middle] { try event.apply(to: &state) }
        let kept = state
        let lines = Drawing.lines(of: kept)
        for event in history.events[middle...] { try event.apply(to: &state) }
        #expect(Drawing.lines(of: kept) == lines)
        #expect(kept.position == middle)
    }

    @Test(arguments: Seeds.first(10))
    func `each projector needs only the kinds that it names`(seed: UInt64) throws {
        var events = RandomEvents(seed: seed)
        let history = try events.history(300)
        try expect(CatalogueState(), history.state.catalogue, history)
        try expect(PageState(), history.state.pages, history)
        try expect(RunState(), history.state.runs, history)
        try expect(TargetState(), history.state.targets, history)
        try expect(LimitState(), history.state.limits, history)
        for system in [System.shop, .fresh] {
            try expect(AccountState(), history.state.account(system), history, of: system)
        }
    }

    private func expect<State: Projector>(
        _ empty: State, _ full: State, _ history: History, of system: System? = nil
    ) throws {
        var state = empty
        for event in history.events
        where State.kinds.contains(event.draft.kind)
            && (system ?? event.draft.system) == event.draft.system
        {
            try event.withPast { try state.apply($0) }
        }
        #expect(Drawing.lines(of: state) == Drawing.lines(of: full))
    }

    @Test(arguments: Seeds.first(10))
    func `what happens in one account changes no other`(seed: UInt64) throws {
        var events = RandomEvents(seed: seed)
        let history = try events.history(300)
        var alone = History()
        for event in history.events {
            alone.run = event.run
            alone.now = event.time
            // The numbers stay the same: what is not of this account is told as nothing of ours.
            var draft = event.draft
            if draft.system == .fresh { draft.kind = "Unknown" }
            try alone.append([draft])
        }
        let (one, both) = (alone.state.account(.shop), history.state.account(.shop))
        #expect(Drawing.lines(of: one) == Drawing.lines(of: both))
        #expect(Drawing.lines(of: alone.state.account(.fresh)) == Drawing.lines(of: AccountState()))
    }

    @Test(arguments: [System.shop, .amazon, .plysync])
    func `a kind that a newer program wrote moves the position, and nothing else`(system: System)
        throws
    {
        var history = History()
        try history.export(.boot())
        let before = history.state
        try history.append([
            RecordDraft(
                system: system, kind: "MatchOverridden", version: 7, subjects: [],
                body: Array("not even JSON".utf8))
        ])
        #expect(
            Drawing.difference(from: before, to: history.state)
                == ["- .common.position = 1", "+ .common.position = 2"])
    }

    @Test func `facts about accounts are Plytix's, whoever else uses the kind`() throws {
        var history = History()
        try history.record(ProductCreated(sku: "S", id: "1", adopted: false), by: .amazon)
        #expect(history.state.accounts.isEmpty)
    }

    @Test func `all kinds that are consumed are known`() {
        let known = Set(EventKinds.all.map { $0.kind })
        #expect(ProjectedState.kinds.isSubset(of: known))
        #expect(
            known.subtracting(ProjectedState.kinds) == [
                "DriftFound", "BodyRedacted", "PictureKept",
            ])
    }

    static let unreadable: [(String, Int, String)] = [
        ("ProductCreated", 1, #"{"sku":"S"}"#), ("ProductCreated", 1, "{"),
        ("ProductCreated", 1, ""),
        ("ProductCreated", 2, #"{"sku":"S","id":"1","adopted":false}"#),
        ("ProductExported", 1, "[]"), ("RunStarted", 1, "{}"), ("PageObserved", 1, "null"),
        ("TargetBound", 1, "{}"), ("LimitObserved", 1, "{}"),
    ]

    @Test(arguments: unreadable)
    func `a body that cannot be read is an error that names its event`(
        kind: String, version: Int, body: String
    ) throws {
        var history = History()
        try history.export(.boot())
        let error = #expect(throws: ProjectionError.self) {
            try history.append([
                RecordDraft(
                    system: .shop, kind: kind, version: version, subjects: [],
                    body: Array(body.utf8))
            ])
        }
        #expect(error.map { "\($0)".contains("event 2 (\(kind)) cannot be read") } == true)
    }

    @Test(arguments: Seeds.first(10))
    func `a replay that puts exports and intents off to its end gives the same state`(
        seed: UInt64
    ) throws {
        var events = RandomEvents(seed: seed)
        let history = try events.history(300)
        // Each part gets its own events only, as in two threads.
        var common = ProjectedState().common
        var accounts = ProjectedState().accounts
        for event in history.events {
            try event.withPast { past in
                if CommonState.kinds.contains(event.draft.kind) { try common.replay(past) }
                if AccountState.kinds.contains(event.draft.kind) { try accounts.replay(past) }
            }
        }
        #expect(common.putOff.count == history.state.catalogue.items.count)
        #expect(
            accounts.putOff.count
                == history.state.accounts.values.reduce(0) { $0 + $1.doubts.count })
        for sequence in common.putOff {
            try history.events[sequence - 1].withPast { try common.reread($0) }
        }
        for sequence in accounts.putOff {
            try history.events[sequence - 1].withPast { try accounts.reread($0) }
        }
        #expect(common.putOff.isEmpty && accounts.putOff.isEmpty)
        common.finishReplay()
        var state = ProjectedState(common: common, accounts: accounts)
        state.pass(history.position)
        #expect(Drawing.lines(of: state) == Drawing.lines(of: history.state))
    }
}
