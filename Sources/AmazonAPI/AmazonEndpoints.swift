package import Catalog

/// Where Amazon is reached.
package struct AmazonEndpoints: Sendable, Hashable {
    /// Scheme and host of the Selling Partner API, without a slash at the end.
    package let api: String
    /// The whole URL of the token endpoint.
    package let token: String

    /// Amazon's own addresses for a region, or others where they are given.
    ///
    /// Source: `amazon-catalog-items.md` 1.1 and 1.4: one host per region, one token endpoint.
    package init(region: Marketplace.Region, api: String? = nil, token: String? = nil) {
        let standard = "https://sellingpartnerapi-\(region.rawValue).amazon.com"
        self.api = Self.withoutSlash(api ?? standard)
        self.token = Self.withoutSlash(token ?? "https://api.amazon.com/auth/o2/token")
    }

    private static func withoutSlash(_ url: String) -> String {
        var url = Substring(url)
        while url.last == "/" { url.removeLast() }
        return String(url)
    }
}
