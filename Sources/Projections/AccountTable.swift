package import Catalog

/// What each Plytix account holds, by its system.
///
/// There are few of them, and a replay asks for one at nearly every event: comparing names that lie
/// in the same memory costs less than a hash.
package struct AccountTable: Sendable {
    private var systems: [System] = []
    private var states: [AccountState] = []

    init() {}

    init(_ accounts: [System: AccountState]) {
        for (system, state) in accounts { insert(system, state) }
    }

    package var isEmpty: Bool { states.isEmpty }
    package var values: [AccountState] { states }
    /// In the order of their names.
    var entries: [(system: System, state: AccountState)] {
        zip(systems, states).map { (system: $0, state: $1) }
    }

    package subscript(system: System) -> AccountState? {
        systems.firstIndex(of: system).map { states[$0] }
    }

    /// Changes what an account of Plytix holds, in place; nothing where the system is none.
    mutating func change<Failure: Error>(
        _ system: System, _ change: (inout AccountState) throws(Failure) -> Void
    ) throws(Failure) {
        if let index = systems.firstIndex(of: system) { return try change(&states[index]) }
        guard system.isPlytix else { return }
        let index = insert(system, AccountState())
        try change(&states[index])
    }

    @discardableResult
    private mutating func insert(_ system: System, _ state: AccountState) -> Int {
        let index = systems.firstIndex { system < $0 } ?? systems.count
        systems.insert(system, at: index)
        states.insert(state, at: index)
        return index
    }
}

// MARK: - Folding

extension AccountTable {
    package mutating func apply(_ event: PastEvent) throws(ProjectionError) {
        guard event.kind.consumers.contains(.account) else { return }
        try change(event.system) { account throws(ProjectionError) in try account.apply(event) }
    }

    /// Goes past an event whose body was redacted: an outcome ends the doubt of its intent,
    /// whatever it was.
    package mutating func skip(system: System, kind: String, cause: [Int]) {
        if AccountState.kinds.contains(kind) { change(system) { $0.end(cause) } }
    }

    /// Takes in one of many events; after the last, the events of `putOff` must be given to
    /// `reread`.
    package mutating func replay(_ event: PastEvent) throws(ProjectionError) {
        guard event.kind.consumers.contains(.account) else { return }
        try change(event.system) { account throws(ProjectionError) in try account.replay(event) }
    }

    /// The sequence numbers of the events that a replay has put off, since later ones might have
    /// made them superfluous; ascending.
    package var putOff: [Int] { states.flatMap(\.unreadIntents).sorted() }

    /// Applies an event that was put off.
    package mutating func reread(_ event: PastEvent) throws(ProjectionError) {
        guard event.kind.consumers.contains(.account) else { return }
        try change(event.system) { account throws(ProjectionError) in try account.catchUp(on: event)
        }
    }
}
