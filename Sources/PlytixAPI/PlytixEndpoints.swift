/// Where Plytix is reached: scheme and host each, without a slash at the end.
package struct PlytixEndpoints: Sendable, Hashable {
    /// What `/api/v1` hangs on.
    package let pim: String
    /// What `/auth/api/get-token` hangs on.
    package let auth: String

    /// Plytix' own addresses (`plytix-api.md` 1), or others where they are given.
    package init(pim: String? = nil, auth: String? = nil) {
        self.pim = Self.withoutSlash(pim ?? "https://pim.plytix.com")
        self.auth = Self.withoutSlash(auth ?? "https://auth.plytix.com")
    }

    // A request to a URL with two slashes, or with one at its end, is redirected, and loses its
    // token (`plytix-api.md` 1).
    private static func withoutSlash(_ url: String) -> String {
        var url = Substring(url)
        while url.last == "/" { url.removeLast() }
        return String(url)
    }
}
