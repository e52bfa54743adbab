/// Where one Plytix account is reached, and as whom.
package struct TargetAccess: Hashable, Sendable {
    /// Nil unless both parts are there.
    package var credentials: PlytixCredentials?
    /// What is lacking of the credentials, as a person would set it: `PLYTIX_API_KEY`.
    package var missing: [String]
    /// The host that `/api/v1` hangs on, without a slash at its end.
    package var apiURL: String
    /// The whole address of the token request.
    package var authURL: String

    package init(
        credentials: PlytixCredentials? = nil, apiURL: String = TargetAccess.standardAPIURL,
        authURL: String = TargetAccess.standardAuthURL
    ) {
        self.credentials = credentials
        let parts: [EnvironmentVariable] = [.plytixKey, .plytixPassword]
        missing = credentials == nil ? parts.map(\.rawValue) : []
        self.apiURL = apiURL
        self.authURL = authURL
    }

    /// Plytix's own addresses (`plytix-api.md` 1 and 2).
    package static let standardAPIURL = "https://pim.plytix.com"
    package static let standardAuthURL = "https://auth.plytix.com/auth/api/get-token"

    /// The credentials, for a command that cannot do without; throws what to set else.
    package func requireCredentials(of alias: String) throws(SettingsError) -> PlytixCredentials {
        guard let credentials else {
            throw SettingsError(
                what: "the credentials of the target \(alias) are incomplete: "
                    + missing.joined(separator: " and ")
                    + (missing.count == 1 ? " is not set" : " are not set"),
                hint: "Set what is missing in the environment, or in a file that only you may "
                    + "read and that targets.\(alias).credentials_file names.")
        }
        return credentials
    }
}
