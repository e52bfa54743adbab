import Catalog
import Events
import HTTP
import HTTPTypes
import JSON
import Planning
import PlytixSandbox
import Projections
import SandboxWorld
import Simulation
import Sync
import Synchronization
import Testing

/// A person deletes a picture between its upload and the creation of the product that shows it.
@Suite struct `A picture that somebody deletes meanwhile` {
    private static let order = {
        var order = RunOrder(
            command: ["plysync", "sync"], phases: Set(Phase.allCases),
            scope: Scope(source: .style("MCA0032"), marketplaces: [.us]))
        order.execute = true
        return order
    }()

    /// A world after a run in which the file was deleted before the first product was made.
    private static func run() throws -> (world: SimulatedWorld, report: RunReport, file: String) {
        let world = try SimulatedWorld()
        let deleter = Deleter(world)
        let report = try world.run(order, wrap: { deleter.before($0) })
        return (world, report, try #require(deleter.file))
    }

    @Test func `costs no product`() throws {
        let (world, report, file) = try Self.run()
        let products = report.phases.first { $0.phase == .products }
        #expect(products?.done == 20)
        #expect(report.failures.contains { $0.key == "asset \(file)" })
        #expect(try world.account.goneAssets.keys.sorted() == [file])
        #expect(!Self.shown(in: world).contains(file))
        let second = try world.run(Self.order)
        #expect(second.requests.plytixWrites == 0)
    }

    @Test func `comes back when a person says so`() throws {
        let (world, _, file) = try Self.run()
        try world.record(RetryAsked(keys: ["asset \(file)"]))
        let back = try world.run(Self.order)
        #expect(!back.failures.contains { $0.key == "asset \(file)" })
        #expect(Self.shown(in: world).contains(file))
    }

    /// The files of all galleries.
    private static func shown(in world: SimulatedWorld) -> Set<String> {
        let products = world.plytix.state(of: "default")?["products"].elements ?? []
        return Set(
            products.flatMap { $0["gallery"]["amazon_images"].elements.compactMap(\.string) })
    }
}

/// Deletes an asset of ours before the first product is made.
private final class Deleter: Sendable {
    private let world: SimulatedWorld
    private let deleted = Mutex<String?>(nil)

    init(_ world: SimulatedWorld) { self.world = world }

    var file: String? { deleted.withLock { $0 } }

    func before(_ transport: any Transport) -> any Transport {
        Deleting(transport: transport, deleter: self)
    }

    private struct Deleting: Transport {
        let transport: any Transport
        let deleter: Deleter

        func send(_ request: Request) async throws(TransportError) -> Response {
            if request.method == .post, request.url.hasSuffix("/api/v1/products") {
                deleter.delete(for: request)
            }
            return try await transport.send(request)
        }
    }

    /// The thumbnail of the product that the request makes.
    private func delete(for request: Request) {
        guard file == nil, let body = try? JSONValue(parsing: request.body),
            let id = body["thumbnail"]["id"].string,
            let assets = world.plytix.state(of: "default")?["assets"].elements,
            let name = assets.first(where: { $0["id"].string == id })?["filename"].string
        else { return }
        deleted.withLock { $0 = name }
        world.plytix.byHand(in: "default", at: world.time.now) { $0.deleteAsset(name) }
    }
}
