import Catalog
import Events
import Planning
import Projections
import TestSupport
import Testing

@Suite struct `Canonical products for a fresh account` {
    /// A matched item in one account, to be replayed into another.
    static func source() throws -> Scene {
        var scene = try `Links that shall be`.disagreeing()
        try scene.history.see([
            Canonical(id: "c-alone", sku: "ALONE", label: "Alone", gtin: "1"),
            Canonical(id: "c-variant", sku: "VARIANT", parentID: "c-alone"),
        ])
        try scene.sync()
        return scene
    }

    /// The plan of what one account shall hold, for the fresh one.
    static func plan(_ source: Scene, _ stubs: Desired.Stubs) -> Plan {
        Plan(
            desired: source.desired.withStubs(stubs, from: source.account),
            account: source.history.state.account(.fresh), settings: source.settings)
    }

    @Test func `those that links start from, and what they are variants of, parents first`() throws
    {
        #expect(
            Self.plan(try Self.source(), .linked).lines(.stubs) == [
                "stubs: create MCA0032",
                "stubs: create MDM0049",
                "stubs: create STRAY",
                "stubs: create MCA0032-105W of MCA0032 + set MCA0032-105W "
                    + "[gtin none -> \"886000000016\" (always, new)]",
            ])
    }

    @Test func `all of them where that is asked for`() throws {
        let lines = Self.plan(try Self.source(), .all).lines(.stubs)
        #expect(lines.count == 6)
        #expect(
            lines.contains(
                "stubs: create ALONE + set ALONE [label none -> \"Alone\" (always, new), "
                    + "gtin none -> \"1\" (always, new)]"))
        #expect(lines.last == "stubs: create VARIANT of ALONE")
    }

    @Test func `none, and then no links from them`() throws {
        let plan = Self.plan(try Self.source(), .none)
        #expect(plan.lines(.stubs) == [])
        #expect(plan.lines(.links).allSatisfy { !$0.contains("listings") })
    }

    @Test func `what is there is not made again`() throws {
        var source = try Self.source()
        try source.history.see([Canonical(id: "f-1", sku: "MCA0032")], by: .fresh)
        try source.history.record(
            ProductCreated(sku: "STRAY", id: "f-2", adopted: false), by: .fresh)
        let lines = Self.plan(source, .linked).lines(.stubs)
        #expect(
            lines.map { $0.prefix(26) } == ["stubs: create MDM0049", "stubs: create MCA0032-105W"])
    }

    @Test func `one that was refused for its own fault is not tried again`() throws {
        var source = try Self.source()
        let effect = Effect.createProduct(sku: "MDM0049")
        let failed = EffectFailed(
            key: effect.key, phase: effect.phase, subject: effect.subject, status: 422,
            reason: "refused", permanence: .item, attempt: 1, facts: effect.facts)
        try source.history.record(failed, by: .fresh)
        let plan = Self.plan(source, .linked)
        #expect(!plan.lines(.stubs).contains("stubs: create MDM0049"))
        #expect(!plan.lines(.links).contains { $0.contains("MDM0049") })
    }

    @Test func `are made for products only`() throws {
        let source = try Self.source()
        let desired = source.desired.withStubs(.linked, from: source.account)
        let plan = Plan(
            desired: desired, account: source.history.state.account(.fresh),
            settings: source.settings,
            phases: [.images])
        #expect(plan.lines(.stubs) == [])
    }

    @Test func `a replay ends with the same content, by names`() throws {
        let source = try Self.source()
        var fresh = Scene(.fresh)
        fresh.history = source.history
        let desired = source.desired.withStubs(.linked, from: source.account)
        let plan = Plan(desired: desired, account: fresh.account, settings: fresh.settings)
        try fresh.carryOut(plan)
        let again = Plan(desired: desired, account: fresh.account, settings: fresh.settings)
        #expect(again.lines == [])
        let canonicals = Set(source.account.canonicals.keys)
        let replayed = fresh.account.content.filter { line in
            !canonicals.contains { line.hasPrefix("product \($0)") || line.hasPrefix("\($0) ") }
        }
        #expect(replayed == source.account.content)
    }

    @Test func `pictures that the other account could not get are left out`() throws {
        var source = Scene()
        try source.history.export(.boot())
        let main = Picture.fileName(id: "71mainPicL", extension: "jpg")
        source.server.isForgiving = true
        source.server.refuses = { $0.key == "asset \(main)" ? .item : nil }
        try source.sync()
        let desired = source.desired.withoutPictures(missingIn: source.account)
        #expect(desired.products.map { $0.pictures.map(\.id) } == [["61sidePicL"]])
        #expect(desired.products[0].thumbnail == nil)
    }
}
