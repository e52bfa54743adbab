// Whether what Amazon was last asked for was read to its end.

package import Catalog
package import Projections
import Events

/// The last scope that a run fixed, and how much of it was read.
package struct SourceStanding: Sendable {
    package let scope: Scope
    package private(set) var seen = 0
    /// Nil when Amazon announced nothing.
    package private(set) var announced: Int?
    /// Read to the end in every marketplace, as far as Amazon shows it.
    package private(set) var isWhole = true

    /// Nil when no run had a scope yet.
    package init?(_ state: ProjectedState) {
        guard let fixed = state.runs.lastScope else { return nil }
        scope = fixed.scope
        for marketplace in scope.marketplaces { take(marketplace, fixed, state.pages) }
    }

    private mutating func take(
        _ marketplace: Marketplace, _ fixed: RunState.FixedScope, _ pages: PageState
    ) {
        let name = Self.cell(fixed, marketplace)
        let limit = scope.resultsMax.map { ";max=\($0)" } ?? ""
        let cells = pages.cells.filter { $0.key.system.isAmazon }
        let main = cells.filter {
            ["\(name)\(limit)", "\(name)\(limit);underscore"].contains($0.key.cell)
        }
        let parents = cells.filter { $0.key.cell.hasPrefix("parents of \(name)") }
        if main.isEmpty { isWhole = false }
        for cell in main.values {
            seen += cell.items.count
            if let count = cell.announced { announced = (announced ?? 0) + count }
            if cell.completed?.whole != true { isWhole = false }
        }
        for cell in parents.values where cell.completed?.whole != true { isWhole = false }
    }

    /// The name of the scope's query in one marketplace, as exports record it.
    private static func cell(_ fixed: RunState.FixedScope, _ marketplace: Marketplace) -> String {
        let kind = fixed.scope.source.kind
        return switch fixed.scope.source {
        case .brand(let text), .style(let text), .keywords(let text):
            "\(kind)=\(text);\(marketplace)"
        case .asins, .file: "\(kind)=\(fixed.fingerprint.hex.prefix(16));\(marketplace)"
        }
    }
}

extension SourceStanding: CustomStringConvertible {
    /// `brand "Sandbox Brand" in US: 20 of 20 read`.
    package var description: String {
        let places = scope.marketplaces.map(\.code).joined(separator: ", ")
        let count = announced.map { "\(seen) of \($0)" } ?? "\(seen)"
        let end = isWhole ? "read" : "read, not to its end"
        return "\(scope.source.title) in \(places): \(count) \(end)"
    }
}
