package import HTTPTypes

/// How the requests of one system carry their token, and how a stale one is recognised.
package struct Authorisation: Sendable {
    package let tokens: any TokenSource
    package let header: HTTPField.Name
    /// What stands before the token in the header: `Bearer `.
    package let prefix: String
    /// Whether an answer says that the token is no longer good, so that a new one may help.
    package let isStale: @Sendable (Response) -> Bool

    package init(
        tokens: any TokenSource, header: HTTPField.Name, prefix: String = "",
        isStale: @escaping @Sendable (Response) -> Bool
    ) {
        self.tokens = tokens
        self.header = header
        self.prefix = prefix
        self.isStale = isStale
    }
}
