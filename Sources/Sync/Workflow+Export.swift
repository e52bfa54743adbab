import Catalog
import Export
import Projections
import Settings
import AmazonAPI
import Mapping

/// Phase 1 of a run.
extension Workflow {
    /// Exports the order's scope, if it has one, in each of its marketplaces.
    ///
    /// - Returns: the items of the scope with their parents; nil when the order has no scope.
    func export(_ report: inout RunReport) async throws(RunStop) -> [ItemKey]? {
        guard let scope = order.scope else { return nil }
        let narrator = engine.surroundings.narrator
        var keys: [ItemKey] = []
        for marketplace in scope.marketplaces {
            let isFile = scope.source.kind == "file"
            let place = isFile ? "" : " from Amazon \(marketplace)"
            narrator.tell(.step("Reading \(scope.source.title)\(place)"))
            let exporter: Exporter
            do throws(SettingsError) {
                exporter = Exporter(
                    client: try engine.amazon(marketplace.region), chronicle: engine.chronicle,
                    settings: engine.configuration.export, clock: engine.surroundings.clock
                ) { narrator.tell(.exporting($0)) }
            } catch {
                throw .settings(error)
            }
            let outcome: ExportOutcome
            do throws(ExportStop) {
                outcome = try await exporter.export(
                    scope, in: marketplace,
                    file: order.fileItems.filter { $0.key.marketplace == marketplace })
            } catch {
                throw .export(error)
            }
            if outcome.reusedPages > 0 {
                let pages = outcome.reusedPages == 1 ? "one page" : "\(outcome.reusedPages) pages"
                narrator.tell(
                    .warning("Went on from \(pages) that the last, unfinished run had read"))
            }
            keys += outcome.all
            report.exports.append(outcome)
        }
        report.count(exported: engine.state, alias: engine.configuration.targetAlias)
        return keys
    }

    /// The items that the phases behind the export work on.
    func selection(_ exported: [ItemKey]?, _ target: System) -> [ItemKey] {
        if let exported { return exported.sorted() }
        if let mapping = order.mapping { return mapping.map(\.item).sorted() }
        let state = engine.state
        let marketplaces = Set(engine.configuration.marketplaces)
        return Selection(state: state, decisions: state.account(target), style: order.style).keys
            .filter { marketplaces.contains($0.marketplace) }
    }
}
