package import Catalog

/// A token that requests carry; it is a secret and does not show itself in descriptions.
package struct AccessToken: Sendable, Hashable {
    package let value: String
    /// From when on it is no longer used: some time before the server refuses it.
    package let renewAt: Instant

    package init(value: String, renewAt: Instant) {
        self.value = value
        self.renewAt = renewAt
    }

    /// A token that lives as long as `lifetime`; it is renewed a minute before its end, or a tenth
    /// of its life where that is less.
    package init(value: String, lifetime: Duration, from start: Instant) {
        self.init(value: value, renewAt: start + (lifetime - min(.seconds(60), lifetime / 10)))
    }
}

extension AccessToken: CustomStringConvertible, CustomReflectable {
    package var description: String { "access token until \(renewAt.shortDescription)" }
    package var customMirror: Mirror { Mirror(self, children: ["renewAt": renewAt]) }
}
