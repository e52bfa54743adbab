import Catalog
import Events
import HTTP
import HTTPTypes
import PlytixSandbox
import Planning
import JSON
import JournalStore
import Projections
import SandboxWorld
import Simulation
import Sync
import Testing

/// The whole workflow on the bundled catalogue, in one process and on a simulated clock.
@Suite struct `The whole workflow` {
    private static func sync(execute: Bool = true) -> RunOrder {
        var order = RunOrder(
            command: ["plysync", "sync"], phases: Set(Phase.allCases),
            scope: Scope(source: .style("MCA0032"), marketplaces: [.us]))
        order.execute = execute
        return order
    }

    @Test func `a run without execute writes nothing to Plytix`() throws {
        let world = try SimulatedWorld()
        let report = try world.run(Self.sync(execute: false))
        #expect(world.plytix.writeCount(of: "default") == 0)
        #expect(report.exitStatus == 0)
        #expect(report.plan?.isEmpty == false)
        #expect(report.requests.plytixWrites == 0)
    }

    @Test func `a first run brings everything but the picture that is gone`() throws {
        let world = try SimulatedWorld()
        let report = try world.run(Self.sync())
        let counts = Dictionary(
            report.phases.map { ($0.phase, [$0.expected, $0.done, $0.failed]) },
            uniquingKeysWith: { first, _ in first })
        #expect(counts[.export] == [20, 20, 0])
        #expect(counts[.map] == [20, 20, 0])
        #expect(counts[.products] == [20, 20, 0])
        #expect(counts[.images] == [125, 124, 1])
        #expect(report.failures.count == 1)
        #expect(report.exitStatus == 1)
        #expect(!report.isComplete)
    }

    @Test func `a second run has nothing to do and does not ask for the lost picture again`() throws
    {
        let world = try SimulatedWorld()
        _ = try world.run(Self.sync())
        let writes = world.plytix.writeCount(of: "default")
        let report = try world.run(Self.sync())
        #expect(world.plytix.writeCount(of: "default") == writes)
        #expect(report.requests.plytixWrites == 0)
        #expect(report.plan?.isEmpty == true)
        #expect(report.phases.allSatisfy { $0.unchanged == $0.done })
    }

    @Test func `a run that finds all as it was writes little`() throws {
        let world = try SimulatedWorld(World.generated(count: 100, seed: 1))
        var order = Self.sync()
        order.scope = Scope(source: .brand("Sandbox Brand"), marketplaces: [.us])
        _ = try world.run(order)
        for _ in 0..<2 {
            let last = try world.journal.head().sequence
            _ = try world.run(order)
            let events = try world.journal.reader().records(after: last)
            #expect(
                events.map(\.kind) == [
                    "RunStarted", "ScopeFixed",
                    // What Amazon found, parents that it did not find, canonical products.
                    "PageObserved", "SourceCompleted", "PageObserved", "SourceCompleted",
                    "PageObserved", "SourceCompleted",
                    "RunFinished",
                ])
            // Not a line for each item, of which there are more than two hundred.
            let pages = events.filter { $0.kind == "PageObserved" }
            #expect(pages.reduce(0) { $0 + ($1.body?.count ?? 0) } < 1_500)
        }
    }

    @Test func `a replay makes the fresh account equal without a request to Amazon`() throws {
        let world = try SimulatedWorld()
        _ = try world.run(Self.sync())
        var order = RunOrder(
            command: ["plysync", "replay"], phases: [.products, .relationships, .images])
        order.execute = true
        order.replay = RunOrder.Replay(source: "default")
        let report = try world.run(order, target: "fresh")
        #expect(report.requests.amazon == 0)
        #expect(report.isComplete)
    }

    @Test func `a replay takes a picture that Amazon no longer has from the other account`() throws
    {
        let world = try SimulatedWorld()
        _ = try world.run(Self.sync())
        var order = RunOrder(
            command: ["plysync", "replay"], phases: [.products, .relationships, .images])
        order.execute = true
        order.replay = RunOrder.Replay(source: "default")
        let gone = try #require(
            world.account.assets.values.min { $0.picture ?? "" < $1.picture ?? "" })
        let (picture, url) = (try #require(gone.picture), try #require(gone.url))
        let report = try world.run(
            order, target: "fresh", wrap: { TakenDown($0, picture: picture, url: url) })
        #expect(report.failures.map(\.reason) == [])
        let state = try world.state
        let fresh = state.account(try #require(state.targets.system("fresh")))
        let from = fresh.assets.values.filter { $0.url?.contains("files.plytix.com") == true }
        #expect(from.map(\.picture) == [gone.picture])
    }
}

/// Plytix cannot fetch one picture from Amazon, and can from where it serves it itself.
private struct TakenDown: Transport {
    let transport: any Transport
    let picture: String
    let url: String

    init(_ transport: any Transport, picture: String, url: String) {
        self.transport = transport
        self.picture = picture
        self.url = url
    }

    func send(_ request: Request) async throws(TransportError) -> Response {
        guard request.method == .post, RequestTarget(request.url).path.hasSuffix("/assets"),
            let body = try? JSONValue(parsing: request.body), case .string(let asked) = body["url"]
        else { return try await transport.send(request) }
        guard asked.contains("files.plytix.com") else {
            guard asked.contains(picture) else { return try await transport.send(request) }
            return Response(422, headers: [.contentType: "application/json"])
        }
        var request = request
        request.body = Array(
            String(decoding: request.body, as: UTF8.self).replacing(asked, with: url).utf8)
        return try await transport.send(request)
    }
}
