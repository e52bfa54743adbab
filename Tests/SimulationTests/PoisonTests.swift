import Audit
import Catalog
import Delivery
import Events
import HTTP
import HTTPTypes
import Hashing
import JSON
import Planning
import PlytixSandbox
import Projections
import SandboxWorld
import Settings
import Simulation
import Sync
import Synchronization
import Testing

/// Items that Plytix refuses, or fails on.
@Suite struct `An item that cannot be done` {
    private static let asin = "B0SANDBX05"
    private static let sku = "AMZN-US-\(asin)"

    /// Runs the workflow while Plytix refuses the product; gives how often it was sent.
    private func refusing(_ world: SimulatedWorld) throws -> (report: RunReport, sent: Int) {
        var transport: AnsweringTransport?
        let report = try world.run(
            .sync(),
            wrap: {
                let refusing = AnsweringTransport($0) { request in
                    request.isProductCreation && request.text.contains("\"\(Self.sku)\"")
                        ? .unacceptable : nil
                }
                transport = refusing
                return refusing
            })
        return (report, transport?.count ?? 0)
    }

    @Test func `costs no request until its input changes`() throws {
        let world = try SimulatedWorld()
        #expect(try refusing(world).sent == 1)
        let second = try refusing(world)
        #expect(second.sent == 0)
        #expect(second.report.requests.plytixWrites == 0)
        var later = World.bundled
        let index = try #require(later.items.firstIndex { $0.asin == Self.asin })
        later.items[index].title = "A title that can be taken"
        let changed = try SimulatedWorld(after: world, selling: later)
        #expect(try refusing(changed).sent == 1)
        #expect(try refusing(changed).sent == 0)
    }

    @Test func `is tried once more when a person says so`() throws {
        let world = try SimulatedWorld()
        _ = try refusing(world)
        let keys = try world.account.failedKeys(because: nil)
            .filter { $0.contains(Self.sku) }
        #expect(!keys.isEmpty)
        try world.record(RetryAsked(keys: keys))
        #expect(try refusing(world).sent == 1)
        try world.record(RetryAsked(keys: keys))
        let report = try world.run(.sync())
        #expect(world.served[Self.asin] != nil)
        #expect(report.failures.count == 1)
    }

    /// The day of the write is there already, since another write of that day brought it.
    @Test func `since its changes never arrive is tried by a few runs, and then no more`() throws {
        let before = try SimulatedWorld()
        _ = try before.run(.sync())
        var later = World.bundled
        let index = try #require(later.items.firstIndex { $0.asin == Self.asin })
        later.items[index].title = "Another title"
        let world = try SimulatedWorld(after: before, selling: later)
        var order = RunOrder.sync()
        order.allowsMassChange = true
        var sent: [Int] = []
        for _ in 1...8 {
            let count = Mutex(0)
            let report = try world.run(
                order,
                wrap: {
                    LossyTransport($0, .request) { _, request in
                        guard request.method == .patch else { return false }
                        count.withLock { $0 += 1 }
                        return true
                    }
                })
            sent.append(count.withLock { $0 })
            #expect(report.failures.contains { $0.subject == .sku(Self.sku) })
        }
        let runs = world.configuration.planning.attemptsMax
        let tries = world.configuration.delivery.triesMax
        #expect(sent.prefix(runs).allSatisfy { (1...tries).contains($0) }, "\(sent)")
        #expect(sent.dropFirst(runs).allSatisfy { $0 == 0 }, "\(sent)")
        #expect(world.served[Self.asin]?["attributes"]["amazon_title"].string != "Another title")
    }

    @Test func `since Plytix keeps another value is tried by a few runs, and then no more`() throws
    {
        let world = try SimulatedWorld()
        var sent: [Int] = []
        for number in 1...8 {
            let count = Mutex(0)
            let report = try world.run(
                .sync(),
                wrap: {
                    CuttingTransport(transport: $0, sku: Self.sku) { count.withLock { $0 += 1 } }
                })
            sent.append(count.withLock { $0 })
            #expect(report.failures.contains { $0.subject == .sku(Self.sku) }, "run \(number)")
            #expect(!report.isComplete)
        }
        let runs = world.configuration.planning.attemptsMax
        #expect(sent.prefix(runs).allSatisfy { (1...4).contains($0) }, "\(sent)")
        #expect(sent.dropFirst(runs).allSatisfy { $0 == 0 }, "\(sent)")
    }

