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
                    client: Exporter.asksAmazon(scope)
                        ? try engine.amazon(marketplace.region) : nil,
                    chronicle: engine.chronicle, settings: engine.configuration.export,
                    clock: engine.surroundings.clock
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
            if let news = Self.news(ofUnlistedIn: outcome) { narrator.tell(.warning(news)) }
            keys += outcome.all
            report.exports.append(outcome)
        }
        report.count(exported: engine.state, alias: engine.configuration.targetAlias)
        return keys
    }

    /// What became of items that earlier searches listed, in a sentence; nil for none.
    private static func news(ofUnlistedIn outcome: ExportOutcome) -> String? {
        var parts: [String] = []
        if !outcome.unlisted.isEmpty {
            parts.append("\(outcome.unlisted.count) still there")
        }
        if !outcome.vanished.isEmpty {
            let names = outcome.vanished.prefix(5).map(\.asin.text).joined(separator: ", ")
            let more = outcome.vanished.count > 5 ? ", ..." : ""
            parts.append("\(outcome.vanished.count) gone: \(names)\(more)")
        }
        guard !parts.isEmpty else { return nil }
        return "Of items that Amazon \(outcome.marketplace) listed before and lists no more, "
            + parts.joined(separator: ", ") + "; nothing of them is deleted in Plytix"
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
