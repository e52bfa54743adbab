import AmazonAPI
import Catalog
import HTTP
import HTTPTypes
import JSON
import PlytixAPI
import SandboxWorld
import Synchronization

/// The clients as a whole, policies and governor included, against a server of which each answer is
/// any status, any headers and any body.
extension FuzzTarget {
    /// The first byte chooses the operation; then answers as `ScriptedServer` reads them, the first
    /// of which is that of the token endpoint.
    static let amazonClient = FuzzTarget(client: "amazon-client", seeds: { Seeds.amazonScripts }) {
        bytes in
        guard let asin = ASIN("B07X8Z63ZL") else { return }
        let client = AmazonClient(
            credentials: AmazonCredentials(
                refreshToken: "refresh", clientID: "id", clientSecret: "secret"),
            endpoints: AmazonEndpoints(region: .northAmerica), session: session(bytes.dropFirst()))
        // Any end will do, so long as there is one.
        switch (bytes.first ?? 0) % 3 {
        case 0:
            _ = try? await client.searchCatalogItems(
                .identifiers([asin.text], type: .asin), in: .us)
        case 1:
            _ = try? await client.searchCatalogItems(
                .keywords(["boot"], brands: ["Sandbox Brand"]), in: .us, pageToken: "next")
        default: _ = try? await client.getCatalogItem(asin, in: .us)
        }
    }

    /// The same for Plytix.
    static let plytixClient = FuzzTarget(client: "plytix-client", seeds: { Seeds.plytixScripts }) {
        bytes in
        let client = PlytixClient(
            credentials: PlytixCredentials(key: "key", password: "password"),
            endpoints: PlytixEndpoints(), session: session(bytes.dropFirst()), alias: "default")
        await ask(client, operation: Int(bytes.first ?? 0))
    }

    /// How many operations of Plytix there are to choose from.
    static let plytixOperations = 17

    private static func ask(_ client: PlytixClient, operation: Int) async {
        let id = "5c4ed8002f0985001d233274"
        let draft = ProductDraft(sku: "AMZN-US-B07X8Z63ZL", label: "Boot")
        switch operation % plytixOperations {
        case 0: _ = try? await client.account()
        case 1: _ = try? await client.createProduct(draft)
        case 2: _ = try? await client.createVariant(draft, of: id)
        case 3: _ = try? await client.getProduct(id)
        case 4:
            _ = try? await client.patchProduct(
                id, ProductPatch(fields: JSONObject([("label", "B")])))
        case 5:
            _ = try? await client.searchProducts(
                ProductQuery(columns: (0..<30).map { "attributes.a\($0)" }))
        case 6: _ = try? await client.findProducts(skus: [draft.sku], columns: ["label"])
        case 7: _ = try? await client.createAsset(url: "https://example.org/a.jpg", fileName: "a")
        case 8: _ = try? await client.searchAssets(fileName: "a.jpg")
        case 9: _ = try? await client.getAsset(id)
        case 10: _ = try? await client.linkAsset(id, to: id, label: "amazon_images")
        case 11:
            _ = try? await client.linkProducts(
                [RelationTarget(id: id, quantity: 1)], from: id, relation: id)
        case 12: _ = try? await client.searchAttributes()
        case 13: _ = try? await client.familyAttributes(of: id)
        case 14: _ = try? await client.createFamily(name: "Amazon", attributeIDs: [id])
        case 15: _ = try? await client.createRelation(name: "Amazon Hierarchy")
        default: _ = try? await client.assignFamily(id, to: id)
        }
    }

    private static func session(_ script: ArraySlice<UInt8>) -> HTTPSession {
        let clock = LeapingClock()
        let jitter = Jitter(SplitMix64(seed: 1))
        return HTTPSession(
            transport: ScriptedServer(script), clock: clock,
            governor: Governor(clock: clock, jitter: jitter), jitter: jitter,
            counter: RequestCounter(), userAgent: "plysync/1.0 (Language=Swift)")
    }
}

/// A clock on which waiting takes no time.
final class LeapingClock: WallClock {
    private let time = Mutex(Instant(seconds: 1_772_352_000))

    var now: Instant { time.withLock { $0 } }

    func sleep(until instant: Instant) async throws(CancellationError) {
        guard !Task.isCancelled else { throw CancellationError() }
        time.withLock { $0 = max($0, instant) }
    }
}

/// Gives one answer after the other, and the last one for ever.
///
/// Answers are parted by a zero byte: a byte for the status, lines of headers, a blank line, and
/// the body.
final class ScriptedServer: Transport {
    private let token: Response
    private let answers: [Response]
    private let count = Mutex(0)

    init(_ script: ArraySlice<UInt8>) {
        let parts = script.split(separator: 0, omittingEmptySubsequences: false).map(Self.response)
        token = parts.first ?? Response(500)
        answers = Array(parts.dropFirst())
    }

    func send(_ request: Request) async throws(TransportError) -> Response {
        if request.url.hasSuffix("token") { return token }
        let number = count.withLock { count in
            defer { count += 1 }
            return count
        }
        guard let last = answers.last else { throw .lost(host: "", reason: "no answer is left") }
        return number < answers.count ? answers[number] : last
    }

    private static func response(_ bytes: ArraySlice<UInt8>) -> Response {
        let statuses = FuzzTarget.statuses
        let status = statuses[Int(bytes.first ?? 0) % statuses.count]
        var headers = HTTPFields()
        var rest = bytes.dropFirst()
        while let end = rest.firstIndex(of: 0x0A), end > rest.startIndex {
            let line = String(decoding: rest[..<end], as: UTF8.self)
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            if parts.count == 2, let name = HTTPField.Name(parts[0]) { headers[name] = parts[1] }
            rest = rest[(end + 1)...]
        }
        return Response(status, headers: headers, body: Array(rest.dropFirst()))
    }
}
