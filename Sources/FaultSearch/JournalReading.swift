import Catalog
import JSON
import JournalStore

/// What a journal says, read from its raw records: a second reading beside the engine's own, so
/// that an error in one shows in the other.
struct JournalReading {
    /// ASINs that Amazon gave.
    private(set) var exported: Set<String> = []
    /// ASINs that Amazon did not give, for a stated reason.
    private(set) var missing: Set<String> = []
    /// Whether every source that was read to its end was whole.
    private(set) var isWhole = true
    /// Product ids by SKU, of those that are said to be there.
    private(set) var products: [String: String] = [:]
    /// SKUs that are said to be gone.
    private(set) var gone: Set<String> = []
    /// Asset ids by file name.
    private(set) var assets: [String: String] = [:]
    private(set) var galleries: [String: [String]] = [:]
    private(set) var thumbnails: [String: String] = [:]
    private(set) var links: Set<Link> = []
    /// What fields of products hold, by SKU and field; `.null` where they hold nothing.
    private(set) var fields: [String: [String: JSONValue]] = [:]
    /// Failures that nothing ended, by effect key.
    private(set) var failures: [String: Failure] = [:]
    /// Intents of which nothing is said later.
    private(set) var open: [Int: String] = [:]
    /// The SKUs that those write to: of these products the journal does not know what is there.
    var doubtful: Set<String> { Set(open.keys.flatMap { written[$0] ?? [] }) }
    /// Links that may be gone, for all that is known.
    var doubtfulLinks: Set<Link> { Set(open.keys.flatMap { unlinked[$0] ?? [] }) }
    private var unlinked: [Int: [Link]] = [:]
    private var written: [Int: [String]] = [:]
    /// Writes that were announced, by method and path.
    private(set) var intents: [String: Int] = [:]
    private(set) var kinds: [String: Int] = [:]

    struct Link: Hashable {
        let relation: String
        let source: String
        let target: String
    }
    struct Failure {
        let subject: String
        let reason: String
        let permanence: String
    }

    init(_ journal: Journal) throws {
        for record in try journal.reader().records(after: 0) {
            for cause in record.cause { open[cause] = nil }
            kinds[record.kind, default: 0] += 1
            guard let bytes = record.body else { continue }
            take(record.kind, try JSONValue(parsing: bytes), record.sequence)
        }
    }

    private mutating func take(_ kind: String, _ body: JSONValue, _ sequence: Int) {
        let sku = body["sku"].string ?? ""
        switch kind {
        case "ProductExported": exported.insert(Self.asin(body["item"]["key"]))
        case "ItemMissing": missing.insert(Self.asin(body["item"]))
        case "ParentMissing": missing.insert(Self.asin(body["parent"]))
        case "SourceCompleted":
            if body["source"].string?.hasPrefix("amazon") == true, body["whole"].bool != true {
                isWhole = false
            }
        case "EffectIntended":
            let keys = body["effects"].elements.compactMap { $0["effect"].string }
            let call = "\(body["method"].string ?? "") \(body["path"].string ?? "")"
            written[sequence] = body["effects"].elements.compactMap { $0["sku"].string }
            unlinked[sequence] = body["effects"].elements.flatMap(Self.unlinked)
            open[sequence] = call + ": " + keys.joined(separator: ", ")
            intents[call, default: 0] += 1
        case "EffectSettled":
            open[body["intent"].int ?? 0] = nil
            guard ["applied", "adopted"].contains(body["result"].string) else { return }
            for key in body["keys"].elements.compactMap(\.string) { failures[key] = nil }
        case "EffectFailed":
            failures[body["key"].string ?? ""] = Failure(
                subject: body["subject"].string ?? "", reason: body["reason"].string ?? "",
                permanence: body["permanence"].string ?? "")
        case "ProductCreated":
            products[sku] = body["id"].string
            gone.remove(sku)
            galleries[sku] = []
            thumbnails[sku] = nil
            fields[sku] = nil
            failures["create \(sku)"] = nil
        case "LiveObserved": look(body, sku)
        default: takeWrite(kind, body, sku)
        }
    }

    private mutating func takeWrite(_ kind: String, _ body: JSONValue, _ sku: String) {
        switch kind {
        case "AttributesSet":
            for change in body["changes"].elements {
                fields[sku, default: [:]][change["field"].string ?? ""] = change["new"]
            }
            failures["fields \(sku)"] = nil
        case "FamilyAssigned": failures["assign-family \(sku)"] = nil
        case "AssetUploaded":
            let file = body["file"].string ?? ""
            assets[file] = body["id"].string
            failures["asset \(file)"] = nil
        case "GallerySet":
            galleries[sku] = body["assets"].elements.compactMap(\.string)
            failures["gallery \(sku)"] = nil
        case "AssetLinked":
            guard let id = body["asset"]["id"].string else { return }
            if galleries[sku]?.contains(id) != true { galleries[sku, default: []].append(id) }
            failures["gallery \(sku) \(body["asset"]["file"].string ?? "")"] = nil
        case "ThumbnailSet":
            thumbnails[sku] = body["asset"].string
            failures["thumbnail \(sku)"] = nil
        case "RelationLinked", "RelationUnlinked":
            let relation = body["relation"].string ?? ""
            let source = body["source"]["sku"].string ?? ""
            for target in body["targets"].elements.compactMap({ $0["sku"].string }) {
                let link = Link(relation: relation, source: source, target: target)
                if kind == "RelationLinked" { links.insert(link) } else { links.remove(link) }
            }
            failures["\(kind == "RelationLinked" ? "link" : "unlink") \(relation) \(source)"] = nil
        case "SchemaDefined":
            let name = body["name"].string ?? ""
            let label = body["label"].string ?? ""
            for key in [
                "attribute \(label)", "options \(label)", "family \(name)",
                "family-attributes \(name)", "relation \(label)",
            ] { failures[key] = nil }
        default: break
        }
    }

    private mutating func look(_ body: JSONValue, _ sku: String) {
        guard sku.hasPrefix("AMZN-") else { return }
        if body["gone"].bool == true {
            if products[sku] == body["id"].string {
                products[sku] = nil
                fields[sku] = nil
                gone.insert(sku)
            }
            return
        }
        products[sku] = body["id"].string
        gone.remove(sku)
        for field in body["fields"].elements {
            fields[sku, default: [:]][field["field"].string ?? ""] = field["value"]
        }
        let looked = body["looked"].elements.compactMap(\.string)
        if looked.contains("gallery") {
            galleries[sku] = body["gallery"].elements.compactMap { $0["id"].string }
        }
        if looked.contains("thumbnail") {
            thumbnails[sku] = body["thumbnail"]["asset"]["id"].string
        }
    }

    private static func unlinked(_ effect: JSONValue) -> [Link] {
        guard effect["effect"].string == "unlink" else { return [] }
        return effect["targets"].elements.compactMap(\.string).map {
            Link(
                relation: effect["relation"].string ?? "", source: effect["source"].string ?? "",
                target: $0)
        }
    }

    /// `US/B07X8Z63ZL` without its marketplace.
    private static func asin(_ value: JSONValue) -> String {
        String((value.string ?? "").split(separator: "/").last ?? "")
    }
}
