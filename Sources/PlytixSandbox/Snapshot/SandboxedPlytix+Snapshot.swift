package import JSON
import Synchronization

extension SandboxedPlytix {
    /// Everything that all accounts hold, files included, for `restore` in a later process.
    package func snapshot() -> JSONValue {
        state.withLock { ["accounts": .array($0.accounts.map(\.snapshot))] }
    }

    /// Puts back what a snapshot holds of the accounts with the same aliases, ids included.
    ///
    /// Throws when it is no snapshot; then nothing has changed.
    package func restore(_ snapshot: JSONValue) throws(JSONError) {
        let result = state.withLock { state -> Result<Void, JSONError> in
            do throws(JSONError) {
                var accounts = state.accounts
                for value in snapshot["accounts"].elements {
                    let reader = SnapshotReader(value)
                    guard let index = state.index(of: try reader.string("alias")) else { continue }
                    accounts[index] = try Account(
                        snapshot: reader, accounts[index].configuration,
                        settings: state.configuration)
                }
                state.accounts = accounts
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }
}
