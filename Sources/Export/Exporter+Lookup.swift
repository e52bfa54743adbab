import AmazonAPI
import Catalog
import Events
import HTTP
import Projections

/// Items by their ASINs, 20 a request.
struct BatchLookup: Sendable {
    let cell: String
    let asins: [ASIN]
    let marketplace: Marketplace
    let system: System
    /// The children that name an ASIN as their parent; empty for items asked for by themselves.
    var children: [ASIN: [ASIN]] = [:]
}

extension Exporter {
    /// Looks ASINs up in batches.
    ///
    /// What Amazon leaves out of an answer is asked for once by itself, so that "there is no such
    /// item" is its word and not our guess.
    func look(up lookup: BatchLookup) async throws(ExportStop) -> SourceOutcome {
        let key = PageState.Key(system: lookup.system, source: ItemPage.source, cell: lookup.cell)
        let earlier = earlierPages(key)
        var items = earlier?.items ?? []
        var asked = Set(
            items.compactMap { ItemKey(String($0.subject.name))?.asin.text }
                + (earlier?.pages.flatMap(\.absent) ?? []))
        let reused = earlier?.pageCount ?? 0
        var number = reused
        var missing = asked.compactMap(ASIN.init).filter { asin in
            !items.contains { $0.subject == .asin(ItemKey(lookup.marketplace, asin)) }
        }.sorted().map { ItemKey(lookup.marketplace, $0) }
        let distinct = lookup.asins.filter { asked.insert($0.text).inserted }
        var reading = beginReading(key, from: number + 1)
        for start in stride(from: 0, to: distinct.count, by: CatalogSearch.valuesMax) {
            number += 1
            let batch = Array(
                distinct[start..<min(start + CatalogSearch.valuesMax, distinct.count)])
            let (seen, absent) = try await fetch(batch, number: number, lookup, key, &reading)
            items += seen
            missing += absent.map { ItemKey(lookup.marketplace, $0) }
            report(lookup.system, seen: items.count, announced: lookup.asins.count)
        }
        if earlier?.completed == nil || number != reused {
            let completed = SourceCompleted(
                source: ItemPage.source, cell: lookup.cell, seen: items.count,
                announced: lookup.asins.count, stop: .end, whole: true)
            try await append(reading.finish() + [completed.draft(system: lookup.system)])
        }
        return SourceOutcome(
            items: items.keys(nil), missing: missing, announced: lookup.asins.count,
            reusedPages: reused)
    }

    private func fetch(
        _ batch: [ASIN], number: Int, _ lookup: BatchLookup, _ key: PageState.Key,
        _ reading: inout PageReading
    ) async throws(ExportStop) -> (seen: [SeenItem], absent: [ASIN]) {
        let page: ItemPage
        var found: [CatalogItem]
        var absent: [ASIN] = []
        var drafts: [RecordDraft] = []
        do throws(APIError) {
            page = try await client.searchCatalogItems(
                .identifiers(batch.map(\.text), type: .asin), in: lookup.marketplace)
            found = page.items
            let answered = Set(found.map(\.key.asin))
            for asin in batch where !answered.contains(asin) {
                switch try await client.getCatalogItem(asin, in: lookup.marketplace).value {
                case .found(let item): found.append(item)
                case .notFound:
                    absent.append(asin)
                    drafts += missing(asin, .notFound, detail: nil, lookup)
                case .malformed(let error):
                    absent.append(asin)
                    drafts += missing(asin, .malformed, detail: "\(error)", lookup)
                }
            }
        } catch {
            try await append(reading.finish())
            throw .amazon(error)
        }
        let seen = found.map { SeenItem(subject: .asin($0.key), hash: $0.itemHash) }
        let observed = PageObserved(
            source: key.source, cell: key.cell, page: number, token: nil, next: nil,
            requestIDs: page.facts.requestID.map { [$0] } ?? [], date: page.facts.date,
            announced: page.announced, items: seen.map { .item($0) },
            absent: absent.map(\.text))
        let (news, blobs) = news(in: found, system: lookup.system)
        try await append(reading.take(observed, news: news + drafts), blobs: blobs)
        return (seen, absent)
    }

