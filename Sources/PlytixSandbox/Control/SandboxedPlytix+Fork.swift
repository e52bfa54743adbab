import Synchronization

extension SandboxedPlytix {
    /// A second Plytix that has got as far as this one, tokens, windows and what searches do not see
    /// yet included; from now on they differ.
    ///
    /// Costs little: what neither changes is shared. `fetch` is that of `init`.
    package func fork(fetch: @escaping @Sendable (String) -> FetchedFile) -> SandboxedPlytix {
        SandboxedPlytix(state.withLock { $0 }, fetch: fetch)
    }
}
