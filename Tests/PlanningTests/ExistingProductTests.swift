import Catalog
import Events
import JSON
import Planning
import TestSupport
import Testing

@Suite struct `A product that is there` {
    static let sku = "AMZN-US-B07X8Z63ZL"

    @Test func `and as it shall be needs nothing`() throws {
        let scene = try Scene.synced()
        #expect(scene.plan().lines == [])
        #expect(scene.plan().isEmpty)
    }

    @Test func `gets only what Amazon changed, and the date`() throws {
        var scene = try Scene.synced()
        try scene.history.export(
            AmazonItem.boot().with {
                $0.color = "Black"; $0.title = "New"
            })
        let old = "\"Men's Bomber Boot, 10.5 Wide\""
        // The colour is filled only where nothing is.
        #expect(
            scene.plan().lines == [
                "products: set \(Self.sku) [label \(old) -> \"New\" (always, amazon), "
                    + "attributes.amazon_title \(old) -> \"New\" (always, amazon), "
                    + "attributes.amazon_last_synced \"2026-03-01\" -> \"{today}\" (always, rule)]"
            ])
    }

    @Test func `is not written for its date alone`() throws {
        var scene = try Scene.synced()
        try scene.edit(Self.sku, [("attributes.amazon_last_synced", "2020-01-01T00:00:00")])
        #expect(scene.plan().lines == [])
    }

    @Test func `gets a new canonical SKU because of the match`() throws {
        var scene = try Scene.synced()
        let rematch = try scene.history.match(.us("B07X8Z63ZL"), to: "C")
        let plan = scene.plan()
        #expect(
            plan.changes(of: Self.sku).first?.line
                == "attributes.amazon_canonical_sku none -> \"C\" (always, match)")
        #expect(plan.stages.first { $0.name == .products }?.requests.first?.cause == [1, rematch])
    }

    @Test func `loses its canonical SKU with the match`() throws {
        var scene = Scene()
        try scene.history.export(.boot())
        try scene.history.match(.us("B07X8Z63ZL"), to: "C")
        try scene.history.see([Canonical(id: "c-C", sku: "C")])
        try scene.sync()
        try scene.record(
            MatchMissed(item: .us("B07X8Z63ZL"), reason: "none", suggestedSKU: "S", tried: []))
        #expect(
            scene.plan().changes(of: Self.sku).first?.line
                == "attributes.amazon_canonical_sku \"C\" -> none (always, match)")
        #expect(scene.plan().lines(.links) == ["links: amazon_listings C no more -> [\(Self.sku)]"])
    }

    @Test func `keeps what a person wrote where the rule lets it`() throws {
        var scene = try Scene.synced()
        try scene.edit(
            Self.sku,
            [
                ("status", "Completed"), ("attributes.amazon_color", "Red"),
                ("attributes.amazon_is_primary", true), ("attributes.notes", "mine"),
            ])
        #expect(scene.plan().lines == [])
    }

    @Test func `found in the account gets only the differences`() throws {
        var scene = try Scene.synced([.family()])
        try scene.history.export(.boot())
        try scene.see(Self.sku) {
            $0.fields = [
                LiveField(field: "label", value: "Theirs"),
                LiveField(field: "status", value: "Archived"),
                LiveField(field: "attributes.amazon_asin", value: "B07X8Z63ZL"),
                LiveField(field: "attributes.amazon_color", value: "Red"),
                LiveField(field: "attributes.amazon_title", value: "Men's Bomber Boot, 10.5 Wide"),
                LiveField(field: "attributes.amazon_marketplace", value: "US"),
                LiveField(field: "attributes.amazon_item_classification", value: "BASE_PRODUCT"),
                LiveField(field: "attributes.amazon_brand", value: "Sandbox Brand"),
                LiveField(field: "attributes.amazon_model_number", value: "MCA0032"),
                LiveField(field: "attributes.amazon_canonical_sku", value: "THEIRS"),
            ]
            $0.family = LiveReference(id: nil)
            $0.gallery = []
            $0.thumbnail = LiveThumbnail()
            $0.looked = ["fields", "family", "gallery", "thumbnail"]
        }
        let changes = scene.plan([.products]).changes(of: Self.sku).map(\.line)
        #expect(
            changes
                == [
                    "label \"Theirs\" -> \"Men's Bomber Boot, 10.5 Wide\" (always, amazon)",
                    "attributes.amazon_size none -> \"10.5 Wide\" (fill-empty, amazon)",
                    "attributes.amazon_upc none -> \"886000000016\" (fill-empty, amazon)",
                    "attributes.amazon_ean none -> \"0886000000016\" (fill-empty, amazon)",
                    "attributes.amazon_last_synced none -> \"{today}\" (always, rule)",
                ].filter { !$0.isEmpty })
        #expect(scene.plan().lines(.families) == ["families: family of \(Self.sku) is Amazon"])
    }

    @Test func `that somebody deleted is left deleted, with all that belongs to it`() throws {
        var scene = try Scene.synced([
            .boot(), AmazonItem.family().with { $0.children = [.example("B07X8Z63ZL")] },
        ])
        try scene.see(Self.sku) { $0.gone = true }
        try scene.history.export(
            AmazonItem.boot().with {
                $0.title = "New"
                $0.pictures.append(.example("new", slot: "PT02"))
            })
        #expect(scene.plan().lines == [])
    }

    @Test func `without a family gets it`() throws {
        var scene = try Scene.synced()
        try scene.see(Self.sku) {
            $0.family = LiveReference(id: "another")
            $0.looked = ["family"]
        }
        #expect(scene.plan().lines == ["families: family of \(Self.sku) is Amazon"])
    }

    @Test func `is not touched by phases that nobody asked for`() throws {
        var scene = try Scene.synced()
        try scene.history.export(
            AmazonItem.boot().with {
                $0.title = "New"
                $0.pictures.append(.example("new", slot: "PT02"))
            })
        #expect(scene.plan([.relationships]).lines == [])
        #expect(scene.plan([.products]).effects.allSatisfy { $0.phase == .products })
        let images = scene.plan([.images])
        #expect(images.lines(.assets).count == 1)
        #expect(!images.changes(of: Self.sku).contains { $0.field == "attributes.amazon_title" })
    }
}
