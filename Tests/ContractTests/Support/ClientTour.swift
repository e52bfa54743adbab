import AmazonAPI
import AmazonSandbox
import Catalog
import HTTP
import HTTPTypes
import JSON
import PlytixAPI
import PlytixSandbox
import SandboxWorld

/// Both of our clients, each in front of a sandbox, with all that they say kept.
struct ClientTour {
    let exchanges = Exchanges()
    let plytix: PlytixClient
    let plytixSandbox: SandboxedPlytix
    let amazon: AmazonClient

    init(_ quirks: Set<PlytixSandbox.Quirk> = []) {
        let clock = ImmediateClock()
        let jitter = Jitter(SplitMix64(seed: 7))
        let plytixSandbox = PlytixTour.sandbox(quirks)
        let amazonSandbox = SandboxedAmazon(world: .bundled)
        let exchanges = exchanges
        func kept(_ respond: @escaping InProcessTransport.Server) -> InProcessTransport.Server {
            { request, now in
                let response = respond(request, now)
                exchanges.keep(request, response)
                return response
            }
        }
        let toPlytix = kept { plytixSandbox.respond(to: $0, at: $1) }
        let toAmazon = kept { amazonSandbox.respond(to: $0, at: $1) }
        let session = HTTPSession(
            transport: InProcessTransport(
                routes: [
                    "pim.plytix.com": toPlytix, "auth.plytix.com": toPlytix,
                    "api.amazon.com": toAmazon, "sellingpartnerapi-na.amazon.com": toAmazon,
                ], clock: clock),
            clock: clock, governor: Governor(clock: clock, jitter: jitter), jitter: jitter,
            counter: RequestCounter(), userAgent: "plysync/test")
        let seller = SandboxedAmazon.Seller.sandbox
        self.plytixSandbox = plytixSandbox
        plytix = PlytixClient(
            credentials: PlytixCredentials(key: "key", password: "password"),
            endpoints: PlytixEndpoints(), session: session, alias: "default")
        amazon = AmazonClient(
            credentials: AmazonCredentials(
                refreshToken: seller.refreshToken, clientID: seller.clientID,
                clientSecret: seller.clientSecret),
            endpoints: AmazonEndpoints(region: .northAmerica), session: session)
    }

    /// The requests to a path that holds some text, with their queries read as a server reads them.
    func requests(to path: String) -> [Request] {
        exchanges.all.map(\.request).filter { $0.url.contains(path) }
    }

    /// Every operation of Plytix that we use, once.
    func allOfPlytix() async throws(APIError) {
        let definition = AttributeDefinition(
            label: "amazon_color", name: "amazon_color", type: .dropdown, options: ["Red"])
        let attribute = Self.made(try await plytix.createAttribute(definition))?.id ?? ""
        _ = try await plytix.patchAttributeOptions(attribute, options: ["Red", "Blue"])
        _ = try await plytix.allAttributes()
        let family =
            Self.made(try await plytix.createFamily(name: "Amazon", attributeIDs: []))?.id ?? ""
        _ = try await plytix.allFamilies()
        _ = try await plytix.linkFamilyAttributes([attribute], to: family)
        _ = try await plytix.familyAttributes(of: family)
        let relation =
            Self.made(try await plytix.createRelation(name: "Amazon Listings"))?.id ?? ""
        _ = try await plytix.allRelations()
        guard
            case .created(let asset) = try await plytix.createAsset(
                url: PlytixTour.picture, fileName: "a.jpg"
            ).value
        else { return }
        _ = try await plytix.getAsset(asset.id)
        _ = try await plytix.searchAssets(fileName: "a.jpg")
        let first = try await product(
            ProductDraft(
                sku: "A", label: "a", status: "Draft", gtin: "0012345678905",
                attributes: JSONObject([("amazon_color", "Red")])))
        guard
            case .created(let second) = try await plytix.createVariant(
                ProductDraft(sku: "B", label: "b", gtin: "0012345678905"), of: first
            ).value
        else { return }
        _ = try await plytix.assignFamily(family, to: first)
        _ = try await plytix.getProduct(first)
        _ = try await plytix.linkAsset(asset.id, to: first, label: "thumbnail")
        _ = try await plytix.unlinkAsset(asset.id, from: first)
        _ = try await plytix.patchProduct(
            first,
            ProductPatch(
                fields: JSONObject([("label", "new")]),
                attributes: JSONObject([("amazon_color", "Blue")]),
                thumbnail: .asset(asset.id)))
        _ = try await plytix.findProducts(skus: ["A", "B"], columns: ["attributes.amazon_color"])
        let target = RelationTarget(id: second.id, quantity: 1)
        _ = try await plytix.linkProducts([target], from: first, relation: relation)
        _ = try await plytix.unlinkProducts([second.id], from: first, relation: relation)
    }

    func product(_ draft: ProductDraft) async throws(APIError) -> String {
        guard case .created(let product) = try await plytix.createProduct(draft).value else {
            return ""
        }
        return product.id
    }

    private static func made<Seen>(_ answer: Answered<DefinitionCreation<Seen>>) -> Seen? {
        guard case .created(let seen) = answer.value else { return nil }
        return seen
    }
}
