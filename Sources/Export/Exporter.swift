package import AmazonAPI
package import Catalog
package import HTTP
package import Projections
import Events

/// Phase 1: reads items from Amazon page by page, and records each page with what is new in it.
///
/// What is new on a page is on disk before the next one is asked for, so an export that was stopped
/// goes on from there when the same scope is exported again; only pages on which nothing is new wait
/// for each other (`PageReading`), and are read again after a death.
package struct Exporter: Sendable {
    private let knownClient: AmazonClient?
    let chronicle: any Chronicle
    let settings: ExportSettings
    let clock: any WallClock
    private let progress: @Sendable (ExportProgress) -> Void

    /// - `client`: nil for scopes that ask Amazon nothing.
    package init(
        client: AmazonClient?, chronicle: any Chronicle, settings: ExportSettings,
        clock: any WallClock,
        progress: @escaping @Sendable (ExportProgress) -> Void = { _ in }
    ) {
        knownClient = client
        self.chronicle = chronicle
        self.settings = settings
        self.clock = clock
        self.progress = progress
    }

    /// Whether anything is asked of Amazon for a scope; else no credentials are needed.
    package static func asksAmazon(_ scope: Scope) -> Bool {
        scope.source.kind != "file" || scope.includesParents
    }

    /// Exports what belongs to a scope in one marketplace, parents included where they are wanted.
    ///
    /// - `file`: the items of a scope that is a file.
    package func export(
        _ scope: Scope, in marketplace: Marketplace, file: [CatalogItem] = []
    ) async throws(ExportStop) -> ExportOutcome {
        let system = System.amazon(seller: settings.seller, marketplace: marketplace)
        var outcome = ExportOutcome(marketplace: marketplace)
        switch scope.source {
        case .brand(let brand):
            try await searchAll(
                scope, marketplace, system,
                by: { () async throws(ExportStop) in
                    try await searchBrand(brand, scope, marketplace, system)
                }, &outcome)
        case .style(let words), .keywords(let words):
            try await searchAll(
                scope, marketplace, system,
                by: { () async throws(ExportStop) in
                    try await search(
                        .keywords([words]), cell: scope.cell(marketplace), scope.resultsMax,
                        marketplace, system)
                }, &outcome)
        case .asins(let asins):
            let lookup = BatchLookup(
                cell: scope.cell(marketplace), asins: asins, marketplace: marketplace,
                system: system)
            outcome.take(try await look(up: lookup))
        case .file:
            outcome.take(try await take(file, cell: scope.cell(marketplace), system))
        }
        if scope.includesParents {
            try await fetchMissingParents(scope, marketplace, system, &outcome)
        }
        return outcome
    }

    var client: AmazonClient {
        guard let knownClient else { preconditionFailure("a scope that asks Amazon has a client") }
        return knownClient
    }

    func report(_ system: System, seen: Int, announced: Int?) {
        progress(ExportProgress(system: system, seen: seen, announced: announced))
    }

    func append(
        _ drafts: [RecordDraft], blobs: [[UInt8]] = []
    ) async throws(ExportStop) {
        guard !drafts.isEmpty else { return }
        do throws(ChronicleError) {
            try await chronicle.append(drafts, blobs: blobs)
        } catch {
            throw .journal(error)
        }
    }

    /// The pages of an earlier attempt that may be used again: those of a run that did not come to
    /// its end, or young enough ones.
    func earlierPages(_ key: PageState.Key) -> PageState.Cell? {
        let now = clock.now
        let ageMax = settings.ageMax
        return chronicle.read { state -> PageState.Cell? in
            guard let cell = state.pages.cells[key], let first = cell.pages.first,
                now - first.time <= ageMax, state.runs.isResumable(cell.run)
            else { return nil }
            return cell
        }
    }
}

extension RunState {
    /// Whether the pages of a run may be used again: it did not come to its end, nor did one after
    /// it for the same scope, which has used them.
    package func isResumable(_ run: RunID) -> Bool {
        guard !hasEnded(run) else { return false }
        let scope = runs[run]?.scope
        return order.reversed().prefix { $0 != run }.allSatisfy { later in
            runs[later]?.scope != scope || !hasEnded(later)
        }
    }

    /// Whether a run did all that it could; not one that was killed, stopped or out of its budget,
    /// nor the one under way.
    private func hasEnded(_ run: RunID) -> Bool {
        guard let finished = runs[run]?.finished?.body else { return false }
        return finished.error == nil
            && (finished.outcome == .complete || finished.outcome == .incomplete)
    }
}

/// How far an export has come in one marketplace.
package struct ExportProgress: Sendable {
    package let system: System
    package let seen: Int
    package let announced: Int?
}

/// Why an export ended before everything was read.
package enum ExportStop: Error, Sendable {
    case amazon(APIError)
    case journal(ChronicleError)
}

extension ExportStop: CustomStringConvertible {
    package var description: String {
        switch self {
        case .amazon(let error): "\(error)"
        case .journal(let error): "\(error)"
        }
    }
}
