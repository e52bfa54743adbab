import Catalog
import HTTP
import JSON
import SandboxWorld

/// `GET /catalog/2022-04-01/items` (`amazon-catalog-items.md` 2.1, 2.4).
enum SearchItems {
    /// The body of the answer.
    static func answer(
        _ target: RequestTarget, _ context: AnswerContext
    ) throws(Refusal) -> [UInt8] {
        let query = try SearchQuery(Parameters(target), region: context.index.marketplace.region)
        let start = try start(query, context)
        let hits = hits(query, start, context)
        let page = try SearchPage(
            hits: hits, size: query.pageSize, offset: start.offset, quirks: context.quirks)
        var json = JSONWriter(capacity: 16_384)
        json.object { json in
            json.member("numberOfResults", announced(hits.count, query, context))
            if !hits.isEmpty {
                writePagination(page, start, context, to: &json)
                writeRefinements(hits, query, context, to: &json)
            }
            json.key("items")
            json.array { json in
                let items = ItemWriter(
                    context: context, dataSets: query.dataSets, showsSKUs: query.isBySKU)
                for position in page.rows { items.write(position, to: &json) }
            }
        }
        return json.bytes
    }

    /// The first page, or what the page token says.
    ///
    /// A token of another request, another page size, or none of ours, is refused (2.4).
    private static func start(
        _ query: SearchQuery, _ context: AnswerContext
    ) throws(Refusal) -> PageToken {
        guard let text = query.pageToken else {
            let isUnstable = context.has(.unstableRanking)
            return PageToken(
                offset: 0, fingerprint: query.fingerprint,
                ranking: isUnstable ? SplitMix64.mixed(context.seed ^ context.number) | 1 : 0,
                issuedAt: context.now)
        }
        guard let token = PageToken(text), token.fingerprint == query.fingerprint else {
            throw .invalidToken
        }
        let age = (context.now - token.issuedAt).inSeconds * context.speed
        if context.has(.pageTokensExpire), age > 300 { throw .invalidToken }
        return token
    }

    /// All positions that the query finds, each once, ranked.
    private static func hits(
        _ query: SearchQuery, _ start: PageToken, _ context: AnswerContext
    ) -> [Int] {
        let index = context.index
        guard query.marketplace == index.marketplace else { return [] }
        switch query.selection {
        case .identifiers(let identifiers, "ASIN"):
            return Set(identifiers.compactMap(index.position(of:))).sorted()
        case .identifiers(let identifiers, let type):
            let found = identifiers.flatMap { index.positions(type: type, identifier: $0) }
            return Set(found).sorted()
        case .keywords(let keywords, let brands, let nodes):
            var hits = index.matches(keywords: keywords).filter { isListed($0, context) }
            if !brands.isEmpty {
                hits = hits.filter(
                    index.brandFilter(brands, underscores: context.has(.brandUnderscore)))
            }
            if !nodes.isEmpty { hits = hits.filter(index.nodeFilter(nodes)) }
            guard start.ranking != 0 else { return hits }
            return hits.map { (SplitMix64.mixed(start.ranking ^ UInt64($0)), $0) }
                .sorted { $0 < $1 }.map(\.1)
        }
    }

    /// Whether keyword searches find an item at all.
    private static func isListed(_ position: Int, _ context: AnswerContext) -> Bool {
        let item = context.index.items[position]
        guard item.classification == "VARIATION_PARENT" else { return item.isSearchable }
        if context.has(.searchOmitsParents) { return false }
        return item.isSearchable || context.has(.searchListsParents)
    }

    /// The number of hits, which for keywords may be an estimate (2.4).
    private static func announced(
        _ count: Int, _ query: SearchQuery, _ context: AnswerContext
    ) -> Int {
        guard case .keywords = query.selection, count > 0, context.has(.estimatedCount) else {
            return count
        }
        let error = Int(SplitMix64.mixed(context.seed &+ context.number) % 5) - 2
        return max(1, count + error)
    }

    // MARK: Writing

    private static func writePagination(
        _ page: SearchPage, _ start: PageToken, _ context: AnswerContext,
        to json: inout JSONWriter
    ) {
        if context.has(.paginationMissing) { return }
        let token = { (offset: Int) in
            PageToken(
                offset: offset, fingerprint: start.fingerprint, ranking: start.ranking,
                issuedAt: context.now
            ).text
        }
        if page.next == nil, page.previous == nil {
            if context.has(.paginationEmpty) {
                json.member("pagination", .object(JSONObject()))
            } else if context.has(.paginationNull) {
                json.member("pagination", .null)
            }
            return
        }
        json.key("pagination")
        json.object { json in
            json.member("nextToken", optional: page.next.map(token))
            json.member("previousToken", optional: page.previous.map(token))
        }
    }

    /// Only searches by keywords are refined (2.4).
    private static func writeRefinements(
        _ hits: [Int], _ query: SearchQuery, _ context: AnswerContext, to json: inout JSONWriter
    ) {
        guard case .keywords(_, _, let nodes) = query.selection else { return }
        json.key("refinements")
        json.object { json in
            json.member("brands", each: context.index.topBrands(of: hits)) { brand, json in
                json.member("numberOfResults", brand.count)
                json.member("brandName", brand.name)
            }
            let offered = context.index.refinements(of: hits, within: nodes)
            json.member("classifications", each: offered) { refinement, json in
                json.member("numberOfResults", refinement.count)
                json.member("displayName", refinement.node.name)
                json.member("classificationId", refinement.node.id)
            }
        }
    }
}

extension SearchQuery {
    /// SKUs are shown only to who searches by them (2.5).
    fileprivate var isBySKU: Bool {
        if case .identifiers(_, "SKU") = selection { true } else { false }
    }
}
