/// The API key of a Plytix account and its password; secrets, which do not show themselves.
package struct PlytixCredentials: Sendable, Hashable {
    package let key: String
    package let password: String

    package init(key: String, password: String) {
        self.key = key
        self.password = password
    }
}

extension PlytixCredentials: CustomStringConvertible, CustomReflectable {
    package var description: String { "Plytix credentials" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
