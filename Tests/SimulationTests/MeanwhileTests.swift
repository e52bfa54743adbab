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
import Testing

/// What happens to a product between our look at it and our write.
@Suite struct `Between a look and a write` {
    private static let sku = "AMZN-US-B07X8Z63ZL"

    /// Lets something happen before each request that meets a condition.
    private struct Meddling: Transport {
        let transport: any Transport
        let isMoment: @Sendable (Request) -> Bool
        let happen: @Sendable (Request) -> Void

        func send(_ request: Request) async throws(TransportError) -> Response {
            if isMoment(request) { happen(request) }
            return try await transport.send(request)
        }
    }

    @Test func `values that a family takes away are written again by the same run`() throws {
        let world = try SimulatedWorld()
        let sku = Self.sku
        let report = try world.run(
            .sync(),
            wrap: { transport in
                Meddling(transport: transport) {
                    $0.url.hasSuffix("/family")
                } happen: { _ in
                    world.plytix.byHand(in: "default", at: world.time.now) {
                        _ = $0.setAttribute("amazon_title", to: .null, of: sku)
                    }
                }
            })
        #expect(report.left(.products) == 0)
        let title = world.served["B07X8Z63ZL"]?["attributes"]["amazon_title"].string
        #expect(title?.isEmpty == false)
    }

    /// Products would be refused for the attribute that they lack, and set aside for it.
    @Test func `no product is written while an attribute cannot be made`() throws {
        let world = try SimulatedWorld()
        let first = try world.run(
            .sync(),
            wrap: { transport in
                LossyTransport(transport, .request) { _, request in
                    request.url.hasSuffix("/attributes/product")
                        && String(decoding: request.body, as: UTF8.self).contains("Amazon Brand")
                }
            })
        #expect(world.asked("createProduct") == 0)
        #expect(first.left(.products) == 20)
        let second = try world.run(.sync())
        #expect(second.left(.products) == 0)
    }
}
