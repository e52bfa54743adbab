/// What a Plytix token is asked for with (`plytix-api.md` 2).
package struct PlytixCredentials: Hashable, Sendable {
    package let key: Secret
    package let password: Secret

    package init(key: Secret, password: Secret) {
        self.key = key
        self.password = password
    }
}
