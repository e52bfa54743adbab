import Catalog
import JSON

/// A product as the account keeps it.
struct Product: Stored, Equatable {
    let id: String
    var sku: String
    var label: String?
    var gtin: String?
    var status = "Draft"
    /// Values by attribute label; those of media attributes are in `media`.
    var values: [String: JSONValue] = [:]
    /// Ids of assets by label of the media attribute or gallery.
    var media: [String: [String]] = [:]
    var familyID: String?
    var parentID: String?
    var variantIDs: [String] = []
    var categoryIDs: [String] = []
    /// Assets that are linked to no attribute.
    var assetIDs: [String] = []
    var thumbnailID: String?
    var relations: [Relation] = []
    var created: Instant
    var modified: Instant

    var key: String { sku.lowercased() }

    /// 0 single, 1 parent, 2 variant.
    var level: Int { parentID != nil ? 2 : variantIDs.isEmpty ? 0 : 1 }
    var type: String { ["SINGLE", "PARENT", "VARIANT"][level] }

    /// Every asset of the product once.
    var allAssetIDs: [String] {
        var seen: Set<String> = []
        let galleries = media.sorted { $0.key < $1.key }.flatMap(\.value)
        return (assetIDs + galleries + [thumbnailID].compactMap { $0 })
            .filter { seen.insert($0).inserted }
    }

    func related(by relationshipID: String) -> [Related] {
        relations.first { $0.relationshipID == relationshipID }?.related ?? []
    }

    mutating func setRelated(_ related: [Related], by relationshipID: String) {
        if let index = relations.firstIndex(where: { $0.relationshipID == relationshipID }) {
            relations[index].related = related
            if related.isEmpty { relations.remove(at: index) }
        } else if !related.isEmpty {
            relations.append(Relation(relationshipID: relationshipID, related: related))
        }
    }

    /// Takes an asset out of everything; tells whether it was anywhere.
    mutating func removeAsset(_ assetID: String) -> Bool {
        guard allAssetIDs.contains(assetID) else { return false }
        assetIDs.removeAll { $0 == assetID }
        media = media.mapValues { $0.filter { $0 != assetID } }.filter { !$0.value.isEmpty }
        if thumbnailID == assetID { thumbnailID = nil }
        return true
    }

    /// Takes an asset out of the first place that shows it; tells whether there was one.
    mutating func removeAssetOnce(_ assetID: String) -> Bool {
        if let index = assetIDs.firstIndex(of: assetID) {
            assetIDs.remove(at: index)
        } else if let label = media.keys.sorted().first(where: {
            media[$0]?.contains(assetID) == true
        }) {
            media[label]?.removeAll { $0 == assetID }
            if media[label]?.isEmpty == true { media[label] = nil }
        } else if thumbnailID == assetID {
            thumbnailID = nil
        } else {
            return false
        }
        return true
    }
}
