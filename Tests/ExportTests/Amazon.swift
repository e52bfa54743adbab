import AmazonAPI
import AmazonSandbox
import Catalog
import HTTP
import HTTPTypes
import JSON
import SandboxWorld
import Testing

/// What Amazon answers about the items of a world.
enum Amazon {
    private static let seller = SandboxedAmazon.Seller.sandbox

    /// All items, with all that Amazon says of them.
    static func items(of world: World) throws -> [CatalogItem] {
        let sandbox = SandboxedAmazon(
            world: world,
            configuration: .init(
                imagesURL: "http://127.0.0.1:8080/", sellers: [seller], speed: 1, quirks: []))
        var now = Instant(seconds: 1_772_524_800)
        let token = try token(sandbox, at: now)
        let data = "attributes,identifiers,images,productTypes,relationships,summaries"
        return try world.items.map { item in
            now = now + .seconds(1)
            let path = "http://127.0.0.1:8080/catalog/2022-04-01/items/\(item.asin)"
            let query = "marketplaceIds=\(world.marketplace.id)&includedData=\(data)"
            let response = sandbox.respond(
                to: Request(
                    .get, "\(path)?\(query)",
                    headers: [try #require(HTTPField.Name("x-amz-access-token")): token]),
                at: now)
            return try CatalogItem(try response.json(), marketplace: world.marketplace)
        }
    }

    private static func token(_ sandbox: SandboxedAmazon, at now: Instant) throws -> String {
        let form = [
            ("grant_type", "refresh_token"), ("refresh_token", seller.refreshToken),
            ("client_id", seller.clientID), ("client_secret", seller.clientSecret),
        ]
        let response = sandbox.respond(
            to: Request(
                .post, "/auth/o2/token",
                headers: [.contentType: "application/x-www-form-urlencoded;charset=UTF-8"],
                body: Array(PercentEncoding.form(form).utf8)),
            at: now)
        return try #require(try response.json()["access_token"].string)
    }
}
