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
