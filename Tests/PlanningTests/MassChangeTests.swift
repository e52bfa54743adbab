import Catalog
import Events
import JSON
import Planning
import Projections
import TestSupport
import Testing

@Suite struct `A plan that changes much` {
    /// An account of `count` boots.
    static func boots(_ count: Int) throws -> Scene {
        try Scene.synced(
            (0..<count).map { index in
                AmazonItem.boot("B0" + String(10_000_000 + index)).with { $0.pictures = [] }
            })
    }

    @Test(arguments: [(20, 9, false), (20, 10, true), (200, 10, false), (200, 11, true)])
    func `is unusual from ten products on, and beyond the share`(
        known: Int, changed: Int, isUnusual: Bool
    ) throws {
        var scene = try Self.boots(known)
        for seen in scene.items.sorted(by: { $0.item.key < $1.item.key }).prefix(changed) {
            try scene.history.export(seen.item.with { $0.brand = "Other" })
        }
        let change = scene.plan().massChange(of: scene.account)
        #expect(change.changed == changed)
        #expect(change.known == known)
        #expect(change.reasons == [.amazon: changed])
        #expect(change.isUnusual(share: 0.05) == isUnusual)
    }

    @Test func `new products and fields that were empty are no change`() throws {
        var scene = try Self.boots(1)
        try scene.history.export(.boot())
        scene.settings.attributes.append(
            AttributeRule("amazon_more", from: .field(.manufacturer), type: .text, rule: .always))
        let change = scene.plan().massChange(of: scene.account)
        #expect(change.changed == 0)
        #expect(change.reasons == [:])
    }

    @Test func `a changed rule shows as one`() throws {
        var scene = try Self.boots(12)
        scene.settings.label = .brand
        let change = scene.plan().massChange(of: scene.account)
        #expect(change.reasons == [.rule: 12])
        #expect(change.isUnusual(share: 0.05))
    }

    @Test func `links that are taken away count`() throws {
        var scene = try LinkPlan.matched(2)
        try scene.sync()
        try scene.history.match(.us("B010000000"), to: "D")
        #expect(scene.plan().massChange(of: scene.account).changed == 1)
    }
}

private typealias LinkPlan = `What is done about links`
