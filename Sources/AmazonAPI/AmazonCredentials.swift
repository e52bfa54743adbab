/// What a seller's account is reached with; secrets, which do not show themselves.
package struct AmazonCredentials: Sendable, Hashable {
    package let refreshToken: String
    package let clientID: String
    package let clientSecret: String

    package init(refreshToken: String, clientID: String, clientSecret: String) {
        self.refreshToken = refreshToken
        self.clientID = clientID
        self.clientSecret = clientSecret
    }
}

extension AmazonCredentials: CustomStringConvertible, CustomReflectable {
    package var description: String { "Amazon credentials" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
