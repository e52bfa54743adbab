import AmazonAPI
import Catalog
import ContractSupport
import HTTP
import HTTPTypes
import JSON
import PlytixAPI
import PlytixSandbox
import Testing

/// Values that break an encoding which only nearly works, on their whole way: through the client,
/// over the wire, into the sandbox.
@Suite struct `Nasty values arrive as they left` {
    static let texts = [
        #"Ä+B, [C] & D/E %"#, "100 % = 1", "a%2Cb%", "q?x=1#y", "\"quoted\" \\ 'so'", "日本語 👟",
        "Cafe\u{301}", "../../etc/passwd", "a;b|c", " outer ", "<b>&amp;</b>", "~-._!*()",
    ]

    @Test(arguments: texts)
    func `as a brand and a keyword`(text: String) async throws {
        let tour = ClientTour()
        _ = try await tour.amazon.searchCatalogItems(
            .keywords([text, "plain"], brands: [text]), in: .us)
        let request = try #require(tour.requests(to: "/items").first)
        let target = RequestTarget(request.url)
        // A comma parts values whatever is done to it, and so becomes a blank.
        let sent = text.split { $0 == "," || $0.isWhitespace }.joined(separator: " ")
        #expect(target.values("keywords") == [sent + ",plain"])
        #expect(target.values("brandNames") == [sent])
        try expectPublished(tour)
    }

    @Test func `as a list of ASINs`() async throws {
        let tour = ClientTour()
        let asins = (0..<20).map { "B0000000\($0 + 10)" }
        _ = try await tour.amazon.searchCatalogItems(.identifiers(asins, type: .asin), in: .us)
        let request = try #require(tour.requests(to: "/items").first)
        let target = RequestTarget(request.url)
        #expect(target.values("identifiers") == [asins.joined(separator: ",")])
        #expect(target.values("pageSize") == ["20"])
        #expect(request.body.isEmpty)
        #expect(request.headers[.contentType] == nil)
        try expectPublished(tour)
    }

    @Test(arguments: ["a+b/c==", "x-y_z=", "%2B", "a b&c=d"])
    func `as the token of a page`(token: String) async throws {
        let tour = ClientTour()
        // The sandbox never gave it, and refuses it.
        _ = try? await tour.amazon.searchCatalogItems(
            .keywords(["MCA0032"]), in: .us, pageToken: token)
        let request = try #require(tour.requests(to: "/items").first)
        #expect(RequestTarget(request.url).values("pageToken") == [token])
        try expectPublished(tour)
    }

    @Test(arguments: texts)
    func `as SKU, label and value of a product`(text: String) async throws {
        let tour = ClientTour()
        let definition = AttributeDefinition(
            label: "amazon_title", name: "amazon_title", type: .text, options: [])
        _ = try await tour.plytix.createAttribute(definition)
        let id = try await tour.product(
            ProductDraft(
                sku: text, label: text, attributes: JSONObject([("amazon_title", .string(text))])))
        let kept = try #require(tour.plytixSandbox.state(of: "default"))["products"][0]
        #expect(kept["sku"].string == text)
        #expect(kept["label"].string == text)
        let product = try #require(try await tour.plytix.getProduct(id).value)
        #expect(product.sku == text)
        #expect(product.attributes["amazon_title"] == .string(text))
        let found = try await tour.plytix.findProducts(skus: [text], columns: ["label"])
        #expect(found.map(\.id) == [id])
        try expectPublished(tour)
    }

    @Test(arguments: texts)
    func `as names of families, relations, options and files`(text: String) async throws {
        let tour = ClientTour()
        _ = try await tour.plytix.createFamily(name: text, attributeIDs: [])
        #expect(try await tour.plytix.allFamilies().map(\.name) == [text])
        _ = try await tour.plytix.createRelation(name: text)
        #expect(try await tour.plytix.allRelations().map(\.name) == [text])
        _ = try await tour.plytix.createAttribute(
            AttributeDefinition(label: "a", name: "a", type: .dropdown, options: [text]))
        #expect(try await tour.plytix.allAttributes().map(\.options) == [[text]])
        _ = try await tour.plytix.createAsset(
            url: PlytixTour.picture, fileName: "\(text).jpg")
        let files = try await tour.plytix.searchAssets(fileName: "\(text).jpg").value.rows
        #expect(files.count == 1)
        try expectPublished(tour)
    }

    /// A path is one segment whatever its id is: no id leads elsewhere.
    @Test(arguments: ["../products", "a/b", "%2e%2e", "a?b=c", "x#y", "ä"])
    func `as an id in a path`(id: String) async throws {
        let tour = ClientTour()
        #expect(try await tour.plytix.getProduct(id).value == nil)
        let request = try #require(tour.requests(to: "/products/").first)
        #expect(RequestTarget(request.url).components == ["api", "v1", "products", id])
        try expectPublished(tour)
    }

    private func expectPublished(_ tour: ClientTour) throws {
        guard let published = PublishedSpecifications.shared else { return }
        for exchange in tour.exchanges.all {
            #expect(published.uncovered(exchange.request, exchange.response) == [])
        }
    }
}
