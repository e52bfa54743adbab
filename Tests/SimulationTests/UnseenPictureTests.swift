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
import Settings
import Simulation
import Sync
import Testing

/// Plytix may answer an upload before it has the picture, or without ever getting it.
@Suite struct `A picture whose bytes are not seen` {
    /// What keeps the looks after an upload from telling anything.
    enum Obstacle: Sendable, CaseIterable { case refusal, loss, budget }

    @Test(arguments: Obstacle.allCases)
    func `is looked up before it would be uploaded again`(obstacle: Obstacle) throws {
        let plytix = SandboxedPlytix.Configuration(quirks: [.fetchedLater, .assetDuplicateNone])
        let whole = try SimulatedWorld(plytix: plytix)
        _ = try whole.run(.sync())
        let world = try SimulatedWorld(plytix: plytix)
        _ = try world.run(
            .sync(),
            configure: { if obstacle == .budget { $0.limits.requestsMax = 80 } },
            wrap: { BlindTransport($0, obstacle: obstacle) })
        #expect(world.asked("createAsset") > 0)
        #expect(world.asked("getAsset") == 0 || obstacle == .budget)
        let report = try world.run(.sync())
        #expect(try report.left(.images) == whole.run(.sync()).left(.images))
        #expect(world.asked("createAsset") == whole.asked("createAsset"))
        #expect(try WorldStanding(world).duplicates == [])
    }

    /// A conflict names the asset, or does not, so that it is found by its name.
    @Test(arguments: [[], [Quirk.assetConflictInWords]])
    func `is not taken for there when it is tried again`(quirks: [Quirk]) throws {
        let world = try SimulatedWorld(
            plytix: .init(quirks: Set(quirks + [.unfetchableEmptyAsset])))
        let first = try world.run(.sync())
        let empty = try #require(Self.empty(in: world))
        #expect(first.failures.contains { $0.key == "asset \(empty)" })
        try world.record(RetryAsked(keys: ["asset \(empty)"]))
        let looks = world.asked("getAsset")
        let report = try world.run(.sync())
        let failure = try #require(report.failures.first { $0.key == "asset \(empty)" })
        #expect(failure.isSetAside)
        #expect(failure.reason.contains("without bytes"))
        // It may have arrived a moment ago: a second look, after a while, is the last.
        #expect(world.asked("getAsset") <= looks + 2)
        #expect(try world.account.assets[empty] == nil)
        #expect(try world.run(.sync()).requests.plytixWrites == 0)
    }

    @Test func `is not taken for there when its upload was in doubt`() throws {
        let world = try SimulatedWorld(plytix: .init(quirks: [.unfetchableEmptyAsset]))
        let report = try world.run(
            .sync(),
            wrap: { LossyTransport($0, .answer) { _, request in request.isAssetCreation } })
        let empty = try #require(Self.empty(in: world))
        let failure = try #require(report.failures.first { $0.key == "asset \(empty)" })
        #expect(failure.isSetAside)
        #expect(failure.reason.contains("without bytes"))
        #expect(try world.account.assets[empty] == nil)
        #expect(try world.account.doubts.isEmpty)
    }

    /// The asset without bytes.
    private static func empty(in world: SimulatedWorld) -> String? {
        let assets = world.plytix.state(of: "default")?["assets"].elements ?? []
        return assets.first { $0["file_size"].int == 0 }?["filename"].string
    }
}

/// Disturbs the looks at single assets.
private struct BlindTransport: Transport {
    let transport: any Transport
    let obstacle: `A picture whose bytes are not seen`.Obstacle

    init(_ transport: any Transport, obstacle: `A picture whose bytes are not seen`.Obstacle) {
        self.transport = transport
        self.obstacle = obstacle
    }

    func send(_ request: Request) async throws(TransportError) -> Response {
        guard request.method == .get, request.url.contains("/api/v1/assets/") else {
            return try await transport.send(request)
        }
        switch obstacle {
        case .refusal: return Response(400, json: ["error": ["msg": "Bad request"]])
        case .loss: throw .lost(host: "plytix", reason: "no answer in time")
        case .budget: return try await transport.send(request)
        }
    }
}
