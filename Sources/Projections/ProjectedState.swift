package import Catalog
import Events

/// All that follows from a journal: what Amazon says, what was decided, what each account holds.
///
/// A pure fold: the same events give the same state, wherever it was caught up from.
package struct ProjectedState: Sendable {
    /// Raised whenever the state that follows from the same events may be another: snapshots of
    /// other versions are not used.
    package static let version = 2

    /// The sequence number of the last event that is in it.
    package private(set) var position = 0
    package private(set) var catalogue = CatalogueState()
    package private(set) var pages = PageState()
    package private(set) var runs = RunState()
    package private(set) var targets = TargetState()
    package private(set) var limits = LimitState()
    /// What each Plytix account holds and what was decided for it, by its system.
    package private(set) var accounts = AccountTable()

    package init() {}

    init(
        position: Int, catalogue: CatalogueState, pages: PageState, runs: RunState,
        targets: TargetState, limits: LimitState, accounts: AccountTable
    ) {
        self.position = position
        self.catalogue = catalogue
        self.pages = pages
        self.runs = runs
        self.targets = targets
        self.limits = limits
        self.accounts = accounts
    }

    /// The kinds that change the state; others need not be decoded, and not even be read.
    package static let kinds: Set<String> = CatalogueState.kinds.union(PageState.kinds)
        .union(RunState.kinds).union(TargetState.kinds).union(LimitState.kinds)
        .union(AccountState.kinds)

    package mutating func apply(_ event: PastEvent) throws(ProjectionError) {
        try fold(event, puttingOff: false)
    }

    /// The same for one of many events; after the last, the events that were put off must be given
    /// to `reread`, and `finishReplay` must follow.
    package mutating func replay(_ event: PastEvent) throws(ProjectionError) {
        try fold(event, puttingOff: true)
    }

    /// The sequence numbers of the events that a replay has put off, since later ones might have
    /// made them superfluous; ascending.
    package var putOff: [Int] {
        (catalogue.unread.values + accounts.values.flatMap(\.unreadIntents)).sorted()
    }

    /// Applies an event that was put off.
    package mutating func reread(_ event: PastEvent) throws(ProjectionError) {
        let consumers = event.kind.consumers
        if consumers.contains(.catalogue) { try catalogue.catchUp(on: event) }
        if consumers.contains(.account) {
            try accounts.change(event.system) { account throws(ProjectionError) in
                try account.catchUp(on: event)
            }
        }
    }

    /// Forgets what was put off and is there no more.
    package mutating func finishReplay() { catalogue.finishReplay() }

    private mutating func fold(
        _ event: PastEvent, puttingOff: Bool
    ) throws(ProjectionError) {
        position = event.sequence
        let consumers = event.kind.consumers
        if consumers.contains(.catalogue), !(puttingOff && catalogue.putOff(event)) {
            try catalogue.apply(event)
        }
        if consumers.contains(.pages) { try pages.apply(event) }
        if consumers.contains(.runs) { try runs.apply(event) }
        if consumers.contains(.targets) { try targets.apply(event) }
        if consumers.contains(.limits) { try limits.apply(event) }
        if consumers.contains(.account) {
            try accounts.change(event.system) { account throws(ProjectionError) in
                try account.fold(event, puttingOff: puttingOff)
            }
        }
    }

    /// Goes past an event whose body was redacted: what it said is lost, and what its header says
    /// still holds: an outcome ends the doubt of its intent, whatever it was.
    package mutating func skip(_ sequence: Int, system: System, kind: String, cause: [Int]) {
        position = sequence
        if AccountState.kinds.contains(kind) { accounts.change(system) { $0.end(cause) } }
    }

    /// What is known of an account; nothing for one that was never seen.
    package func account(_ system: System) -> AccountState { accounts[system] ?? AccountState() }
}

/// A pure fold over the kinds of events that it names.
package protocol Projector {
    /// The stored names of the kinds that it consumes.
    static var kinds: Set<String> { get }
    mutating func apply(_ event: PastEvent) throws(ProjectionError)
}
