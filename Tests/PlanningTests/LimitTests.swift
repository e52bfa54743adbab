import Catalog
import Planning
import TestSupport
import Testing

@Suite struct `A plan for some products only` {
    static let first = "AMZN-US-B077QMJFG9"

    @Test func `makes them and what belongs to them, and nothing of others`() throws {
        var scene = Scene()
        try scene.history.export(
            AmazonItem.family().with {
                $0.children = [.example("B07X8Z63ZL")]
                $0.pictures = [.example("family")]
            }, .boot())
        let desired = scene.desired.limited(to: [Self.first])
        let plan = Plan(desired: desired, account: scene.account, settings: scene.settings)
        let subjects = Set(plan.effects.map(\.subject.text).filter { !$0.hasPrefix("attribute:") })
        #expect(
            subjects == [
                "sku:\(Self.first)", "picture:family", "family:Amazon", "relation:amazon_hierarchy",
                "relation:amazon_listings",
            ])
        // It can be carried out: nothing in it needs what was left out.
        try scene.carryOut(plan)
        #expect(Plan(desired: desired, account: scene.account, settings: scene.settings).isEmpty)
    }

    @Test func `goes on with the others afterwards, to the same end`() throws {
        var scene = try `Links that shall be`.disagreeing()
        var whole = scene
        try whole.sync()
        for sku in scene.desired.products.map(\.sku) {
            let desired = scene.desired.limited(to: [sku])
            try scene.carryOut(
                Plan(desired: desired, account: scene.account, settings: scene.settings))
        }
        try scene.sync()
        #expect(scene.account.content == whole.account.content)
    }
}
