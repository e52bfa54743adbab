package import Catalog
package import Events

/// What Amazon says: each item as it was last exported, and what could not be found.
package struct CatalogueState: Projector, Sendable {
    package private(set) var items: Table<ItemKey, SeenItem> = [:]
    package private(set) var missing: Table<ItemKey, MissingItem> = [:]
    /// The sequence numbers of exports that a replay has met and not decoded yet: the last of each
    /// item.
    private(set) var unread: [ItemKey: Int] = [:]

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
            if !unread.isEmpty { unread[body.item.key] = nil }
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

    /// Notes an export and leaves it for later; false when it has to be applied now.
    ///
    /// Exports are the largest of all bodies, and each is the whole of what is known of its item:
    /// a replay decodes only the last of each.
    mutating func putOff(_ event: PastEvent) -> Bool {
        guard case ProductExported.self = event,
            let key = ProductExported.key(version: event.version, body: event.body)
        else { return false }
        unread[key] = event.sequence
        if !missing.isEmpty { missing[key] = nil }
        return true
    }

    /// Forgets exports that were put off and are there no more.
    mutating func finishReplay() { if !unread.isEmpty { unread = [:] } }

    /// Applies an export that was put off: what was not found since stays so.
    mutating func catchUp(on event: PastEvent) throws(ProjectionError) {
        let missing = missing
        try apply(event)
        self.missing = missing
    }
}
