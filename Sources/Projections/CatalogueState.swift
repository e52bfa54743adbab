package import Catalog
package import Events

/// What Amazon says: each item as it was last exported, and what could not be found.
package struct CatalogueState: Projector, Sendable {
    package private(set) var items: Table<ItemKey, SeenItem> = [:]
    package private(set) var missing: Table<ItemKey, MissingItem> = [:]

    package static let kinds: Set<String> = [
        ProductExported.kind, ItemMissing.kind, ParentMissing.kind,
    ]

    package struct SeenItem: Sendable {
        package let item: AmazonItem
        package let hash: Digest
        package let raw: Digest
        /// The sequence number of its last ProductExported.
        package let exported: Int
        package let system: System
    }

    package struct MissingItem: Sendable {
        package let reason: ItemMissing.Reason
        package let detail: String?
        /// The children that name it, if it is missing as a parent.
        package let children: [ASIN]
        package let sequence: Int
    }

    package init() {}

    init(items: Table<ItemKey, SeenItem>, missing: Table<ItemKey, MissingItem>) {
        self.items = items
        self.missing = missing
    }

    package mutating func apply(_ event: PastEvent) throws(ProjectionError) {
        switch event {
        case ProductExported.self:
            let body = try event.decode(ProductExported.self)
            items[body.item.key] = SeenItem(
                item: body.item, hash: body.itemHash, raw: body.raw, exported: event.sequence,
                system: event.system)
            if !missing.isEmpty { missing[body.item.key] = nil }
        case ItemMissing.self:
            let body = try event.decode(ItemMissing.self)
            missing[body.item] = MissingItem(
                reason: body.reason, detail: body.detail, children: [], sequence: event.sequence)
        case ParentMissing.self:
            let body = try event.decode(ParentMissing.self)
            missing[body.parent] = MissingItem(
                reason: body.reason, detail: body.detail, children: body.children,
                sequence: event.sequence)
        default: break
        }
    }
}
