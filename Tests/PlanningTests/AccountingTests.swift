import Catalog
import Events
import JSON
import Planning
import Projections
import TestSupport
import Testing

@Suite struct `Where every expected unit stands` {
    static let boot = "AMZN-US-B07X8Z63ZL"
    static let family = "AMZN-US-B077QMJFG9"
    static let main = Picture.fileName(id: "71mainPicL", extension: "jpg")
    static let side = Picture.fileName(id: "61sidePicL", extension: "jpg")

    /// A family with one boot of two pictures, matched to a canonical product: two products, two
    /// links, two references.
    static func seen() throws -> Scene {
        var scene = Scene()
        scene.server.isForgiving = true
        try scene.history.export(
            AmazonItem.family().with { $0.children = [.example("B07X8Z63ZL")] }, .boot())
        try scene.history.see([Canonical(id: "c-C", sku: "C")])
        try scene.history.match(.us("B07X8Z63ZL"), to: "C")
        return scene
    }

    @Test func `what nobody began is pending`() throws {
        let scene = try Self.seen()
        #expect(
            scene.counts == [
                "products: 2 = 2 pending", "relationships: 2 = 2 pending", "images: 2 = 2 pending",
            ])
        #expect(scene.accounting(since: scene).failures == [])
    }

    @Test func `what this run did is done`() throws {
        var scene = try Self.seen()
        let start = scene
        try scene.sync()
        #expect(
            scene.counts(since: start) == [
                "products: 2 = 2 done", "relationships: 2 = 2 done", "images: 2 = 2 done",
            ])
    }

    @Test func `what was done before is unchanged`() throws {
        var scene = try Self.seen()
        try scene.sync()
        #expect(
            scene.counts == [
                "products: 2 = 2 done (2 unchanged)", "relationships: 2 = 2 done (2 unchanged)",
                "images: 2 = 2 done (2 unchanged)",
            ])
    }

    @Test func `what was found and taken is adopted, in the run that took it`() throws {
        var scene = try Self.seen()
        let start = scene
        try scene.see(Self.boot) {
            $0.looked = ["fields", "family", "gallery", "thumbnail"]; $0.gallery = []
        }
        try scene.record(
            AssetUploaded(
                picture: "71mainPicL", file: Self.main, id: "f1", url: "https://h/a", adopted: true)
        )
        try scene.sync()
        #expect(
            scene.counts(since: start) == [
                "products: 2 = 2 done (1 adopted)", "relationships: 2 = 2 done",
                "images: 2 = 2 done (1 adopted)",
            ])
        #expect(scene.counts[0] == "products: 2 = 2 done (2 unchanged)")
    }

    @Test func `half a product is not done`() throws {
        var scene = try Self.seen()
        try scene.carryOut(scene.plan().limitedTo(.schema, .family, .assets, .products))
        // The family is missing, and the links.
        #expect(
            scene.counts(since: try Self.seen()) == [
                "products: 2 = 2 pending", "relationships: 2 = 2 pending", "images: 2 = 2 done",
            ])
    }

    @Test func `what left without an answer is in doubt`() throws {
        var scene = try Self.seen()
        try scene.sync()
        let start = scene
        try scene.intend(.setFields(sku: Self.boot, changes: []))
        try scene.intend(.link(relation: "amazon_listings", source: "C", targets: [Self.boot]))
        try scene.intend(.setGallery(sku: Self.boot, label: "amazon_images", files: [], old: []))
        #expect(
            scene.counts(since: start) == [
                "products: 2 = 1 done, 1 in doubt (1 unchanged)",
                "relationships: 2 = 1 done, 1 in doubt (1 unchanged)", "images: 2 = 2 in doubt",
            ])
    }

    @Test func `a picture that is gone fails each reference, and is named once`() throws {
        var scene = try Self.seen()
        let start = scene
        try scene.history.export(AmazonItem.boot("B07TBFZL3N"))
        scene.server.refuses = { $0.key == "asset \(Self.side)" ? .item : nil }
        try scene.sync()
        #expect(scene.counts(since: start)[2] == "images: 4 = 2 done, 2 failed")
        let failures = scene.accounting(since: start).failures
        #expect(failures.map(\.key) == ["asset \(Self.side)"])
        #expect(failures.first?.subject == .picture("61sidePicL"))
        #expect(failures.first?.isSetAside == true)
        try scene.accept(.uploadAsset(AssetSource(file: Self.side, picture: "61sidePicL", url: "")))
        #expect(scene.counts(since: start)[2] == "images: 4 = 2 done, 2 accepted")
        #expect(scene.accounting(since: start).failures == [])
        #expect(scene.accounting(since: start).accepted.map(\.key) == ["asset \(Self.side)"])
    }

    static let lasting: [(EffectFailed.Permanence, Int, Bool)] = [
        (.item, 1, true), (.transient, 4, false), (.transient, 5, true), (.refused, 1, false),
    ]

    @Test(arguments: lasting)
    func `a failure says whether it is set aside`(
        permanence: EffectFailed.Permanence, attempt: Int, isSetAside: Bool
    ) throws {
        var scene = try Self.seen()
        try scene.fail(.createProduct(sku: Self.boot), permanence, attempt: attempt)
        #expect(scene.counts[0] == "products: 2 = 1 failed, 1 pending")
        #expect(scene.accounting(since: scene).failures.first?.isSetAside == isSetAside)
        #expect(scene.accounting(since: scene).failures.first?.attempts == attempt)
    }

    @Test func `a product that somebody deleted has failed, with a sentence`() throws {
        var scene = try Self.seen()
        try scene.sync()
        try scene.see(Self.boot) { $0.gone = true }
        #expect(scene.counts[0] == "products: 2 = 1 done, 1 failed (1 unchanged)")
        #expect(
            scene.accounting(since: scene).failures.map(\.reason) == [
                "somebody deleted it in Plytix"
            ])
    }

    @Test func `a failure of a definition is named`() throws {
        var scene = try Self.seen()
        let attribute = try #require(scene.plan().effects.first)
        try scene.fail(attribute)
        #expect(scene.accounting(since: scene).failures.map(\.key) == ["attribute amazon_asin"])
        try scene.accept(attribute)
        #expect(scene.accounting(since: scene).failures == [])
    }

    @Test func `a picture that is there twice is named until it is accepted or gone`() throws {
        var scene = try Self.seen()
        try scene.sync()
        let facts = Digest.of("two of them")
        let key = "extra amazon_a.jpg"
        try scene.record(
            EffectFailed(
                key: key, phase: .images, subject: .picture("a"), status: nil,
                reason: "there twice", permanence: .item, attempt: 1, facts: facts))
        #expect(scene.accounting(since: scene).failures.map(\.key) == [key])
        // Nothing is to be done again: only another look tells whether it is gone.
        #expect(scene.plan().effects.isEmpty)
        try scene.record(RetryAsked(keys: [key], reason: "is it gone?"))
        #expect(scene.accounting(since: scene).failures.map(\.key) == [key])

        var accepted = scene
        try accepted.record(
            ItemAccepted(subject: .picture("a"), key: key, reason: "so be it", facts: facts))
        #expect(accepted.accounting(since: accepted).failures == [])
        try scene.record(
            EffectSettled(
                intent: 1, keys: [key], result: .adopted, how: .search,
                evidence: .string("one asset has its name"), about: [.picture("a")]))
        #expect(scene.accounting(since: scene).failures == [])
    }

    @Test func `an accepted failure counts as pending once its input is another`() throws {
        var scene = try Self.seen()
        try scene.sync()
        try scene.history.export(AmazonItem.boot().with { $0.title = "Refused" })
        let fields = try #require(scene.plan().effects.first { $0.key == "fields \(Self.boot)" })
        try scene.fail(fields)
        try scene.accept(fields)
        #expect(scene.counts[0] == "products: 2 = 1 done, 1 accepted (1 unchanged)")
        try scene.history.export(AmazonItem.boot().with { $0.title = "Better" })
        #expect(!scene.plan().isEmpty)
        #expect(scene.counts[0] == "products: 2 = 1 done, 1 pending (1 unchanged)")
    }

    @Test func `a thumbnail that was refused is not done`() throws {
        var scene = try Self.seen()
        try scene.sync()
        try scene.see(Self.boot) {
            $0.thumbnail = LiveThumbnail()
            $0.looked = ["thumbnail"]
        }
        let thumbnail = Effect.setThumbnail(sku: Self.boot, file: Self.main, old: nil)
        try scene.fail(thumbnail)
        #expect(scene.counts[2] == "images: 2 = 1 done, 1 failed (1 unchanged)")
        try scene.accept(thumbnail)
        #expect(scene.counts[2] == "images: 2 = 1 done, 1 accepted (1 unchanged)")
    }

    @Test func `what belongs to a product whose failure is accepted is accepted with it`() throws {
        var scene = try Self.seen()
        scene.server.refuses = { $0.key == "fields \(Self.boot)" ? .item : nil }
        let fields = try #require(
            scene.plan([.products]).effects.first { $0.key == "fields \(Self.boot)" })
        try scene.sync()
        try scene.accept(fields)
        #expect(scene.plan().lines == [])
        #expect(
            scene.counts == [
                "products: 2 = 1 done, 1 accepted (1 unchanged)", "relationships: 2 = 2 accepted",
                "images: 2 = 2 accepted",
            ])
    }

    @Test func `a person's thumbnail is no failure of ours`() throws {
        var scene = try Self.seen()
        try scene.sync()
        try scene.see(Self.boot) {
            $0.thumbnail = LiveThumbnail(asset: LiveAsset(id: "x", file: "front.jpg"))
            $0.looked = ["thumbnail"]
        }
        #expect(scene.counts[2] == "images: 2 = 2 done (2 unchanged)")
    }
}

