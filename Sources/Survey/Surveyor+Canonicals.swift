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
        var reading = CanonicalReading()
        try await readSlice(filters, columns, cell: cell, window: nil, depth: 0, &reading)
        try await finish(reading, cell: cell)
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
        var seen: Set<String> = []
        var announced = 0
    }

    /// Reads one slice in SKU order.
    ///
    /// Sorted reads end at 10,000 rows (428): a larger slice is cut in two by the date of creation,
    /// so that no page is ever read unordered.
    private func readSlice(
        _ filters: [ProductFilter], _ columns: [String], cell: String,
        window: ClosedRange<Instant>?, depth: Int, _ reading: inout CanonicalReading
    ) async throws(SurveyStop) {
        var all = filters
        if let window {
            all.append(ProductFilter("created", "gte", .string(window.lowerBound.date)))
            all.append(ProductFilter("created", "lt", .string(window.upperBound.date)))
        }
        let query = ProductQuery(filters: all.isEmpty ? [] : [all], columns: columns, order: "sku")
        var ids = Set<String>()
        var number = 1
        while true {
            let answer: Answered<SearchPage<PlytixProduct>>
            do throws(APIError) {
                answer = try await client.searchProducts(query, page: number)
            } catch {
                guard error.isTooManyToSort, depth < 20 else { throw .plytix(error) }
                let whole =
                    window ?? Instant(seconds: 0)...(clock.now + .seconds(2 * 86_400))
                let middle = Instant(
                    seconds: (whole.lowerBound.seconds + whole.upperBound.seconds) / 2)
                try await readSlice(
                    filters, columns, cell: cell, window: whole.lowerBound...middle,
                    depth: depth + 1, &reading)
                try await readSlice(
                    filters, columns, cell: cell, window: middle...whole.upperBound,
                    depth: depth + 1, &reading)
                return
            }
            let page = answer.value
            ids.formUnion(page.rows.map(\.id))
            reading.page += 1
            try await record(page, answer.facts, cell: cell, number: reading.page, &reading)
            guard !page.isLast else {
                if let matches = page.matches, ids.count != matches {
                    throw .unsteady(what: "products", announced: matches, seen: ids.count)
                }
                reading.announced += page.matches ?? ids.count
                return
            }
            number += 1
        }
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
            if let links = listings(of: product, known) { drafts.append(links) }
        }
        let observed = PageObserved(
            source: "plytix.searchProducts", cell: cell, page: number, token: nil, next: nil,
            requestID: facts.requestID, date: facts.date, announced: page.matches, items: items,
            absent: [])
        try await append([observed.draft(system: system)] + drafts)
    }

    /// The listings that a canonical product has already, if they are others than those we know.
    private func listings(of product: PlytixProduct, _ known: AccountState) -> RecordDraft? {
        let label = planning.listingsLabel
        guard known.relations[label] != nil, product.shown.contains("relationships") else {
            return nil
        }
        let relations = product.relations.map { relation in
            LiveRelation(
                relationID: relation.relationID, label: relation.label ?? label,
                targets: relation.targets.map(\.id))
        }
        let targets = Set(relations.flatMap(\.targets).compactMap { known.skus[$0] })
        guard targets != known.linked(label, from: product.sku) else { return nil }
        return LiveObserved(
            id: product.id, sku: product.sku, fields: [], relations: relations,
            looked: ["relations"], gone: false
        ).draft(system: system, cause: [.earlier(0)])
    }

    /// Records that the read is whole, and what is there no more.
    private func finish(_ reading: CanonicalReading, cell: String) async throws(SurveyStop) {
        let gone = account.canonicals.values.map(\.canonical)
            .filter { !reading.seen.contains($0.id) }.sorted { $0.sku < $1.sku }
        let completed = SourceCompleted(
            source: "plytix.searchProducts", cell: cell, seen: reading.seen.count,
            announced: reading.announced, stop: .end, whole: true)
        try await append(
            gone.map { CanonicalVanished(id: $0.id, sku: $0.sku).draft(system: system) }
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

extension APIError {
    /// A sorted read of more than 10,000 rows (`plytix-api.md` 5).
    var isTooManyToSort: Bool {
        if case .refused(let refusal) = self { refusal.status == 428 } else { false }
    }
}
