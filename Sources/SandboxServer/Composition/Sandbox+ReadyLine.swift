internal import AmazonSandbox
package import JSON

extension Sandbox {
    /// Where everything is and what opens it: what `plysync sandbox` prints when it is ready.
    package var addresses: JSONValue {
        let seller = SandboxedAmazon.Seller.sandbox
        let targets = Self.aliases.map { alias in
            let credentials = SandboxCredentials(alias: alias)
            let target: JSONValue = [
                "api_key": JSONValue(credentials.key),
                "api_password": JSONValue(credentials.password),
            ]
            return (alias, target)
        }
        return [
            "amazon_url": JSONValue(baseURL),
            "lwa_url": JSONValue(baseURL + "/auth/o2/token"),
            "plytix_url": JSONValue(baseURL),
            // Clients put `/auth/api/get-token` behind it (`independent-clients.md`, 3).
            "plytix_auth_url": JSONValue(baseURL),
            "images_url": JSONValue(baseURL + "/images"),
            "control_url": JSONValue(baseURL + "/control"),
            "amazon": [
                "refresh_token": JSONValue(seller.refreshToken),
                "client_id": JSONValue(seller.clientID),
                "client_secret": JSONValue(seller.clientSecret),
            ],
            "targets": .object(JSONObject(targets)),
        ]
    }

    /// The same as one line, without its end.
    package var readyLine: String { addresses.text }
}
