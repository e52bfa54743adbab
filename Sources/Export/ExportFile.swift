import AmazonAPI
package import Catalog
package import JSON

/// The export file of phase 1: what today's scripts write (`todays-scripts.md` 1.1), and what they
/// drop: GTIN and other identifiers, further parents, children, all sizes of all pictures.
package enum ExportFile {
    /// One item with the answer that it was read from, if that is kept.
    package struct Entry: Sendable {
        package let item: AmazonItem
        package let raw: JSONValue
        package let isFetchedParent: Bool

        package init(item: AmazonItem, raw: JSONValue, isFetchedParent: Bool) {
            self.item = item
            self.raw = raw
            self.isFetchedParent = isFetchedParent
        }
    }

    /// The file of one marketplace.
    ///
    /// - `announced`: how many items Amazon said that there are; nil when it said nothing.
    package static func document(
        scope: Scope, entries: [Entry], marketplace: Marketplace, date: Instant, isWhole: Bool,
        announced: Int?
    ) -> JSONValue {
        var metadata = JSONObject()
        if case .style(let style) = scope.source { metadata["style"] = .string(style) }
        metadata["source"] = .string(scope.source.kind)
        metadata["source_title"] = .string(scope.source.title)
        metadata["marketplace"] = .string(marketplace.code)
        metadata["marketplace_id"] = .string(marketplace.id)
        metadata["export_date"] = .string(date.description)
        metadata["item_count"] = JSONValue(entries.count)
        metadata["parent_asins_added"] = JSONValue(entries.count(where: \.isFetchedParent))
        metadata["complete"] = JSONValue(isWhole)
        if let announced { metadata["announced"] = JSONValue(announced) }
        let records = entries.map { ExportRecord.json(of: $0.item, raw: $0.raw) }
        return ["metadata": .object(metadata), "variants": .array(records)]
    }

    /// One file of several marketplaces, a document each: `ItemFile` reads that of the marketplace
    /// that it is asked for.
    package static func document(of marketplaces: [JSONValue]) -> JSONValue {
        if marketplaces.count == 1, let only = marketplaces.first { return only }
        return ["exports": .array(marketplaces)]
    }
}
