import Catalog
import Events
import HTTP
import Hashing
import JSON
import Planning
import PlytixAPI
import Projections

/// The merchant's own products, by pages.
extension Surveyor {
    /// Reads all canonical products, and records what is new, changed or gone.
    ///
    /// Costs a request for each hundred products. A style is no filter: a parent's model number may
    /// be another style's.
    package func readCanonicals() async throws(SurveyStop) {
        let columns = canonicalColumns
        var filters: [ProductFilter] = []
        if account.attributes[asinLabel] != nil {
            // Products of ours are not asked for, where the account knows how to tell.
            filters.append(ProductFilter("attributes.\(asinLabel)", "!exists"))
        }
        let cell = "canonicals"
        let key = PageState.Key(system: system, source: "plytix.searchProducts", cell: cell)
        var reading = CanonicalReading(
            pages: PageReading(
                system: system, before: chronicle.read { $0.pages.before(key, from: 1) }))
        do throws(SurveyStop) {
            try await readProducts(filters, columns: columns) { page, facts throws(SurveyStop) in
                reading.page += 1
                try await record(page, facts, cell: cell, number: reading.page, &reading)
            }
        } catch {
            try await append(reading.pages.finish())
            throw error
        }
        try await finish(&reading, cell: cell)
    }

    private var asinLabel: String {
        planning.attributes.first { $0.source == .field(.asin) }?.label ?? "amazon_asin"
    }

    /// Only columns that exist: an unknown one is refused (`plytix-api.md` 5).
    private var canonicalColumns: [String] {
        let known = account
        let own = [settings.eanLabel, settings.upcLabel, settings.modelNumberLabel]
            .filter { known.attributes[$0] != nil }.map { "attributes.\($0)" }
        let relation = planning.listingsLabel
        let links = known.relations[relation] != nil ? ["relationships.\(relation)"] : []
        return ["label", "gtin"] + own + links
    }

    /// What was read so far.
    private struct CanonicalReading {
        var page = 0
        var pages: PageReading
        var seen: Set<String> = []
    }

    private func record(
        _ page: SearchPage<PlytixProduct>, _ facts: AnswerFacts, cell: String, number: Int,
        _ reading: inout CanonicalReading
    ) async throws(SurveyStop) {
        let known = account
        var items: [SeenItem] = []
        var drafts: [RecordDraft] = []
        for product in page.rows where !product.sku.isAmazonSKU(planning) {
            // A product that moved between pages is read twice.
            guard reading.seen.insert(product.id).inserted else { continue }
            let canonical = Canonical(product, settings: settings)
            let hash = canonical.contentHash
            items.append(SeenItem(subject: .sku(product.sku), hash: hash))
            if known.canonicals[product.sku]?.hash != hash {
                drafts.append(
                    CanonicalObserved(canonical: canonical, hash: hash)
                        .draft(system: system, cause: [.earlier(0)]))
            }
            if let links = try await listings(of: product, known) { drafts.append(links) }
        }
        let observed = PageObserved(
            source: "plytix.searchProducts", cell: cell, page: number,
            requestIDs: facts.requestID.map { [$0] } ?? [], date: facts.date,
            announced: page.matches, items: items.map { .item($0) }, absent: [])
        try await append(reading.pages.take(observed, news: drafts))
    }

    /// The listings that a canonical product has already, if they are others than those we know.
    ///
    /// Searches may not show yet what we wrote a moment ago (`plytix-unknowns.md` 28): where a link
    /// of ours is missing, the product itself is read.
    private func listings(
        of row: PlytixProduct, _ known: AccountState
    ) async throws(SurveyStop) -> RecordDraft? {
        let label = planning.listingsLabel
        guard let relation = known.relations[label], row.shown.contains("relationships") else {
            return nil
        }
        var relations = row.relations
        func targets() -> Set<String> {
            Set(relations.flatMap(\.targets).compactMap { known.skus[$0.id] })
        }
        let ours = (known.links[label]?[row.sku] ?? []).filter(\.isOurs).map(\.target)
        if !targets().isSuperset(of: ours) {
            let whole = try await reading { () async throws(APIError) in
                try await client.getProduct(row.id)
            }.value
            guard let whole else { return nil }
            relations = whole.relations.filter { $0.relationID == relation.id }
        }
        guard targets() != known.linked(label, from: row.sku) else { return nil }
        let live = relations.map { relation in
            LiveRelation(
                relationID: relation.relationID, label: relation.label ?? label,
                targets: relation.targets.map(\.id))
        }
        return LiveObserved(
            id: row.id, sku: row.sku, fields: [], relations: live, looked: ["relations"],
            gone: false
        ).draft(system: system, cause: [.earlier(0)])
    }

    /// Records that the read is whole, and what is there no more.
    private func finish(
        _ reading: inout CanonicalReading, cell: String
    ) async throws(SurveyStop) {
        let seen = reading.seen
        let gone = account.canonicals.values.map(\.canonical)
            .filter { !seen.contains($0.id) }.sorted { $0.sku < $1.sku }
        let completed = SourceCompleted(
            source: "plytix.searchProducts", cell: cell, seen: reading.seen.count,
            announced: reading.seen.count, stop: .end, whole: true)
        try await append(
            reading.pages.finish()
                + gone.map { CanonicalVanished(id: $0.id, sku: $0.sku).draft(system: system) }
                + [completed.draft(system: system)])
    }
}

extension Canonical {
    /// A row of a product search.
    init(_ product: PlytixProduct, settings: SurveySettings) {
        let text = { (label: String) in product.attributes[label]?.string }
        self.init(
            id: product.id, sku: product.sku, label: product.label, gtin: product.gtin,
            ean: text(settings.eanLabel), upc: text(settings.upcLabel),
            modelNumber: text(settings.modelNumberLabel), parentID: product.parentID)
    }

    var contentHash: Digest {
        let parts = [id, sku, label, gtin, ean, upc, modelNumber, parentID]
        return ContentHash.of(parts.map { $0 ?? "\u{1}" }.joined(separator: "\u{0}"))
    }
}
