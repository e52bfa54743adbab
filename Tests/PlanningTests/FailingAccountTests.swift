import Catalog
import Events
import JSON
import Planning
import Projections
import SandboxWorld
import TestSupport
import Testing

@Suite struct `Plans for an account that refuses` {
    /// Refuses effects by chance, the same ones each time.
    static func refusals(
        _ seed: UInt64, _ permanence: EffectFailed.Permanence
    ) -> @Sendable (Effect) -> EffectFailed.Permanence? {
        { effect in
            guard [.products, .images, .relationships].contains(effect.phase), !effect.isDefinition
            else { return nil }
            var random = SplitMix64(seed: effect.key.utf8.reduce(seed) { $0 &* 31 &+ UInt64($1) })
            return random.chance(150) ? permanence : nil
        }
    }

    @Test(arguments: Seeds.first(12))
    func `what failed for its own fault costs no request any more`(seed: UInt64) throws {
        var scene = try RandomScene(seed: seed).scene
        scene.server.isForgiving = true
        scene.server.refuses = Self.refusals(seed, .item)
        // What failed may change what others are made of: a gallery without its picture.
        for _ in 0..<4 { try scene.sync() }
        #expect(scene.plan().lines == [])
    }

    @Test(arguments: Seeds.first(12))
    func `what keeps failing in passing is given up after as many runs as the settings say`(
        seed: UInt64
    ) throws {
        var scene = try RandomScene(seed: seed).scene
        scene.server.isForgiving = true
        scene.server.refuses = Self.refusals(seed, .transient)
        scene.settings.attemptsMax = 2
        // A gallery that does without its picture is another one, and is tried anew.
        for _ in 0..<12 { try scene.sync() }
        #expect(scene.plan().lines == [])
    }

    @Test(arguments: Seeds.first(12))
    func `what failed is made good by a retry once it can be`(seed: UInt64) throws {
        var scene = try RandomScene(seed: seed).scene
        // Link by link, what comes late stands behind.
        try scene.record(TargetLearned(topic: "gallery-by-list", value: true, evidence: "seen"))
        var whole = scene
        try whole.sync()
        scene.server.isForgiving = true
        scene.server.refuses = Self.refusals(seed, .item)
        for _ in 0..<3 { try scene.sync() }
        scene.server.refuses = { _ in nil }
        try scene.record(RetryAsked(keys: scene.account.failures.keys.sorted()))
        for _ in 0..<3 { try scene.sync() }
        #expect(scene.plan().lines == [])
        let difference = Drawing.difference(from: scene.account.content, to: whole.account.content)
        #expect(difference == [])
    }

    @Test(arguments: Seeds.first(12))
    func `every unit stands in exactly one place, whatever happened`(seed: UInt64) throws {
        var world = try RandomScene(seed: seed)
        world.scene.server.isForgiving = true
        for round in 0..<5 {
            let start = world.scene
            let permanence = world.random.pick(EffectFailed.Permanence.allCases)
            world.scene.server.refuses = Self.refusals(seed &+ UInt64(round), permanence)
            let plan = world.scene.plan()
            try world.scene.carryOut(plan, first: world.random.below(plan.requestCount + 1))
            for effect in world.random.some(of: plan.effects, 20, outOf: 1_000) {
                try world.scene.intend(effect)
            }
            for (key, failure) in world.scene.account.failures.sorted(by: { $0.key < $1.key })
            where world.random.chance(200) {
                try world.scene.record(
                    ItemAccepted(
                        subject: failure.subject, key: key, reason: "as it is", facts: failure.facts
                    ))
            }
            try expectSums(world.scene, since: start)
            try world.editByPeople()
            try world.changeCatalogue()
            try expectSums(world.scene, since: start)
        }
    }

    private func expectSums(_ scene: Scene, since start: Scene) throws {
        let accounting = scene.accounting(since: start)
        for count in accounting.phases {
            let sum = count.done + count.accepted + count.failed + count.pending + count.inDoubt
            #expect(sum == count.expected, "\(count.line)")
            #expect(count.unchanged + count.adopted <= count.done, "\(count.line)")
        }
        let desired = scene.desired
        #expect(accounting.products.expected == desired.products.count)
        #expect(accounting.images.expected == desired.products.map(\.pictures.count).reduce(0, +))
        #expect(
            accounting.relationships.expected == desired.links.map(\.targets.count).reduce(0, +))
        let keys = accounting.failures.map(\.key) + accounting.accepted.map(\.key)
        #expect(Set(keys).count == keys.count)
        // Complete is a promise: then there is nothing left to do.
        if accounting.phases.allSatisfy({ $0.failed + $0.pending + $0.inDoubt == 0 }) {
            #expect(!scene.plan().effects.contains { !$0.isDefinition && !$0.isUnlink })
        }
    }
}

extension Effect {
    var isDefinition: Bool {
        switch self {
        case .defineAttribute, .extendOptions, .defineFamily, .extendFamily, .defineRelation: true
        default: false
        }
    }
    var isUnlink: Bool { if case .unlink = self { true } else { false } }
}
