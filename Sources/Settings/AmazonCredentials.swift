/// What the Selling Partner API is asked with (`amazon-catalog-items.md` 1.1).
package struct AmazonCredentials: Hashable, Sendable {
    package let refreshToken: Secret
    package let clientID: Secret
    package let clientSecret: Secret

    package init(refreshToken: Secret, clientID: Secret, clientSecret: Secret) {
        self.refreshToken = refreshToken
        self.clientID = clientID
        self.clientSecret = clientSecret
    }
}
