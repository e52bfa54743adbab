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
import Synchronization
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
        let world = try Self.worldWithNewPicture([quirk])
        _ = try world.run(Self.massive)
        // One product has a larger picture in that slot already.
        #expect(world.asked("linkAsset") >= 19)
        #expect(try Self.known(world) == Self.shown(world))
        // Once it is known that links go to the end, nobody looks any more.
        let isAppended = try world.account.learned["gallery-links-append"] == true
        #expect(isAppended == (quirk == .galleryPatchAppends))
        if isAppended { #expect(world.asked("getProduct") <= 12) }
    }

    @Test(arguments: LinkWatch.Obstacle.allCases)
    func `does not decide whether a link is recorded`(obstacle: LinkWatch.Obstacle) throws {
        let world = try Self.worldWithNewPicture([.galleryPatchAppends])
        let undisturbed = LinkWatch()
        let probe = try SimulatedWorld(after: world, selling: Self.later)
        _ = try probe.run(Self.massive, wrap: { undisturbed.watching($0) })
        let untilLink = try #require(undisturbed.requestsUntilLink)
        let looks = LinkWatch(obstacle)
        let report = try world.run(
            Self.massive,
            configure: { if obstacle == .budget { $0.limits.requestsMax = untilLink + 2 } },
            wrap: { looks.watching($0) })
        let made = world.asked("linkAsset", status: 201)
        #expect(made >= 1)
        #expect(try world.journal.reader().records(ofKind: AssetLinked.kind).count == made)
        #expect(report.failures.filter { $0.key.hasPrefix("gallery ") }.isEmpty)
        #expect(try world.account.doubts.isEmpty)
        #expect(try world.account.learned["gallery-links-append"] == nil)
    }

    @Test func `is not taken for backward where an account shows none`() throws {
        let world = try Self.worldWithNewPicture([.galleryPatchAppends, .galleryOrderLost])
        _ = try world.run(Self.massive)
        #expect(world.asked("linkAsset") >= 19)
        #expect(try world.account.learned["gallery-links-append"] != false)
    }

    /// The bundled style, with a picture more of each item.
    private static let later = {
        var later = World.bundled
        for index in later.items.indices {
            later.items[index].pictures.append(
                World.PictureFile(
                    slot: "PT08", file: "61newOne+L.jpg", width: 900, height: 900))
        }
        return later
    }()

    private static let massive = {
        var order = RunOrder.sync()
        order.allowsMassChange = true
        return order
    }()

    /// A world after a run, known not to take whole galleries, in which each item has a picture more.
    private static func worldWithNewPicture(_ quirks: Set<Quirk>) throws -> SimulatedWorld {
        let first = try SimulatedWorld(plytix: .init(quirks: quirks))
        _ = try first.run(.sync())
        try first.record(TargetLearned(topic: "gallery-by-list", value: false, evidence: "seen"))
        return try SimulatedWorld(after: first, selling: later)
    }
}

/// Counts the requests before the first link of a run, and disturbs the looks after links.
final class LinkWatch: Sendable {
    /// What keeps a look from giving the gallery.
    enum Obstacle: Sendable, CaseIterable { case refusal, loss, budget }

    private struct State {
        var requests = 0
        var requestsUntilLink: Int?
        var linked = Set<String>()
    }

    private let obstacle: Obstacle?
    private let state = Mutex(State())

    init(_ obstacle: Obstacle? = nil) { self.obstacle = obstacle }

    /// The requests to Plytix up to the first link; nil when there was none.
    var requestsUntilLink: Int? { state.withLock(\.requestsUntilLink) }

    func watching(_ transport: any Transport) -> any Transport {
        Watching(transport: transport, watch: self)
    }

    private struct Watching: Transport {
        let transport: any Transport
        let watch: LinkWatch

        func send(_ request: Request) async throws(TransportError) -> Response {
            guard watch.isLookAfterLink(request) else { return try await transport.send(request) }
            switch watch.obstacle {
            case .refusal: return Response(400, json: ["error": ["msg": "Bad request"]])
            case .loss: throw .lost(host: "plytix", reason: "no answer in time")
            case .budget, nil: return try await transport.send(request)
            }
        }
    }

    private func isLookAfterLink(_ request: Request) -> Bool {
        let product = request.url.split(separator: "/products/").last.map {
            $0.prefix { $0 != "/" }
        }
        let isLink =
            request.method == .post && request.url.hasSuffix("/assets")
            && request.url.contains("/products/")
        return state.withLock { state in
            state.requests += 1
            guard let product else { return false }
            if isLink {
                state.requestsUntilLink = state.requestsUntilLink ?? state.requests
                state.linked.insert(String(product))
            }
            return request.method == .get && state.linked.contains(String(product))
        }
    }
}
