import Catalog
import Events
import Planning
import Projections
import SandboxWorld
import TestSupport
import Testing

@Suite struct `Plans for whole catalogues` {
    @Test(arguments: Seeds.first(12))
    func `a second run has nothing to do, and all is accounted for`(seed: UInt64) throws {
        var scene = try RandomScene(seed: seed).scene
        let start = scene
        try scene.sync()
        #expect(scene.plan().lines == [])
        #expect(scene.plan().problems == [])
        let accounting = scene.accounting(since: start)
        #expect(accounting.phases.allSatisfy { $0.done == $0.expected && $0.unchanged == 0 })
        #expect(accounting.products.expected == scene.desired.products.count)
        #expect(
            accounting.images.expected == scene.desired.products.map(\.pictures.count).reduce(0, +))
        #expect(accounting.failures == [])
        #expect(scene.accounting(since: scene).phases.allSatisfy { $0.unchanged == $0.expected })
    }

    @Test(arguments: Seeds.first(12))
    func `what strangers made is adopted, changed where it differs, and then left`(seed: UInt64)
        throws
    {
        var world = try RandomScene(seed: seed)
        try world.addStrangersProducts()
        let before = world.scene.account
        let start = world.scene
        try world.scene.sync()
        #expect(world.scene.plan().lines == [])
        for (sku, product) in before.products {
            let now = try #require(world.scene.account.products[sku])
            #expect(now.id == product.id)
            #expect(now.isAdopted)
            // Nothing of theirs is lost but what a rule of ours writes.
            let theirs = product.gallery.value ?? []
            #expect((now.gallery.value ?? []).filter(theirs.contains) == theirs)
            if let thumbnail = product.thumbnail.value ?? nil {
                #expect(now.thumbnail == .known(thumbnail))
            }
            for field in ["status", "attributes.amazon_is_primary"] {
                #expect(now.fields[field]?.live == product.fields[field]?.live)
            }
            let color = product.fields["attributes.amazon_color"]?.live
            if color != nil { #expect(now.fields["attributes.amazon_color"]?.live == color) }
        }
        let accounting = world.scene.accounting(since: start)
        #expect(accounting.phases.allSatisfy { $0.done == $0.expected })
    }

    @Test(arguments: Seeds.first(12))
    func `a run that stops anywhere is continued to the same end`(seed: UInt64) throws {
        var world = try RandomScene(seed: seed)
        try world.addStrangersProducts()
        var whole = world.scene
        try whole.sync()
        var parts = world.scene
        var runs = 0
        while !parts.plan().isEmpty {
            runs += 1
            try #require(runs < 1_000)
            try parts.carryOut(parts.plan(), first: world.random.number(in: 1...12))
        }
        let difference = Drawing.difference(from: parts.account.content, to: whole.account.content)
        #expect(difference == [])
    }

    @Test(arguments: Seeds.first(8))
    func `phase by phase ends like all at once`(seed: UInt64) throws {
        var world = try RandomScene(seed: seed)
        try world.addStrangersProducts()
        var whole = world.scene
        try whole.sync()
        var parts = world.scene
        for phases: Set<Phase> in [[.products], [.relationships], [.images]] {
            try parts.carryOut(parts.plan(phases))
            #expect(parts.plan(phases).lines == [])
        }
        #expect(parts.plan().lines == [])
        let difference = Drawing.difference(from: parts.account.content, to: whole.account.content)
        #expect(difference == [])
    }

    @Test(arguments: Seeds.first(12))
    func `whatever Amazon and people change, one run later nothing is left to do`(seed: UInt64)
        throws
    {
        var world = try RandomScene(seed: seed)
        try world.scene.sync()
        for _ in 0..<4 {
            try world.editByPeople()
            try world.changeCatalogue()
            let plan = world.scene.plan()
            #expect(plan.problems == [])
            let gone = Set(world.scene.account.products.filter(\.value.isGone).map(\.key))
            #expect(!plan.effects.contains { gone.contains(String($0.subject.name)) })
            try world.scene.carryOut(plan)
            #expect(world.scene.plan().lines == [])
        }
    }

    @Test(arguments: Seeds.first(8))
    func `the order of items changes neither what shall be nor the plan`(seed: UInt64) throws {
        var world = try RandomScene(seed: seed)
        let scene = world.scene
        let plan = scene.plan().lines
        for _ in 0..<3 {
            let desired = Desired(
                items: world.random.shuffled(scene.items), decisions: scene.account,
                settings: scene.settings)
            #expect(
                Plan(desired: desired, account: scene.account, settings: scene.settings).lines
                    == plan)
        }
    }

    @Test(arguments: Seeds.first(8))
    func `a replay into a fresh account ends with the same content`(seed: UInt64) throws {
        var world = try RandomScene(seed: seed)
        try world.scene.sync()
        let source = world.scene
        let desired = source.desired.withStubs(.linked, from: source.account)
        var fresh = Scene(.fresh)
        fresh.history = source.history
        fresh.settings = source.settings
        try fresh.carryOut(Plan(desired: desired, account: fresh.account, settings: fresh.settings))
        #expect(
            Plan(desired: desired, account: fresh.account, settings: fresh.settings).lines == [])
        let stubs = Set(desired.stubs.map(\.sku))
        let replayed = fresh.account.content.filter { line in
            let words = line.split(separator: " ").map(String.init)
            return !stubs.contains(words[0]) && !(words[0] == "product" && stubs.contains(words[1]))
        }
        #expect(Drawing.difference(from: replayed, to: source.account.content) == [])
    }
}
