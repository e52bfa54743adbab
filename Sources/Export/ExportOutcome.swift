package import Catalog
package import Events

/// What an export of one marketplace saw.
package struct ExportOutcome: Sendable {
    package let marketplace: Marketplace
    /// Items of the source, in its order, each once.
    package private(set) var items: [ItemKey] = []
    /// Parents that were fetched because items name them, or did so before.
    package private(set) var parents: [ItemKey] = []
    /// Listed by an earlier search and not by this one, and there all the same.
    package private(set) var unlisted: [ItemKey] = []
    /// Listed by an earlier search, or the parent of items then, and not there any more.
    package private(set) var vanished: [ItemKey] = []
    /// Asked for by name, and not there.
    package private(set) var missing: [ItemKey] = []
    package private(set) var isWhole = true
    /// Pages that an earlier, unfinished run had read and that were used again.
    package private(set) var reusedPages = 0
    package private(set) var announced: Int?
    package private(set) var stop: SourceCompleted.StopReason?

    package init(marketplace: Marketplace) { self.marketplace = marketplace }

    /// All that is there, each once: listed, listed before, and parents.
    package var all: [ItemKey] {
        var seen = Set<ItemKey>()
        return (items + unlisted + parents).filter { seen.insert($0).inserted }
    }

    mutating func take(_ source: SourceOutcome) {
        items += source.items
        missing += source.missing
        isWhole = isWhole && source.isWhole
        announced = source.announced
        stop = source.stop
        reusedPages += source.reusedPages
    }

    mutating func takeUnlisted(_ source: SourceOutcome) {
        unlisted += source.items
        vanished += source.missing
    }

    /// - `named`: the parents that items name now.
    mutating func takeParents(_ source: SourceOutcome, named: Set<ASIN>) {
        parents += source.items
        missing += source.missing.filter { named.contains($0.asin) }
        vanished += source.missing.filter { !named.contains($0.asin) }
        reusedPages += source.reusedPages
    }
}

/// What one query saw.
struct SourceOutcome: Sendable {
    var items: [ItemKey] = []
    var missing: [ItemKey] = []
    var isWhole = true
    var announced: Int?
    var stop: SourceCompleted.StopReason = .end
    var reusedPages = 0
}
