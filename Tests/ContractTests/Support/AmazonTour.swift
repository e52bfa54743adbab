import AmazonSandbox
import Catalog
import HTTP
import HTTPTypes
import JSON
import SandboxWorld

/// Somebody who asks Amazon's sandbox for everything that contradicts its specification.
final class AmazonTour {
    private let sandbox: SandboxedAmazon
    private let exchanges: Exchanges
    private var now = Instant(seconds: 1_772_400_000)
    private var token = ""

    init(_ quirks: Set<Quirk> = [], _ exchanges: Exchanges) {
        self.exchanges = exchanges
        sandbox = SandboxedAmazon(world: .bundled, configuration: .init(quirks: quirks))
        let seller = SandboxedAmazon.Seller.sandbox
        let form = PercentEncoding.form([
            ("grant_type", "refresh_token"), ("refresh_token", seller.refreshToken),
            ("client_id", seller.clientID), ("client_secret", seller.clientSecret),
        ])
        let request = Request(
            .post, "https://api.amazon.com/auth/o2/token",
            headers: [.contentType: "application/x-www-form-urlencoded"], body: Array(form.utf8))
        let answer = try? sandbox.respond(to: request, at: now).json()
        token = answer?["access_token"].string ?? ""
    }

    private func get(_ path: String) {
        now = now + .seconds(1)
        var request = Request(.get, "https://sellingpartnerapi-na.amazon.com\(path)")
        if let name = HTTPField.Name("x-amz-access-token") { request.headers[name] = token }
        exchanges.keep(request, sandbox.respond(to: request, at: now))
    }

    /// Every item of the world, and a search.
    func everything() {
        let query = "marketplaceIds=ATVPDKIKX0DER&includedData=summaries,images"
        for item in World.bundled.items {
            get("/catalog/2022-04-01/items/\(item.asin)?\(query)")
        }
        get("/catalog/2022-04-01/items?\(query)&keywords=MCA0032&pageSize=20")
        get(
            "/catalog/2022-04-01/items?\(query)&identifiersType=ASIN&identifiers="
                + (World.bundled.items.first?.asin ?? ""))
        get("/catalog/2022-04-01/items?\(query)&keywords=[MCA0032]")
        get("/catalog/2022-04-01/items/?\(query)")
    }
}
