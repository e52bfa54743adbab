package import Catalog
package import JSON

/// An item of Amazon's catalogue as one answer gave it: in our words, and as it came.
package struct CatalogItem: Sendable, Hashable {
    package let item: AmazonItem
    /// What Amazon sent, without sales ranks, keys sorted: equal answers have equal bytes.
    package let raw: JSONValue
    /// The digest of what matters in it; see `ItemFingerprint`.
    package let itemHash: Digest

    /// An item as the Catalog Items API gives it, seen from one marketplace.
    package init(_ json: JSONValue, marketplace: Marketplace) throws(ItemError) {
        guard var object = json.object else { throw .notAnObject }
        guard let asin = json["asin"].string.flatMap(ASIN.init) else {
            throw .badASIN(json["asin"])
        }
        object["salesRanks"] = nil
        self.init(
            item: AmazonItem(raw: json, key: ItemKey(marketplace, asin)),
            raw: JSONValue.object(object).canonical)
    }

    init(item: AmazonItem, raw: JSONValue) {
        self.item = item
        self.raw = raw
        self.itemHash = ItemFingerprint.digest(of: item)
    }

    package var key: ItemKey { item.key }
    /// The canonical bytes of `raw`: what is kept of the answer.
    package var rawBytes: [UInt8] { raw.bytes }
}
