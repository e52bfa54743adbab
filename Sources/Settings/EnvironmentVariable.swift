/// The environment variables that settings are read from; an empty one counts as not set.
package enum EnvironmentVariable: String, CaseIterable, Sendable {
    case journal = "PLYSYNC_JOURNAL"
    case target = "PLYSYNC_TARGET"
    case refreshToken = "SP_API_REFRESH_TOKEN"
    case clientID = "LWA_APP_ID"
    case clientSecret = "LWA_CLIENT_SECRET"
    case amazonURL = "PLYSYNC_AMAZON_URL"
    case tokenURL = "PLYSYNC_LWA_URL"
    case plytixKey = "PLYTIX_API_KEY"
    case plytixPassword = "PLYTIX_API_PASSWORD"
    case plytixURL = "PLYTIX_PIM_BASE_URL"
    case plytixAuthURL = "PLYTIX_AUTH_BASE_URL"
}

extension EnvironmentVariable {
    /// Whether a text can be the name of a variable.
    static func isName(_ text: String) -> Bool {
        let isLetter = { (byte: UInt8) in
            (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
        }
        guard let first = text.utf8.first, isLetter(first) else { return false }
        return text.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
    }
}
