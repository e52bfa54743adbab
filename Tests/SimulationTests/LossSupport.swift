import AmazonSandbox
import Catalog
import Events
import HTTP
import HTTPTypes
import JSON
import PlytixSandbox
import Projections
import SandboxWorld
import Simulation
import Sync
import Synchronization

extension RunOrder {
    /// The whole workflow on the bundled style, or on another source.
    static func sync(
        _ source: ScopeSource = .style("MCA0032"), in marketplace: Marketplace = .us,
        execute: Bool = true
    ) -> RunOrder {
        var order = RunOrder(
            command: ["plysync", "sync"], phases: Set(Phase.allCases),
            scope: Scope(source: source, marketplaces: [marketplace]))
        order.execute = execute
        return order
    }
}

extension RunReport {
    /// The counts of a phase.
    func done(_ phase: Phase) -> Int? { phases.first { $0.phase == phase }?.done }
    func expected(_ phase: Phase) -> Int? { phases.first { $0.phase == phase }?.expected }
    func left(_ phase: Phase) -> Int? {
        phases.first { $0.phase == phase }.map { $0.pending + $0.failed + $0.inDoubt }
    }
}

extension SimulatedWorld {
    /// Products that came from Amazon, as Plytix serves them, by ASIN.
    var served: [String: JSONValue] {
        var served: [String: JSONValue] = [:]
        for product in plytix.state(of: "default")?["products"].elements ?? [] {
            guard let sku = product["sku"].string, sku.hasPrefix("AMZN-") else { continue }
            served[String(sku.suffix(10))] = product
        }
        return served
    }

    /// How often an operation of the account `default` was asked for, with a status or with any.
    func asked(_ operation: String, status: Int? = nil) -> Int {
        plytix.requestCounts().filter {
            $0.target == "default" && $0.operation == operation
                && (status == nil || $0.status == status)
        }.reduce(0) { $0 + $1.count }
    }

    /// How often Amazon was asked for an operation.
    func askedAmazon(_ operation: String) -> Int {
        amazon.requestCounts().filter { $0.operation == operation }.reduce(0) { $0 + $1.count }
    }
}

extension JSONValue {
    /// The file names of a served product's gallery.
    var gallery: [String] { self["gallery"]["amazon_images"].elements.compactMap(\.string) }
    /// The SKUs that a served product is related to.
    func related(_ label: String) -> Set<String> {
        Set(self["relations"][label].elements.compactMap { $0["sku"].string })
    }
}

/// A transport that answers some requests in the server's place, and counts them.
final class AnsweringTransport: Transport {
    private let transport: any Transport
    private let answer: @Sendable (Request) -> Response?
    private let counted = Mutex(0)

    init(_ transport: any Transport, _ answer: @escaping @Sendable (Request) -> Response?) {
        self.transport = transport
        self.answer = answer
    }

    var count: Int { counted.withLock { $0 } }

    func send(_ request: Request) async throws(TransportError) -> Response {
        guard let response = answer(request) else { return try await transport.send(request) }
        counted.withLock { $0 += 1 }
        return response
    }
}

/// A transport that changes what some answers say.
struct RewritingTransport: Transport {
    let transport: any Transport
    let isMeant: @Sendable (Request) -> Bool
    let rewrite: @Sendable (JSONValue) -> JSONValue

    func send(_ request: Request) async throws(TransportError) -> Response {
        var response = try await transport.send(request)
        guard isMeant(request), let body = try? response.json() else { return response }
        response.body = rewrite(body).bytes
        return response
    }
}

extension Request {
    var isProductCreation: Bool { method == .post && url.hasSuffix("/api/v1/products") }
    var isProductSearch: Bool { method == .post && url.hasSuffix("/products/search") }
    var isAssetCreation: Bool { method == .post && url.hasSuffix("/api/v1/assets") }
    var isLinking: Bool { url.contains("/products/") && url.contains("/relationships/") }
    var isItemSearch: Bool { method == .get && url.contains("/catalog/2022-04-01/items?") }
    var text: String { String(decoding: body, as: UTF8.self) }
}

extension Response {
    /// What Plytix says of a value that it does not take.
    static let unacceptable = Response(
        422,
        json: [
            "error": [
                "errors": [["field": "attributes.amazon_title", "msg": "It is not valid."]],
                "msg": "Schema validation error",
            ]
        ])
    static let forbidden = Response(403, json: ["error": ["msg": "Permission denied."]])
    static let failing = Response(500, json: ["error": ["msg": "Internal server error"]])

    /// A quota that is used up for so many seconds.
    static func limited(seconds: Int) -> Response {
        Response(
            429, headers: [.retryAfter: "\(seconds)"],
            json: ["error": ["msg": "Rate limit exceeded"]])
    }
}

extension Marketplace {
    static let canada = all.first { $0.code == "CA" } ?? .us
}

extension World.Item {
    /// The pictures that a gallery shall show, of each slot the largest.
    var shown: [Picture] {
        Picture.shown(
            of: pictures.map {
                ListedPicture(
                    slot: $0.slot, url: "https://m.media-amazon.com/images/I/\($0.file)",
                    width: $0.width, height: $0.height)
            }, atMost: 20)
    }
}

extension Table {
    /// All entries with other values, to be compared.
    func mapValues<Other>(_ transform: (Value) -> Other) -> [Key: Other] {
        Dictionary(map { ($0.key, transform($0.value)) }, uniquingKeysWith: { _, last in last })
    }
}
