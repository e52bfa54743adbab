import AmazonAPI
import Catalog
import Events
import HTTP
import Hashing
import Projections

/// Searches, page by page.
extension Exporter {
    /// A brand as keyword and filter.
    ///
    /// Names with blanks found nothing for some sellers until the blank was an underscore
    /// (`amazon-catalog-items.md` 0.4): that is tried when nothing is found.
    func searchBrand(
        _ brand: String, _ scope: Scope, _ marketplace: Marketplace, _ system: System
    ) async throws(ExportStop) -> SourceOutcome {
        let cell = scope.cell(marketplace)
        let literal = try await search(
            .keywords([brand], brands: [brand]), cell: cell, scope.resultsMax, marketplace, system)
        guard literal.items.isEmpty, brand.contains(" ") else { return literal }
        let joined = brand.replacing(" ", with: "_")
        return try await search(
            .keywords([brand], brands: [joined]), cell: cell + Self.underscored, scope.resultsMax,
            marketplace, system)
    }

    func search(
        _ search: CatalogSearch, cell: String, _ resultsMax: Int?, _ marketplace: Marketplace,
        _ system: System
    ) async throws(ExportStop) -> SourceOutcome {
        let key = PageState.Key(system: system, source: ItemPage.source, cell: cell)
        var progress = SearchProgress(resultsMax: resultsMax)
        var items: [SeenItem] = []
        var ownTokens: Set<String> = []
        var reused = 0
        // Entries of pages that are no items: what they stand for was not seen.
        var malformed = 0
        if let earlier = earlierPages(key) {
            items = earlier.items
            reused = earlier.pageCount
            for page in earlier.pages {
                progress.take(
                    page.count, items: earlier.items(on: page).map(\.subject),
                    announced: page.announced,
                    next: page.next)
                malformed += page.absent.count
            }
            if let completed = earlier.completed {
                return SourceOutcome(
                    items: items.keys(resultsMax), isWhole: completed.whole,
                    announced: completed.announced, stop: completed.stop, reusedPages: reused)
            }
        }
        var reading = beginReading(key, from: reused + 1)
        while case .fetch(let number, let token) = progress.step {
            let page: ItemPage
            do throws(APIError) {
                page = try await client.searchCatalogItems(
                    search, in: marketplace, pageToken: token)
            } catch {
                // A token that an earlier run left is not good for ever: the query starts anew.
                try await append(reading.finish())
                guard let token, error.isInvalidInput, !ownTokens.contains(token)
                else { throw .amazon(error) }
                reading = beginReading(key, from: 1)
                progress = SearchProgress(resultsMax: resultsMax)
                items = []
                reused = 0
                malformed = 0
                continue
            }
            if let next = page.next { ownTokens.insert(next) }
            let recorded = try await record(page, number: number, token: token, key, &reading)
            items += recorded
            malformed += page.malformed.count
            progress.take(
                items: recorded.map(\.subject), announced: page.announced, next: page.next)
            report(system, seen: progress.seen.count, announced: progress.announced)
        }
        guard case .done(let stop, let wasAllSeen) = progress.step else {
            preconditionFailure("the loop ends when nothing is to be fetched")
        }
        let whole = wasAllSeen && malformed == 0
        let completed = SourceCompleted(
            source: ItemPage.source, cell: cell, seen: progress.seen.count,
            announced: progress.announced, stop: stop, whole: whole)
        try await append(reading.finish() + [completed.draft(system: system)])
        return SourceOutcome(
            items: items.keys(resultsMax), isWhole: whole, announced: progress.announced,
            stop: stop, reusedPages: reused)
    }

    /// Records a page: that it was seen, and what is new in it.
    private func record(
        _ page: ItemPage, number: Int, token: String?, _ key: PageState.Key,
        _ reading: inout PageReading
    ) async throws(ExportStop) -> [SeenItem] {
        let seen = page.items.map { SeenItem(subject: .asin($0.key), hash: $0.itemHash) }
        let observed = PageObserved(
            source: key.source, cell: key.cell, page: number, token: token, next: page.next,
            requestIDs: page.facts.requestID.map { [$0] } ?? [], date: page.facts.date,
            announced: page.announced, items: seen.map { .item($0) }, absent: [])
        let (drafts, blobs) = news(in: page.items, system: key.system)
        try await append(reading.take(observed, news: drafts), blobs: blobs)
        return seen
    }

    /// Begins to read a query, or goes on with it behind the pages that are known.
    func beginReading(_ key: PageState.Key, from page: Int) -> PageReading {
        PageReading(
            system: key.system, before: chronicle.read { $0.pages.before(key, from: page) })
    }

    /// The events of items that differ from what is known; their cause is the page before them.
    func news(
        in items: [CatalogItem], system: System
    ) -> (drafts: [RecordDraft], blobs: [[UInt8]]) {
        let known = chronicle.read { state in
            // What was gone and is there again is news, however it looks.
            items.map { item in
                state.catalogue.missing[item.key] == nil
                    ? state.catalogue.items[item.key]?.hash : nil
            }
        }
        var drafts: [RecordDraft] = []
        var blobs: [[UInt8]] = []
        for (item, hash) in zip(items, known) where item.itemHash != hash {
            let raw = item.rawBytes
            let exported = ProductExported(
                item: item.item, itemHash: item.itemHash, raw: ContentHash.of(raw))
            drafts.append(exported.draft(system: system, cause: [.earlier(0)]))
            blobs.append(raw)
        }
        return (drafts, blobs)
    }
}

extension ItemPage {
    /// The name of catalogue searches in PageObserved events.
    static let source = "amazon.searchCatalogItems"
}

extension [SeenItem] {
    /// The items, each once, no more than were asked for.
    func keys(_ resultsMax: Int?) -> [ItemKey] {
        var seen = Set<Subject>()
        let keys = filter { seen.insert($0.subject).inserted }
            .compactMap { ItemKey(String($0.subject.name)) }
        return keys.prefix(resultsMax ?? keys.count).map { $0 }
    }
}

extension APIError {
    /// Amazon's word for a bad parameter, a stale page token among them.
    var isInvalidInput: Bool {
        if case .refused(let refusal) = self { refusal.status == 400 } else { false }
    }
}