    @Test func `is not complete while a picture is there twice, until a person accepts it`() throws
    {
        let world = try SimulatedWorld()
        let first = try world.run(.sync())
        let file = try #require(try world.account.assets.keys.sorted().first)
        let gone = try #require(first.failures.first)
        try accept(gone.key, in: world)
        #expect(try world.run(.sync()).isComplete)
        world.plytix.byHand(in: "default", at: world.time.now) { editor in
            _ = editor.uploadAsset(file, bytes: [1, 2, 3])
        }
        let key = "extra \(file)"
        try world.record(
            EffectFailed(
                key: key, phase: .images, subject: .picture(file), status: nil,
                reason: "there twice", permanence: .item, attempt: 1,
                facts: ContentHash.of("before"), answer: nil))
        let second = try world.run(.sync())
        #expect(second.failures.map(\.key) == [key])
        #expect(!second.isComplete)
        #expect(second.exitStatus == 1)
        #expect(try WorldStanding(world).status["complete"] == false)
        #expect(try world.account.failedKeys(because: nil).allSatisfy { $0 != key })
        try accept(key, in: world)
        let third = try world.run(.sync())
        #expect(third.isComplete)
        #expect(third.accepted.map(\.key).contains(key))
        #expect(try WorldStanding(world).status["complete"] == true)
    }

    private func accept(_ key: String, in world: SimulatedWorld) throws {
        let acceptance = try Acceptance(
            of: key, reason: "it may stay", state: world.state, account: world.account,
            settings: world.configuration.planning)
        #expect(!acceptance.events.isEmpty)
        for event in acceptance.events { try world.record(event) }
    }

    /// The picture of the bundled catalogue that is gone.
    @Test func `is no failure any more when a person takes it as it is`() throws {
        let world = try SimulatedWorld()
        let first = try world.run(.sync())
        let failure = try #require(first.failures.first)
        #expect(first.exitStatus == 1)
        let acceptance = try Acceptance(
            of: failure.key, reason: "gone at Amazon", state: world.state,
            account: world.account, settings: world.configuration.planning)
        for event in acceptance.events { try world.record(event) }
        let second = try world.run(.sync())
        #expect(second.exitStatus == 0)
        #expect(second.isComplete)
        #expect(second.failures.isEmpty)
        #expect(second.accepted.count == 1)
        #expect(second.requests.plytixWrites == 0)
    }

    @Test func `for reasons that pass is tried by a few later runs, and then no more`() throws {
        let world = try SimulatedWorld()
        var sent: [Int] = []
        for _ in 1...8 {
            var transport: AnsweringTransport?
            _ = try world.run(
                .sync(),
                wrap: {
                    let failing = AnsweringTransport($0) { request in
                        request.isProductCreation && request.text.contains("\"\(Self.sku)\"")
                            ? .failing : nil
                    }
                    transport = failing
                    return failing
                })
            sent.append(transport?.count ?? 0)
        }
        let runs = world.configuration.planning.attemptsMax
        let tries = world.configuration.delivery.triesMax
        #expect(sent.prefix(runs).allSatisfy { (1...tries).contains($0) }, "\(sent)")
        #expect(sent.dropFirst(runs).allSatisfy { $0 == 0 }, "\(sent)")
    }
}

/// A Plytix that cuts the title of one product, however it is written.
private struct CuttingTransport: Transport {
    let transport: any Transport
    let sku: String
    let onWrite: @Sendable () -> Void

    func send(_ request: Request) async throws(TransportError) -> Response {
        var request = request
        let label = "amazon_title"
        guard var body = try? JSONValue(parsing: request.body).object,
            request.isProductCreation && body["sku"]?.string == sku || request.method == .patch,
            var attributes = body["attributes"]?.object, attributes[label] != nil
        else { return try await transport.send(request) }
        onWrite()
        attributes[label] = "Cut"
        body["attributes"] = .object(attributes)
        request.body = JSONValue.object(body).bytes
        return try await transport.send(request)
    }
}
