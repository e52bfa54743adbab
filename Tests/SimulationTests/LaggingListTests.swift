import Catalog
import Events
import HTTP
import HTTPTypes
import JSON
import JournalStore
import Planning
import PlytixSandbox
import Projections
import SandboxWorld
import Simulation
import Sync
import Synchronization
import Testing

/// Plytix's lists show a moment later what was made; how late, nobody says.
@Suite struct `A list that lags behind` {
    private static func world(lag: Duration, _ quirks: Set<Quirk> = []) throws -> SimulatedWorld {
        var plytix = SandboxedPlytix.Configuration(quirks: quirks)
        plytix.searchLag = lag
        return try SimulatedWorld(plytix: plytix)
    }

    /// The answer to the definition of one attribute is lost, so that the lists are read while they
    /// show little of what was made.
    private static func losingOneAnswer(_ transport: any Transport) -> any Transport {
        let lost = Mutex(0)
        return LossyTransport(transport, .answer) { _, request in
            guard request.method == .post, request.url.hasSuffix("/attributes/product") else {
                return false
            }
            return lost.withLock { count in
                count += 1
                return count == 9
            }
        }
    }

    @Test(arguments: [5, 9])
    func `makes nothing twice`(seconds: Int) throws {
        let world = try Self.world(lag: .seconds(seconds), [.duplicateDefinitionAllowed])
        let report = try world.run(.sync(), wrap: Self.losingOneAnswer)
        #expect(report.left(.products) == 0)
        #expect(report.left(.relationships) == 0)
        for kind in ["relationships", "families", "attributes"] {
            let names = world.plytix.state(of: "default")?[kind].elements.map { $0["name"].text }
            #expect(Set(names ?? []).count == names?.count)
        }
        #expect(try world.journal.reader().records(ofKind: SchemaVanished.kind).isEmpty)
    }

    @Test func `loses no value to a family that lacks what was not shown`() throws {
        let world = try Self.world(lag: .seconds(7), [.familyChangeLosesValues])
        _ = try world.run(.sync(), wrap: Self.losingOneAnswer)
        #expect(world.served.count == 20)
        let isWhole = world.served.allSatisfy { asin, product in
            product["attributes"]["amazon_asin"].string == asin
        }
        #expect(isWhole)
    }

    /// Whose name is taken is there: that no search shows it passes.
    @Test func `longer than we wait is waited for by the next run`() throws {
        let world = try Self.world(lag: .seconds(50))
        let first = try world.run(.sync(), wrap: Self.losingOneAnswer)
        #expect(first.failures.allSatisfy { !$0.isSetAside || $0.phase == .images })
        #expect(first.failures.contains { $0.reason.contains("no search finds") })
        #expect(world.asked("createProduct") == 0)
        try world.time.pass(.seconds(60))
        let second = try world.run(.sync())
        #expect(second.done(.products) == 20)
        #expect(second.left(.products) == 0)
    }

    /// The product is found later than its creation failed; then nothing is left of the failure.
    @Test func `leaves no failure behind when it has caught up`() throws {
        let world = try Self.world(lag: .seconds(50))
        let lost = Mutex(0)
        _ = try world.run(
            .sync(),
            wrap: { transport in
                LossyTransport(transport, .answer) { _, request in
                    guard request.method == .post, request.url.hasSuffix("/products") else {
                        return false
                    }
                    return lost.withLock { count in
                        count += 1
                        return count == 20
                    }
                }
            })
        let failures = try world.account.failures.filter { $0.value.phase == .products }
        #expect(failures.count == 1)
        #expect(failures.values.allSatisfy { $0.reason.contains("no search finds it") })
        try world.time.pass(.seconds(60))
        let second = try world.run(.sync())
        #expect(second.left(.products) == 0)
        #expect(try world.account.failures.allSatisfy { $0.value.phase == .images })
    }
}
