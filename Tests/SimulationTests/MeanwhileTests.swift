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

    /// A product of ours that somebody made before us, without a size; the size is filled in by a
    /// person after we read the product.
    @Test func `what a person fills in stays`() throws {
        let world = try SimulatedWorld()
        let sku = Self.sku
        _ = world.plytix.byHand(in: "default", at: world.time.now) {
            $0.addProduct(sku, label: "Made by hand")
        }
        let report = try world.run(
            .sync(),
            wrap: { transport in
                Meddling(transport: transport) {
                    $0.method == .post && $0.url.hasSuffix("/api/v1/assets")
                } happen: { _ in
                    world.plytix.byHand(in: "default", at: world.time.now) {
                        _ = $0.setAttribute("amazon_size", to: "by hand", of: sku)
                    }
                }
            })
        let product = try #require(world.served["B07X8Z63ZL"])
        #expect(product["attributes"]["amazon_size"] == "by hand")
        #expect(product["attributes"]["amazon_asin"] == "B07X8Z63ZL")
        #expect(report.left(.products) == 0)
    }

    @Test func `a picture that a person adds to the gallery stays`() throws {
        let first = try SimulatedWorld()
        _ = try first.run(.sync())
        var later = World.bundled
        let index = try #require(later.items.firstIndex { $0.asin == "B07X8Z63ZL" })
        later.items[index].pictures.append(
            World.PictureFile(slot: "PT08", file: "61newOne+L.jpg", width: 900, height: 900))
        let world = try SimulatedWorld(after: first, selling: later)
        let sku = Self.sku
        var order = RunOrder.sync()
        order.allowsMassChange = true
        let before = world.served["B07X8Z63ZL"]?["gallery"]["amazon_images"].elements
            .compactMap(\.string)
        _ = try world.run(
            order,
            wrap: { transport in
                Meddling(transport: transport) {
                    $0.method == .post && $0.url.hasSuffix("/api/v1/assets")
                } happen: { _ in
                    world.plytix.byHand(in: "default", at: world.time.now) { editor in
                        _ = editor.uploadAsset("by-hand.jpg", bytes: [1, 2, 3])
                        _ = editor.setGallery(
                            "amazon_images", to: (before ?? []) + ["by-hand.jpg"], of: sku)
                    }
                }
            })
        let shown = world.served["B07X8Z63ZL"]?["gallery"]["amazon_images"].elements
            .compactMap(\.string)
        #expect(shown?.contains("by-hand.jpg") == true)
        #expect(shown?.count == (before?.count ?? 0) + 2)
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
