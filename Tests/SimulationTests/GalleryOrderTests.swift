import Catalog
import Events
import JSON
import PlytixSandbox
import Projections
import SandboxWorld
import Simulation
import Sync
import Testing

/// Where and how an account takes galleries is not documented.
@Suite struct `The order of a gallery` {
    private static func shown(_ world: SimulatedWorld) -> [String: [String]] {
        world.served.mapValues {
            $0["gallery"]["amazon_images"].elements.compactMap(\.string)
        }
    }

    /// What the journal says of each gallery, by the names that its assets have in Plytix.
    private static func known(_ world: SimulatedWorld) throws -> [String: [String]] {
        let account = try world.account
        let assets = world.plytix.state(of: "default")?["assets"].elements ?? []
        let pairs = assets.map { ($0["id"].string ?? "", $0["filename"].string ?? "") }
        let names = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        var known: [String: [String]] = [:]
        for (sku, product) in account.products {
            known[String(sku.suffix(10))] = (product.gallery.value ?? []).map { names[$0] ?? "" }
        }
        return known
    }

    @Test func `is right in one change of each product, where creates ignore galleries`() throws {
        let plain = try SimulatedWorld()
        _ = try plain.run(.sync())
        let world = try SimulatedWorld(
            plytix: .init(quirks: [.galleryIgnoredOnCreate, .galleryLinkPrepends]))
        let report = try world.run(.sync())
        #expect(report.left(.images) == 1)
        #expect(Self.shown(world) == Self.shown(plain))
        #expect(world.asked("linkAsset") == 0)
        #expect(world.asked("updateProduct") == plain.asked("updateProduct") + 19)
        #expect(try Self.known(world) == Self.shown(world))
    }

    @Test(arguments: [Quirk.galleryLinkPrepends, .galleryPatchAppends])
    func `is recorded as it came, where it is built link by link`(quirk: Quirk) throws {
        let first = try SimulatedWorld(plytix: .init(quirks: [quirk]))
        _ = try first.run(.sync())
        try first.record(TargetLearned(topic: "gallery-by-list", value: false, evidence: "seen"))
        var later = World.bundled
        for index in later.items.indices {
            later.items[index].pictures.append(
                World.PictureFile(
                    slot: "PT08", file: "61newOne+L.jpg", width: 900, height: 900))
        }
        let world = try SimulatedWorld(after: first, selling: later)
        var order = RunOrder.sync()
        order.allowsMassChange = true
        _ = try world.run(order)
        // One product has a larger picture in that slot already.
        #expect(world.asked("linkAsset") >= 19)
        #expect(try Self.known(world) == Self.shown(world))
        // Once it is known that links go to the end, nobody looks any more.
        let isAppended = try world.account.learned["gallery-links-append"] == true
        #expect(isAppended == (quirk == .galleryPatchAppends))
        if isAppended { #expect(world.asked("getProduct") <= 12) }
    }
}