extension Scene {
    /// The counts of the three phases, with the run beginning now.
    var counts: [String] { counts(since: self) }

    func counts(since start: Scene) -> [String] { accounting(since: start).phases.map(\.line) }

    /// A request leaves, and no answer comes.
    mutating func intend(_ effect: Effect) throws {
        try record(
            EffectIntended(
                effects: [effect], attempt: 1, method: "POST", path: "/", bodyHash: .of(""),
                believed: JSONObject()))
    }
}

extension PhaseCount {
    /// `products: 2 = 1 done, 1 pending (1 unchanged)`.
    var line: String {
        func listed(_ counts: [(Int, String)]) -> String {
            counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        }
        let parts = listed([
            (done, "done"), (accepted, "accepted"), (failed, "failed"), (pending, "pending"),
            (inDoubt, "in doubt"),
        ])
        let ofDone = listed([(unchanged, "unchanged"), (adopted, "adopted")])
        return "\(phase.rawValue): \(expected) = \(parts)" + (ofDone.isEmpty ? "" : " (\(ofDone))")
    }
}

extension Plan {
    /// The plan with these stages only.
    func limitedTo(_ names: Name...) -> Plan {
        var plan = self
        plan.stages.removeAll { !names.contains($0.name) }
        return plan
    }
}