    /// The event of an ASIN that is not there; none when that is known already.
    private func missing(
        _ asin: ASIN, _ reason: ItemMissing.Reason, detail: String?, _ lookup: BatchLookup
    ) -> [RecordDraft] {
        let key = ItemKey(lookup.marketplace, asin)
        let children = lookup.children[asin] ?? []
        let known = chronicle.read { $0.catalogue.missing[key] }
        guard known == nil || known?.reason != reason || known?.children != children else {
            return []
        }
        let draft =
            children.isEmpty
            ? ItemMissing(item: key, reason: reason, detail: detail)
                .draft(system: lookup.system, cause: [.earlier(0)])
            : ParentMissing(parent: key, children: children, reason: reason, detail: detail)
                .draft(system: lookup.system, cause: [.earlier(0)])
        return [draft]
    }

    /// Takes items from a file as one page.
    func take(
        _ file: [CatalogItem], cell: String, _ system: System
    ) async throws(ExportStop) -> SourceOutcome {
        let seen = file.map { SeenItem(subject: .asin($0.key), hash: $0.itemHash) }
        let observed = PageObserved(
            source: "file", cell: cell, page: 1, announced: file.count,
            items: seen.map { .item($0) }, absent: [])
        let (news, blobs) = news(in: file, system: system)
        let key = PageState.Key(system: system, source: "file", cell: cell)
        var reading = beginReading(key, from: 1)
        let pages = reading.take(observed, news: news)
        let completed = SourceCompleted(
            source: "file", cell: cell, seen: file.count, announced: file.count, stop: .end,
            whole: true)
        try await append(
            pages + reading.finish() + [completed.draft(system: system)], blobs: blobs)
        return SourceOutcome(items: seen.keys(nil), announced: file.count)
    }

    /// Parents that items name and the source did not give; and theirs, should they have some.
    ///
    /// One whose last child went elsewhere is named by nobody any more, and is asked for all the
    /// same: it still belongs to the scope, or else its links would stay as they were.
    func fetchMissingParents(
        _ scope: Scope, _ marketplace: Marketplace, _ system: System,
        _ outcome: inout ExportOutcome
    ) async throws(ExportStop) {
        let before = fetchedParents(scope, marketplace, system)
        for level in 1...Self.levelsMax {
            let children = missingParents(of: outcome, marketplace)
            let unnamed = level == 1 ? before.subtracting(asins(of: outcome)) : []
            let parents = unnamed.union(children.keys)
            guard !parents.isEmpty else { return }
            let lookup = BatchLookup(
                cell: Self.parentCell(scope, marketplace, level: level), asins: parents.sorted(),
                marketplace: marketplace, system: system, children: children)
            outcome.takeParents(try await look(up: lookup), named: Set(children.keys))
        }
    }

    /// Families are two levels deep; a deeper or circular one is Amazon's mistake.
    private static let levelsMax = 3

    private static func parentCell(
        _ scope: Scope, _ marketplace: Marketplace, level: Int
    ) -> String {
        scope.parentCell(marketplace) + (level > 1 ? ";\(level)" : "")
    }

    /// The parents that earlier exports of the scope fetched, but for those that are gone.
    private func fetchedParents(
        _ scope: Scope, _ marketplace: Marketplace, _ system: System
    ) -> Set<ASIN> {
        let cells = (1...Self.levelsMax).map {
            Self.parentCell(scope, marketplace, level: $0)
        }
        return Set(known(in: cells, system).map(\.asin))
    }

    private func asins(of outcome: ExportOutcome) -> Set<ASIN> {
        Set((outcome.all + outcome.missing + outcome.vanished).map(\.asin))
    }

    /// Parents that are neither in the outcome nor known to be missing from it, with who names them.
    private func missingParents(
        of outcome: ExportOutcome, _ marketplace: Marketplace
    ) -> [ASIN: [ASIN]] {
        let keys = outcome.all
        let items = chronicle.read { state in keys.compactMap { state.catalogue.items[$0]?.item } }
        let there = asins(of: outcome)
        var children: [ASIN: [ASIN]] = [:]
        for item in items {
            for parent in item.parents where !there.contains(parent) {
                children[parent, default: []].append(item.key.asin)
            }
        }
        return children.mapValues { $0.sorted() }
    }
}
