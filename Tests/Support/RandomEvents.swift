// Histories that no run would write, in any order: a fold must take them all.

import Catalog
import Events
import JSON
package import SandboxWorld

/// Events about a few things of one account, at random.
package struct RandomEvents {
    package var random: SplitMix64
    let skus = ["AMZN-US-B07X8Z63ZL", "AMZN-US-B077QMJFG9", "AMZN-US-B07TBFZL3N"]
    let canonicals = ["MCA0032", "MCA0032-105W-BOMB", "MDM0049"]
    let files = ["amazon_a.jpg", "amazon_b.jpg", "front.jpg", "back.png"]
    let fields = ["label", "status", "attributes.amazon_title", "attributes.amazon_color"]
    let labels = ["amazon_hierarchy", "amazon_listings"]
    let items = ["B07X8Z63ZL", "B077QMJFG9", "B07TBFZL3N"].map(ItemKey.us)

    package init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// A history of `count` events of two accounts and two marketplaces.
    package mutating func history(_ count: Int) throws -> History {
        var history = History()
        var intents: [Int] = []
        for _ in 0..<count {
            if random.chance(30) {
                history.run = RunID(text: "20260301T083000Z-\(100_000 + random.below(5))")
            }
            let cause = intents.isEmpty || random.chance(500) ? [] : [random.pick(intents)]
            let event = next(position: history.position)
            let drafts = [event.draft(system: system(), cause: cause.map { .sequence($0) })]
            let sequence = try history.append(drafts)
            if event is EffectIntended { intents += sequence }
        }
        return history
    }

    private mutating func system() -> System {
        random.pick([.shop, .shop, .shop, .fresh, .amazon, .plysync])
    }

    private mutating func next(position: Int) -> any Event {
        switch random.below(5) {
        case 0: observation()
        case 1: decision()
        case 2: outcome()
        case 3: pictureOutcome()
        default: ofRun(position)
        }
    }

    private mutating func observation() -> any Event {
        let item = AmazonItem(key: random.pick(items), title: random.word(3))
        switch random.below(9) {
        case 0: return ProductExported(item: item, itemHash: .of(item), raw: .of(random.word(2)))
        case 1: return ItemMissing(item: item.key, reason: random.pick(ItemMissing.Reason.allCases))
        case 2:
            return ParentMissing(parent: item.key, children: [item.key.asin], reason: .notFound)
        case 3:
            let sku = random.pick(canonicals)
            return CanonicalObserved(
                canonical: Canonical(id: "c-\(sku)", sku: sku, gtin: random.word(2)), hash: .of(sku)
            )
        case 4: return CanonicalVanished(id: "c-MDM0049", sku: "MDM0049")
        case 5:
            let file = random.pick(files)
            return AssetVanished(picture: file, file: file, id: "a-\(file)")
        case 6, 7: return look()
        default:
            return TargetLearned(
                topic: "gallery-by-list", value: .bool(random.chance(500)), evidence: "seen")
        }
    }

    private mutating func look() -> LiveObserved {
        let sku = random.pick(skus + canonicals)
        let looked = random.some(
            of: ["fields", "family", "gallery", "thumbnail", "relations"], 1, outOf: 2)
        return LiveObserved(
            id: "p-\(sku)", sku: sku,
            fields: looked.contains("fields")
                ? [LiveField(field: random.pick(fields), value: value())] : [],
            family: looked.contains("family") ? LiveReference(id: random.pick([nil, "f-1"])) : nil,
            gallery: looked.contains("gallery")
                ? random.some(of: files, 1, outOf: 2).map(asset) : nil,
            thumbnail: looked.contains("thumbnail")
                ? LiveThumbnail(asset: random.pick([nil, asset(random.pick(files))])) : nil,
            relations: looked.contains("relations")
                ? [
                    LiveRelation(
                        relationID: "r-amazon_listings",
                        label: random.pick([nil, "amazon_listings"]),
                        targets: random.some(of: skus, 1, outOf: 2).map { "p-\($0)" })
                ] : nil,
            looked: looked, gone: random.chance(100))
    }

    func asset(_ file: String) -> LiveAsset { LiveAsset(id: "a-\(file)", file: file) }

    mutating func value() -> JSONValue? {
        random.pick([nil, .null, .string(random.word(1)), .bool(true), 5])
    }

    private mutating func decision() -> any Event {
        let item = random.pick(items)
        switch random.below(4) {
        case 0:
            let sku = random.pick(canonicals)
            return MatchFound(
                item: item, canonicalSKU: sku, canonicalID: "c-\(sku)", rule: "gtin",
                amazon: .init(field: "UPC", found: "1", normalised: "1"),
                canonical: .init(field: "gtin", found: "1", normalised: "1"), losers: [])
        case 1: return MatchMissed(item: item, reason: "none", suggestedSKU: "AMZN", tried: [])
        case 2:
            let effect = self.effect()
            return ItemAccepted(
                subject: effect.subject, key: effect.key, reason: "as it is",
                facts: .of(random.word(1)))
        default: return RetryAsked(keys: [effect().key])
        }
    }
}
