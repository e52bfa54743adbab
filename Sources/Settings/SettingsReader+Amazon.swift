import Catalog

/// The section `amazon`.
extension SettingsReader {
    func marketplaces() throws(SettingsError) -> [Marketplace] {
        let written = try root.section("amazon").texts("marketplaces")
        let given = flag("--marketplace", overrides.marketplaces).map { [$0] }
        guard let found = given ?? written else { return [.us] }
        var marketplaces: [Marketplace] = []
        for text in found {
            for code in text.text.split(separator: ",") {
                let code = String(code.filter { !$0.isWhitespace })
                guard let marketplace = Marketplace(code) else {
                    throw text.place.unknown(
                        code, among: Marketplace.all.map(\.code), are: "Marketplaces are")
                }
                if !marketplaces.contains(marketplace) { marketplaces.append(marketplace) }
            }
        }
        guard !marketplaces.isEmpty else {
            let written = try root.section("amazon").place(of: "marketplaces")
            throw (found.first?.place ?? written).expected(
                "at least one marketplace", found: "none")
        }
        return marketplaces
    }

    func brand() throws(SettingsError) -> String? {
        let written = try root.section("amazon").text("brand")
        return try (flag("--brand", overrides.brand) ?? written)?.plainText()
    }

    func amazon(for marketplaces: [Marketplace]) throws(SettingsError) -> AmazonAccess {
        let section = try root.section("amazon")
        let file = try credentialsFile(of: section)
        let refreshToken = try secret(
            "refresh_token", of: section, variable: EnvironmentVariable.refreshToken.rawValue,
            file: file)
        let clientID = try secret(
            "client_id", of: section, variable: EnvironmentVariable.clientID.rawValue, file: file)
        let clientSecret = try secret(
            "client_secret", of: section, variable: EnvironmentVariable.clientSecret.rawValue,
            file: file)
        var access = AmazonAccess()
        if let refreshToken, let clientID, let clientSecret {
            access = AmazonAccess(
                credentials: AmazonCredentials(
                    refreshToken: refreshToken, clientID: clientID, clientSecret: clientSecret))
        } else {
            access.missing = [
                (refreshToken, EnvironmentVariable.refreshToken),
                (clientID, .clientID), (clientSecret, .clientSecret),
            ].filter { $0.0 == nil }.map { $0.1.rawValue }
        }
        let apiURL = try section.text("api_url")
        access.apiURL = try (variable(.amazonURL) ?? apiURL)?.address()
        let tokenURL = try section.text("token_url")
        if let found = variable(.tokenURL) ?? tokenURL {
            access.tokenURL = try found.address(endingWith: "/auth/o2/token")
        }
        try refuseSeveralRegions(marketplaces, access)
        return access
    }

    /// A refresh token holds for one region (`amazon-catalog-items.md` 1.4).
    private func refuseSeveralRegions(
        _ marketplaces: [Marketplace], _ access: AmazonAccess
    ) throws(SettingsError) {
        guard access.apiURL == nil, let first = marketplaces.first,
            let other = marketplaces.first(where: { $0.region != first.region })
        else { return }
        let written = try root.section("amazon").place(of: "marketplaces")
        let place = overrides.marketplaces == nil ? written : Place("--marketplace", .flag)
        throw place.error(
            "\(first) and \(other) are in different regions of Amazon, and credentials hold for one",
            hint: "Make a configuration file for each region, with credentials of its own.")
    }
}
