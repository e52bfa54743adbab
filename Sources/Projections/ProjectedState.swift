package import Catalog
import Events

/// All that follows from a journal: what Amazon says, what was decided, what each account holds.
///
/// A pure fold: the same events give the same state, wherever it was caught up from.
package struct ProjectedState: Sendable {
    /// Raised whenever the state that follows from the same events may be another: snapshots of
    /// other versions are not used.
    package static let version = 4

    /// What belongs to no account.
    package private(set) var common = CommonState()
    /// What each Plytix account holds and what was decided for it, by its system.
    package private(set) var accounts = AccountTable()

    /// The sequence number of the last event that is in it.
    package var position: Int { common.position }
    package var catalogue: CatalogueState { common.catalogue }
    package var pages: PageState { common.pages }
    package var runs: RunState { common.runs }
    package var targets: TargetState { common.targets }
    package var limits: LimitState { common.limits }

    package init() {}

    /// Joins the parts that were folded apart.
    package init(common: CommonState, accounts: AccountTable) {
        self.common = common
        self.accounts = accounts
    }

    /// The kinds that change the state; others need not be decoded, and not even be read.
    package static let kinds: Set<String> = CommonState.kinds.union(AccountState.kinds)

    package mutating func apply(_ event: PastEvent) throws(ProjectionError) {
        try common.apply(event)
        try accounts.apply(event)
    }

    /// Goes past events that change nothing, up to a sequence number.
    package mutating func pass(_ sequence: Int) { common.pass(sequence) }

    /// Goes past an event whose body was redacted: what it said is lost, and what its header says
    /// still holds.
    package mutating func skip(_ sequence: Int, system: System, kind: String, cause: [Int]) {
        common.pass(sequence)
        accounts.skip(system: system, kind: kind, cause: cause)
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
