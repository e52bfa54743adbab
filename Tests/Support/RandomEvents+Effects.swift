import Catalog
import Events
import JSON
import SandboxWorld

// What we would have done, and what became of it.
extension RandomEvents {
    mutating func effect() -> Effect {
        let sku = random.pick(skus)
        switch random.below(5) {
        case 0: return .createProduct(sku: sku)
        case 1: return .setFields(sku: sku, changes: [change()])
        case 2:
            return .link(
                relation: random.pick(labels), source: random.pick(canonicals), targets: [sku])
        case 3: return .setThumbnail(sku: sku, file: random.pick(files), old: nil)
        default:
            return .uploadAsset(
                AssetSource(file: "amazon_a.jpg", picture: "a", url: "https://a/a.jpg"))
        }
    }

    private mutating func change() -> FieldChange {
        FieldChange(
            field: random.pick(fields), old: value(), new: value(), rule: .always, reason: .amazon)
    }

    mutating func outcome() -> any Event {
        let sku = random.pick(skus)
        let ends = [Linked(sku: sku, id: "p-\(sku)")]
        let source = random.pick(canonicals)
        let relation = random.pick(labels)
        switch random.below(9) {
        case 0:
            return EffectIntended(
                effects: [effect(), effect()], attempt: 1, method: "POST", path: "/api/v1/products",
                bodyHash: .of("body"), believed: JSONObject())
        case 1:
            return EffectSettled(
                intent: 1 + random.below(200), keys: [effect().key], result: .applied, how: .read,
                evidence: .null, about: [])
        case 2:
            let effect = self.effect()
            return EffectFailed(
                key: effect.key, phase: effect.phase, subject: effect.subject, status: 422,
                reason: "refused", permanence: random.pick(EffectFailed.Permanence.allCases),
                attempt: 1 + random.below(6), facts: .of(random.word(1)))
        case 3:
            let definition = random.pick(SchemaDefined.Definition.allCases)
            let label =
                definition == .relation ? relation : random.pick(["amazon_title", "Amazon"])
            return SchemaDefined(
                definition: definition, label: label, name: label, id: "r-\(label)",
                options: ["US"],
                members: ["amazon_title"], adopted: random.chance(200))
        case 4:
            return ProductCreated(
                sku: sku, id: random.chance(900) ? "p-\(sku)" : "q-\(sku)",
                adopted: random.chance(200))
        case 5: return AttributesSet(sku: sku, id: "p-\(sku)", changes: [change(), change()])
        case 6:
            return FamilyAssigned(
                sku: sku, id: "p-\(sku)", family: "Amazon", familyID: "f-1", adopted: false)
        case 7:
            return RelationLinked(
                relation: relation, relationID: "r-\(relation)",
                source: Linked(sku: source, id: "c-\(source)"), targets: ends, adopted: false)
        default:
            return RelationUnlinked(
                relation: relation, relationID: "r-\(relation)",
                source: Linked(sku: source, id: "c-\(source)"), targets: ends)
        }
    }

    mutating func pictureOutcome() -> any Event {
        let sku = random.pick(skus)
        let file = random.pick(files)
        switch random.below(4) {
        case 0:
            return AssetUploaded(
                picture: "a", file: file, id: "a-\(file)", url: "https://a/a.jpg",
                adopted: random.chance(200))
        case 1:
            return AssetLinked(
                sku: sku, id: "p-\(sku)", asset: asset(file),
                label: random.pick(["amazon_images", "thumbnail"]))
        case 2:
            let files = random.some(of: files, 1, outOf: 2)
            return GallerySet(
                sku: sku, id: "p-\(sku)", label: "amazon_images", files: files,
                assets: files.map { "a-\($0)" })
        default: return ThumbnailSet(sku: sku, id: "p-\(sku)", file: file, asset: "a-\(file)")
        }
    }
}
