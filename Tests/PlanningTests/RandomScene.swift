import Catalog
import Events
import JSON
import Planning
import Projections
import SandboxWorld
import TestSupport

/// Scenes at random: a catalogue, settings, and what people did in the account.
struct RandomScene {
    var random: SplitMix64
    var scene = Scene()
    var catalogue: RandomCatalogue

    init(seed: UInt64, styles: Int = 3) throws {
        random = SplitMix64(seed: seed)
        catalogue = RandomCatalogue(styles: styles, &random)
        scene.settings.unmatched = random.pick([.create, .create, .skip])
        scene.settings.onRemoval = random.pick([.keep, .remove])
        scene.settings.picturesMax = random.pick([20, 20, 2, 0])
        try scene.history.see(catalogue)
        for topic in ["gallery-by-list", "family-in-create"] where random.chance(500) {
            try scene.record(
                TargetLearned(topic: topic, value: .bool(random.chance(500)), evidence: "seen"))
        }
    }

    /// Products that somebody made before, of which we see everything.
    mutating func addStrangersProducts() throws {
        let products = scene.desired.products
        for product in random.some(of: products, 300, outOf: 1_000) {
            let fields = random.some(of: product.fields, 500, outOf: 1_000)
            let live = fields.map { field in
                let isTheirs = random.chance(300)
                return LiveField(field: field.name, value: isTheirs ? "theirs" : field.value)
            }
            let gallery = assets(random.below(3))
            let thumbnail = LiveThumbnail(asset: random.chance(300) ? gallery.first : nil)
            try scene.see(product.sku) {
                $0.fields = live
                $0.family = LiveReference()
                $0.gallery = gallery
                $0.thumbnail = thumbnail
                $0.looked = ["fields", "family", "gallery", "thumbnail"]
            }
        }
    }

    /// People change, add and delete.
    mutating func editByPeople() throws {
        let account = scene.account
        for (sku, product) in account.products.sorted(by: { $0.key < $1.key })
        where random.chance(400) {
            switch random.below(5) {
            case 0: try scene.see(sku) { $0.gone = true }
            case 1:
                let field = random.pick(product.fields.names)
                try scene.edit(sku, [(field, random.pick([nil, "theirs", .null, ""]))])
            case 2:
                let kept = (product.gallery.value ?? []).filter { _ in random.chance(600) }
                    .map { LiveAsset(id: $0, file: account.files[$0]) }
                let gallery = random.shuffled(kept + assets(random.below(2)))
                try scene.see(sku) {
                    $0.gallery = gallery
                    $0.looked = ["gallery"]
                }
            case 3:
                let thumbnail = LiveThumbnail(asset: random.chance(500) ? assets(1).first : nil)
                try scene.see(sku) {
                    $0.thumbnail = thumbnail
                    $0.looked = ["thumbnail"]
                }
            default:
                try scene.see(sku) {
                    $0.family = LiveReference(id: "theirs")
                    $0.looked = ["family"]
                }
            }
        }
        try loseLinks()
    }

    private mutating func loseLinks() throws {
        for canonical in scene.account.canonicalList where random.chance(200) {
            let targets = scene.account.linked("amazon_listings", from: canonical.sku).sorted()
                .filter { _ in random.chance(500) }.compactMap { scene.account.productID($0) }
            try scene.see(canonical.sku) {
                $0.id = canonical.id
                $0.relations = [
                    LiveRelation(relationID: "r", label: "amazon_listings", targets: targets)
                ]
                $0.looked = ["relations"]
            }
        }
    }

    /// Amazon says something else of some items, and matches move.
    mutating func changeCatalogue() throws {
        for item in catalogue.items where random.chance(300) {
            let changed = item.with { item in
                switch random.below(5) {
                case 0: item.title = random.chance(200) ? nil : "New \(random.word(5))"
                case 1: item.color = random.pick([nil, "Red", "Black"])
                case 2:
                    item.pictures = random.shuffled(item.pictures).filter { _ in random.chance(700)
                    }
                case 3: item.parents = []
                default: item.identifiers = []
                }
            }
            try scene.history.export(changed)
            try scene.history.judge([changed])
        }
    }

    private mutating func assets(_ count: Int) -> [LiveAsset] {
        (0..<count).map { _ in
            let id = "their-\(random.word(4))"
            return LiveAsset(id: id, file: random.chance(800) ? "\(id).jpg" : nil)
        }
    }
}
