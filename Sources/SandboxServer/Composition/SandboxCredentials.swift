/// What opens a Plytix account of the sandbox, and nothing else; no secret.
package struct SandboxCredentials: Sendable, Hashable {
    package let key: String
    package let password: String

    /// The same for every start, so that a script can have them written down.
    package init(alias: String) {
        key = "sandbox-\(alias)-key"
        password = "sandbox-\(alias)-password"
    }
}
