import Catalog
import Events
import Export
import Sync

/// What a run's source gave, as text for people.
struct SourceText {
    private let report: RunReport

    init(_ report: RunReport) { self.report = report }

    /// One a marketplace: what was found there.
    var lines: [String] { report.exports.map(line) }

    private func line(_ export: ExportOutcome) -> String {
        var line: String
        if case .file(let name, _)? = report.order.scope?.source {
            let count = counted(export.items.count, "item")
            line = "File \(printable(name)), \(export.marketplace): \(count) read"
        } else {
            line = "Amazon \(export.marketplace): \(Self.found(export))"
        }
        let parents = export.parents.count
        if parents > 0 { line += ", \(counted(parents, "parent")) fetched because items name them" }
        if !export.missing.isEmpty { line += ", \(export.missing.count) not there" }
        if !export.isWhole { line += ". NOT THE WHOLE SOURCE: \(Self.reason(export.stop))" }
        return line
    }

    private static func found(_ export: ExportOutcome) -> String {
        if export.items.isEmpty, export.announced ?? 0 == 0 { return "nothing found" }
        if export.stop == .limit { return firstItems([export]) + ", as asked" }
        guard let announced = export.announced else {
            return "\(counted(export.items.count, "item")) found"
        }
        return "\(export.items.count) of about \(announced) announced items found"
    }

    private static func reason(_ stop: SourceCompleted.StopReason?) -> String {
        switch stop {
        case .cap: "Amazon gives no more than 1,000 results of a search; narrow it"
        case .repeatedToken, .nothingNew: "Amazon's pages began to repeat"
        case .tokenRefused: "Amazon refused to give the next page"
        case .emptyPage: "Amazon gave an empty page before the end"
        case .end, .limit, nil: "the pages gave fewer items than were announced"
        }
    }

    /// A scope gave no item in any marketplace: a name that is spelt wrongly, more likely than an
    /// empty catalogue.
    var isEmpty: Bool {
        report.order.scope != nil && !report.exports.isEmpty
            && report.exports.allSatisfy { $0.items.isEmpty && $0.missing.isEmpty }
    }

    var nothingFound: String {
        let title = printable(report.order.scope?.source.title ?? "")
        let places = report.exports.map(\.marketplace.code).joined(separator: ", ")
        return "Nothing was found: \(title) gave no item in \(places), so this is not called "
            + "complete. Check how it is spelt, and the marketplace."
    }

    /// What completeness of a run with a scope is measured by; nil for one without.
    var basis: String? {
        guard let scope = report.order.scope else { return nil }
        let places = scope.marketplaces.map(\.code).joined(separator: ", ")
        return printable(Self.basis(of: scope.source, report.exports, in: places))
    }

    private static func basis(
        of source: ScopeSource, _ exports: [ExportOutcome], in places: String
    ) -> String {
        let found = exports.reduce(0) { $0 + $1.all.count }
        switch source {
        case .brand, .style, .keywords:
            let end = "that the search for \(source.title) in \(places) gave"
            guard exports.contains(where: { $0.stop == .limit }) else {
                return "the \(counted(found, "item")) \(end)"
            }
            let parents = found - exports.reduce(0) { $0 + $1.items.count }
            let more = parents > 0 ? ", and \(counted(parents, "parent")) of theirs" : ""
            return "\(firstItems(exports)) \(end), as asked\(more)"
        case .asins(let asins):
            let were = asins.count == 1 ? "was" : "were"
            return "the \(source.title) that \(were) named, in \(places)"
        case .file: return "the \(counted(found, "item")) of the \(source.title)"
        }
    }

    /// `the first 5 of about 19 items`: what `--max-results` left of a search.
    private static func firstItems(_ exports: [ExportOutcome]) -> String {
        let items = exports.reduce(0) { $0 + $1.items.count }
        let announced = exports.compactMap(\.announced)
        guard announced.count == exports.count else { return "the first \(counted(items, "item"))" }
        return "the first \(items) of about \(counted(announced.reduce(0, +), "item"))"
    }
}
