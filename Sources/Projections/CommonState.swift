/// All that a journal tells but what belongs to one Plytix account: it follows from other kinds of
/// events, so that one thread can fold it while another folds the accounts.
package struct CommonState: Sendable {
    /// The sequence number of the last event that is in it.
    package private(set) var position = 0
    private(set) var catalogue = CatalogueState()
    private(set) var pages = PageState()
    private(set) var runs = RunState()
    private(set) var targets = TargetState()
    private(set) var limits = LimitState()

    init() {}

    init(
        position: Int, catalogue: CatalogueState, pages: PageState, runs: RunState,
        targets: TargetState, limits: LimitState
    ) {
        self.position = position
        self.catalogue = catalogue
        self.pages = pages
        self.runs = runs
        self.targets = targets
        self.limits = limits
    }

    /// The stored names of the kinds that it consumes; no account consumes one of them.
    package static let kinds: Set<String> = CatalogueState.kinds.union(PageState.kinds)
        .union(RunState.kinds).union(TargetState.kinds).union(LimitState.kinds)

    package mutating func apply(_ event: PastEvent) throws(ProjectionError) {
        try fold(event, puttingOff: false)
    }

    /// Goes past an event that says nothing here.
    package mutating func pass(_ sequence: Int) { position = sequence }

    private mutating func fold(_ event: PastEvent, puttingOff: Bool) throws(ProjectionError) {
        position = event.sequence
        let consumers = event.kind.consumers
        if consumers.contains(.catalogue), !(puttingOff && catalogue.putOff(event)) {
            try catalogue.apply(event)
        }
        if consumers.contains(.pages) { try pages.apply(event) }
        if consumers.contains(.runs) { try runs.apply(event) }
        if consumers.contains(.targets) { try targets.apply(event) }
        if consumers.contains(.limits) { try limits.apply(event) }
    }

    // MARK: Replaying

    /// Takes in one of many events; after the last, the events of `putOff` must be given to
    /// `reread`, and `finishReplay` must follow.
    package mutating func replay(_ event: PastEvent) throws(ProjectionError) {
        try fold(event, puttingOff: true)
    }

    /// The sequence numbers of the events that a replay has put off, since later ones might have
    /// made them superfluous; ascending.
    package var putOff: [Int] { catalogue.unread.values.sorted() }

    /// Applies an event that was put off.
    package mutating func reread(_ event: PastEvent) throws(ProjectionError) {
        if event.kind.consumers.contains(.catalogue) { try catalogue.catchUp(on: event) }
    }

    /// Forgets what was put off and is there no more.
    package mutating func finishReplay() { catalogue.finishReplay() }
}
