import Catalog
import HTTP
import JSON
import PlytixSandbox
import Projections
import SandboxWorld
import Simulation
import Sync
import Synchronization
import Testing

/// Losses 7, 8, 14, 15 and 28 of `todays-scripts.md` 7.2.
@Suite struct `When a server says "later" or fails,` {
    /// Loss 7: the wait that a 429 named was not understood, and each link given up after seconds.
    ///
    /// Loss 8: the same for pictures, without a trace.
    @Test(arguments: ["links", "pictures"])
    func `the quota is waited for, and nothing is given up`(what: String) throws {
        let world = try SimulatedWorld()
        let end = world.time.now + .seconds(1_901)
        let time = world.time
        var refusing: AnsweringTransport?
        let report = try world.run(
            .sync(),
            wrap: {
                let transport = AnsweringTransport($0) { request in
                    let isMeant = what == "links" ? request.isLinking : request.isAssetCreation
                    guard isMeant, time.now < end else { return nil }
                    return .limited(seconds: Int((end - time.now).components.seconds) + 1)
                }
                refusing = transport
                return transport
            })
        #expect(world.time.now >= end)
        #expect((1...16).contains(refusing?.count ?? 0))
        #expect(report.done(.relationships) == 22)
        #expect(report.done(.images) == 124)
        #expect(report.failures.count == 1)
    }

    /// Losses 14 and 28: half a list of canonical products was taken for the whole, and an error in
    /// a look-up for "does not exist".
    @Test func `nothing is decided on half a list of canonical products`() throws {
        let catalogue = World.generated(count: 120, seed: 1)
        #expect(catalogue.canonicals.count > 100)
        var order = RunOrder(
            command: ["plysync", "map"], phases: [.export, .map],
            scope: Scope(source: .brand("Sandbox Brand"), marketplaces: [.us]))
        order.execute = true
        let undisturbed = try SimulatedWorld(catalogue)
        _ = try undisturbed.run(order)
        let world = try SimulatedWorld(catalogue)
        let searches = Mutex(0)
        let broken = try world.run(
            order,
            wrap: {
                AnsweringTransport($0) { request in
                    guard request.isProductSearch else { return nil }
                    let number = searches.withLock { count in
                        count += 1
                        return count
                    }
                    return number > 1 ? .failing : nil
                }
            })
        #expect(broken.exitStatus == 3)
        #expect(try world.account.verdicts.isEmpty)
        _ = try world.run(order)
        let matches = try world.account.verdicts.mapValues(\.canonicalSKU)
        #expect(try matches == undisturbed.account.verdicts.mapValues(\.canonicalSKU))
    }

    /// Loss 15: products that were there looked new, since the look was cut short.
    @Test func `products that are there are found by a journal that does not know them`() throws {
        let first = try SimulatedWorld()
        _ = try first.run(.sync())
        let world = try SimulatedWorld(after: first, keepsJournal: false)
        let creations = world.asked("createProduct")
        let searches = Mutex(0)
        let report = try world.run(
            .sync(),
            wrap: {
                AnsweringTransport($0) { request in
                    guard request.isProductSearch else { return nil }
                    let number = searches.withLock { count in
                        count += 1
                        return count
                    }
                    return number.isMultiple(of: 2) ? nil : .limited(seconds: 20)
                }
            })
        #expect(world.asked("createProduct") == creations)
        #expect(world.served.count == 20)
        #expect(report.done(.products) == 20)
        #expect(report.done(.relationships) == 22)
    }

    /// Loss 28: an error in a look-up meant "does not exist", and led to a create.
    @Test func `no product is made when nobody can say whether it is there`() throws {
        let first = try SimulatedWorld()
        _ = try first.run(.sync())
        let world = try SimulatedWorld(after: first, keepsJournal: false)
        let writes = world.plytix.writeCount(of: "default")
        let report = try world.run(
            .sync(), wrap: { AnsweringTransport($0) { $0.isProductSearch ? .failing : nil } })
        #expect(report.exitStatus == 3)
        #expect(world.plytix.writeCount(of: "default") == writes)
    }
}
