package import Catalog
package import HTTP
import JSON

/// One page of a search's results.
package struct ItemPage: Sendable {
    /// In Amazon's order; not necessarily that of the identifiers asked for.
    package let items: [CatalogItem]
    /// Entries of the page that are no items, each with what is wrong with it.
    package let malformed: [ItemError]
    /// How many results Amazon speaks of: an estimate for keywords.
    package let announced: Int
    /// The token of the next page, to be sent with the same search; nil on the last one.
    package let next: String?
    package let facts: AnswerFacts
}

extension AmazonClient {
    /// `GET /catalog/2022-04-01/items`: up to 20 items with everything about them.
    ///
    /// Source: `amazon-catalog-items.md` 2.1 and 2.4. A token of a page goes with the search that
    /// gave it; Amazon forgets it after an unknown time and then refuses with `InvalidInput`.
    package func searchCatalogItems(
        _ search: CatalogSearch, in marketplace: Marketplace, pageToken: String? = nil
    ) async throws(APIError) -> ItemPage {
        let name = Self.searchName
        if let fault = search.fault { throw .invalid(operation: name, reason: fault) }
        var query = [("marketplaceIds", marketplace.id)] + search.query
        query += [("includedData", Self.includedData), ("pageSize", String(Self.itemsPerPage))]
        if let pageToken { query.append(("pageToken", pageToken)) }
        let response = try await get(Self.itemsPath, query: query, operation: name)
        guard response.status == 200 else {
            throw AmazonRefusal.error(for: response, operation: operation(name), now: clock.now)
        }
        let facts = AnswerFacts(response)
        let body = try body(of: response, operation: name)
        guard let page = ItemPage(body, marketplace: marketplace, facts: facts) else {
            throw .unreadable(operation: name, reason: "there are no items in it", facts: facts)
        }
        return page
    }

    static let itemsPath = "/catalog/2022-04-01/items"
    /// The most that Amazon gives, and needed even for 20 identifiers: its default is 10.
    package static let itemsPerPage = 20
}

extension ItemPage {
    /// Nil when the answer holds no list of items.
    init?(_ body: JSONValue, marketplace: Marketplace, facts: AnswerFacts) {
        guard let entries = body["items"].array else { return nil }
        var items: [CatalogItem] = []
        var malformed: [ItemError] = []
        for entry in entries {
            do throws(ItemError) {
                items.append(try CatalogItem(entry, marketplace: marketplace))
            } catch {
                malformed.append(error)
            }
        }
        let next = body["pagination"]["nextToken"].string
        self.init(
            items: items, malformed: malformed,
            announced: max(0, body["numberOfResults"].int ?? entries.count),
            next: next?.isEmpty == true ? nil : next, facts: facts)
    }
}
