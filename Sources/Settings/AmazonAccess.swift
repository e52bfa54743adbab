package import Catalog

/// Where Amazon is asked, and as whom.
package struct AmazonAccess: Hashable, Sendable {
    /// Nil unless all three parts are there; most commands need none.
    package var credentials: AmazonCredentials?
    /// What is lacking of the credentials, as a person would set it: `LWA_CLIENT_SECRET`.
    package var missing: [String]
    /// One host for all regions, instead of Amazon's own.
    package var apiURL: String?
    package var tokenURL: String

    package init(
        credentials: AmazonCredentials? = nil, apiURL: String? = nil,
        tokenURL: String = AmazonAccess.standardTokenURL
    ) {
        self.credentials = credentials
        let parts: [EnvironmentVariable] = [.refreshToken, .clientID, .clientSecret]
        missing = credentials == nil ? parts.map(\.rawValue) : []
        self.apiURL = apiURL
        self.tokenURL = tokenURL
    }

    /// One address for all regions (`amazon-catalog-items.md` 1.1).
    package static let standardTokenURL = "https://api.amazon.com/auth/o2/token"

    /// The host of a region, without a slash at its end (`amazon-catalog-items.md` 1.4).
    package func apiURL(for region: Marketplace.Region) -> String {
        apiURL ?? "https://sellingpartnerapi-\(region.rawValue).amazon.com"
    }

    /// The credentials, for a command that cannot do without; throws what to set else.
    package func requireCredentials() throws(SettingsError) -> AmazonCredentials {
        guard let credentials else {
            throw SettingsError(
                what: "Amazon's credentials are incomplete: \(missing.joined(separator: " and ")) "
                    + (missing.count == 1 ? "is not set" : "are not set"),
                hint: "Set what is missing in the environment, or in a file that only you may "
                    + "read and that amazon.credentials_file names.")
        }
        return credentials
    }
}
