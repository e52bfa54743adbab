package import Catalog
package import JSON
import Synchronization

extension SandboxedPlytix {
    /// The aliases of the accounts, in the order of their configurations.
    package var aliases: [String] {
        state.withLock { $0.accounts.map(\.configuration.alias) }
    }

    /// A whole account, nil for an unknown alias.
    ///
    /// Products by SKU, with attributes, family, galleries and thumbnail by file name, and relations
    /// by SKU and label; assets; definitions.
    /// The order is fixed; ids stand under `id` only, and there are no times, so that two accounts
    /// with the same content differ in `id` members alone (and in `account`).
    package func state(of alias: String) -> JSONValue? {
        state.withLock { state in
            state.accounts.first { $0.configuration.alias == alias }?.state()
        }
    }

    /// Every request that was answered, files of assets aside, sorted by target, operation, status.
    package func requestCounts() -> [RequestCount] {
        state.withLock { state in
            state.counts.map { key, count in
                RequestCount(
                    target: key.target, operation: key.operation, status: key.status,
                    isWrite: key.isWrite, count: count)
            }.sorted { a, b in
                (a.target ?? "", a.operation, a.status) < (b.target ?? "", b.operation, b.status)
            }
        }
    }

    /// How many requests to an account were writes, whatever came of them.
    package func writeCount(of alias: String) -> Int {
        requestCounts().filter { $0.target == alias && $0.isWrite }.reduce(0) { $0 + $1.count }
    }

    /// Begins the counting anew.
    package func forgetRequestCounts() { state.withLock { $0.counts = [:] } }

    /// Empties an account, whose id, key, limits and tokens stay; false for an unknown alias.
    @discardableResult
    package func reset(_ alias: String) -> Bool {
        state.withLock { state in
            guard let index = state.index(of: alias) else { return false }
            state.accounts[index].empty(state.configuration)
            return true
        }
    }

    /// Gives the role of an account's key exactly these rights; false for an unknown alias.
    @discardableResult
    package func permit(_ permissions: Set<Permission>, to alias: String) -> Bool {
        state.withLock { state in
            guard let index = state.index(of: alias) else { return false }
            state.accounts[index].configuration.permissions = permissions
            return true
        }
    }

    /// Ends every token that is out, before its time.
    package func revokeTokens() { state.withLock { $0.tokens = [:] } }

    /// Changes an account as a person does in the web application, past API and limits.
    ///
    /// Nil for an unknown alias.
    @discardableResult
    package func byHand<Result: Sendable>(
        in alias: String, at now: Instant, _ change: @Sendable (inout AccountEditor) -> Result
    ) -> Result? {
        state.withLock { state in
            guard let index = state.index(of: alias) else { return nil }
            state.accounts[index].catchUp(at: now)
            var editor = AccountEditor(state.accounts[index], at: now)
            let result = change(&editor)
            state.accounts[index] = editor.account
            return result
        }
    }
}

extension ServerState {
    func index(of alias: String) -> Int? {
        accounts.firstIndex { $0.configuration.alias == alias }
    }
}

extension Account {
    mutating func empty(_ settings: SandboxedPlytix.Configuration) {
        var bare = configuration
        bare.accountID = accountID
        bare.canonicals = []
        bare.uploadedBefore = []
        let next = identifiers
        let windows = windows
        let userID = userID
        self = Account(bare, userID: userID, settings: settings)
        identifiers = next
        self.windows = windows
    }
}
