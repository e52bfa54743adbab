import AmazonAPI
import Catalog
import Events
import Projections

/// Items that a search lists no more.
///
/// A search is no proof that something is gone: what it listed before and leaves out now is asked
/// for by its ASIN, 20 a request. What is there still belongs to the scope; of the rest it is
/// recorded that it is gone.
extension Exporter {
    /// Searches for a scope, and looks for what the last search of it listed besides.
    ///
    /// Only a search that gave everything leaves something out; one that gave nothing may be a
    /// mishap. After an interruption both lists count, that of the attempt and the one before it.
    func searchAll(
        _ scope: Scope, _ marketplace: Marketplace, _ system: System,
        by search: () async throws(ExportStop) -> SourceOutcome, _ outcome: inout ExportOutcome
    ) async throws(ExportStop) {
        let before = listed(scope, marketplace, system)
        let source = try await search()
        outcome.take(source)
        guard source.isWhole, !source.items.isEmpty, scope.resultsMax == nil else { return }
        let now = Set(source.items)
        let unlisted = before.filter { !now.contains($0) }.map(\.asin).sorted()
        guard !unlisted.isEmpty else { return }
        let lookup = BatchLookup(
            cell: Self.unlistedCell(scope, marketplace), asins: unlisted, marketplace: marketplace,
            system: system)
        outcome.takeUnlisted(try await look(up: lookup))
    }

    /// What earlier searches of a scope listed, as far as it was there when it was last asked for.
    private func listed(
        _ scope: Scope, _ marketplace: Marketplace, _ system: System
    ) -> Set<ItemKey> {
        let cell = scope.cell(marketplace)
        let cells = [cell, cell + Self.underscored, Self.unlistedCell(scope, marketplace)]
        return known(in: cells, system)
    }

    /// What earlier readings of cells gave, as far as it was there when it was last asked for.
    func known(in cells: [String], _ system: System) -> Set<ItemKey> {
        chronicle.read { state in
            let keys = cells.flatMap { cell -> [ItemKey] in
                let key = PageState.Key(system: system, source: ItemPage.source, cell: cell)
                guard let known = state.pages.cells[key] else { return [] }
                return (known.before + known.items).keys(nil)
            }
            return Set(keys.filter { state.catalogue.missing[$0] == nil })
        }
    }

    /// What is added to the cell of a brand whose blanks are underscores.
    static let underscored = ";underscore"

    private static func unlistedCell(_ scope: Scope, _ marketplace: Marketplace) -> String {
        "no longer in \(scope.cell(marketplace))"
    }
}
