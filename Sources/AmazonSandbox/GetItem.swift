import Catalog
import HTTP
import JSON

/// `GET /catalog/2022-04-01/items/{asin}` (`amazon-catalog-items.md` 2.2).
enum GetItem {
    /// The body of the answer; several marketplaces may be asked at once.
    static func answer(
        asin text: String, _ target: RequestTarget, _ context: AnswerContext
    ) throws(Refusal) -> [UInt8] {
        guard !text.isEmpty else { throw .unparsable }
        guard let asin = ASIN(text) else { throw .invalidASIN }
        let parameters = Parameters(target)
        let here = context.index.marketplace
        let marketplaces = try parameters.marketplaces(of: here.region, atMost: Int.max)
        let dataSets = try parameters.dataSets()
        guard marketplaces.contains(here), let position = context.index.position(of: asin.text)
        else { throw .notFound(asin: asin.text, marketplaceIDs: marketplaces.map(\.id)) }
        var json = JSONWriter(capacity: 16_384)
        ItemWriter(context: context, dataSets: dataSets).write(position, to: &json)
        return json.bytes
    }
}
