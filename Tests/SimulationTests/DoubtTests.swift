import Catalog
import Events
import HTTP
import JSON
import Planning
import PlytixSandbox
import SandboxWorld
import Simulation
import Sync
import Testing

/// Requests and answers get lost, and Plytix behaves otherwise than its documents say.
@Suite struct `The same account comes out` {
    private static let undisturbed = Result { try account() }

    @Test(arguments: LossyTransport.Loss.allCases)
    func `when every fifth request to Plytix is lost`(loss: LossyTransport.Loss) throws {
        let account = try Self.account(wrap: { transport in
            LossyTransport(transport, loss) { number, request in
                number.isMultiple(of: 5) && request.url.contains("/api/v1/")
            }
        })
        #expect(try account == Self.undisturbed.get())
    }

    @Test(arguments: harmless)
    func `under each doubt about Plytix`(quirk: Quirk) throws {
        let account = try Self.account(quirks: [quirk])
        #expect(try account == Self.undisturbed.get())
    }

    /// Several at once, drawn by chance, where each alone leaves the account as it is.
    @Test(arguments: UInt64(1)...4)
    func `under doubts together`(seed: UInt64) throws {
        var random = SplitMix64(seed: SplitMix64.mixed(seed))
        var quirks = Set((0..<8).map { _ in Self.harmless[random.below(Self.harmless.count)] })
        // An account that shows no order shows nobody at which end its links go either.
        if quirks.contains(.galleryOrderLost) { quirks.remove(.galleryLinkPrepends) }
        let account = try Self.account(quirks: quirks)
        #expect(try account == Self.undisturbed.get(), "\(quirks.map(\.rawValue).sorted())")
    }

    /// Galleries are made link by link then.
    @Test func `when links that are under way together get lost`() throws {
        let account = try Self.account(quirks: [.galleryPatchAppends, .concurrentLinksLost])
        #expect(try account == Self.undisturbed.get())
    }

    /// As in an account of more than 10,000 products that were all made on one day.
    @Test(arguments: [nil, Quirk.errorBodyGateway, .errorBodyEmpty, .errorBodyHTML])
    func `when no sorted search takes all products`(words: Quirk?) throws {
        let quirks = Set([words].compactMap { $0 })
        let account = try Self.account(quirks: quirks, configure: { $0.orderedRowsMax = 8 })
        #expect(try account == Self.undisturbed.get())
    }

    /// A conflict that does not say which asset it is about, of a picture under a foreign name:
    /// nothing can tell the asset, so that this picture alone fails.
    @Test(arguments: Quirk.allCases.filter(isAnswerWithoutID))
    func `but for one picture, when a conflict names no asset`(quirk: Quirk) throws {
        let world = try SimulatedWorld(plytix: .init(quirks: [quirk]))
        let report = try world.run(Self.order)
        #expect(report.failures.count == 2)
        #expect(report.phases.allSatisfy { $0.pending == 0 && $0.inDoubt == 0 })
    }

    /// A server error tells nothing of the picture: later runs try it again, a bounded number of
    /// times, and then it is set aside.
    @Test func `and a picture that Plytix fails on is set aside after a few runs`() throws {
        let world = try SimulatedWorld(plytix: .init(quirks: [.unfetchableServerError]))
        var writes: [Int] = []
        for _ in 1...7 { writes.append(try world.run(Self.order).requests.plytixWrites) }
        #expect(writes[1...4].allSatisfy { (1...5).contains($0) }, "\(writes)")
        #expect(writes[5...].allSatisfy { $0 == 0 }, "\(writes)")
    }

    private static let harmless = Quirk.allCases.filter {
        !isAnswerWithoutID($0) && $0 != .unfetchableServerError
    }

    private static func isAnswerWithoutID(_ quirk: Quirk) -> Bool {
        [.assetConflictInWords, .assetConflictWithoutErrors].contains(quirk)
    }

    private static var order: RunOrder {
        var order = RunOrder(
            command: ["plysync", "sync"], phases: Set(Phase.allCases),
            scope: Scope(source: .style("MCA0032"), marketplaces: [.us]))
        order.execute = true
        return order
    }

    /// The account as served after a run and another one that has nothing to do.
    private static func account(
        quirks: Set<Quirk> = [], wrap: (any Transport) -> any Transport = { $0 },
        configure: (inout SandboxedPlytix.Configuration) -> Void = { _ in }
    ) throws -> JSONValue {
        var plytix = SandboxedPlytix.Configuration(quirks: quirks)
        configure(&plytix)
        let world = try SimulatedWorld(plytix: plytix)
        let first = try world.run(order, wrap: wrap)
        #expect(first.phases.allSatisfy { $0.pending == 0 && $0.inDoubt == 0 }, "\(first.phases)")
        #expect(first.failures.count == 1, "\(first.failures)")
        // The answer that says that a picture is gone may be lost too; then a further run is told.
        let isSettled = first.failures.allSatisfy(\.isSetAside)
        if !isSettled { _ = try world.run(order) }
        let second = try world.run(order)
        #expect(second.requests.plytixWrites == 0, "\(second.plan?.effects.map(\.key) ?? [])")
        let state = try #require(world.plytix.state(of: "default")).withoutIDs
        // Whether the picture that somebody uploaded before is taken or uploaded again is Plytix's
        // rule; the products show it either way.
        let id = try #require(World.bundled.uploadedBefore.first)
        let foreign = "from-the-photographer-\(id).jpg"
        let ours = Picture.fileName(id: id, extension: "jpg")
        return try JSONValue(parsing: state["products"].text.replacing(foreign, with: ours))
    }
}
