package import Catalog
import JSON

extension MappingFile {
    /// What a mapping file made elsewhere says of one item.
    package struct Given: Sendable, Hashable {
        package let item: ItemKey
        /// Nil for an item that it leaves unmatched.
        package let canonicalSKU: String?

        package init(item: ItemKey, canonicalSKU: String?) {
            self.item = item
            self.canonicalSKU = canonicalSKU
        }
    }

    /// What is wrong with a mapping file, and where.
    package struct ReadingError: Error, Sendable, Equatable, CustomStringConvertible {
        package let place: String
        package let reason: String

        package init(place: String, reason: String) {
            self.place = place
            self.reason = reason
        }

        package var description: String { "\(place): \(reason)" }
    }

    /// Reads the lists `matched` and `unmatched_amazon` of a mapping file, ours or the scripts'.
    package static func read(_ bytes: [UInt8]) throws(ReadingError) -> [Given] {
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: bytes)
        } catch {
            throw ReadingError(place: "the file", reason: "\(error)")
        }
        guard let matched = json["matched"].array else {
            throw ReadingError(place: "the file", reason: "it has no list \"matched\"")
        }
        let marketplace = json["metadata"]["marketplace"].string
        var given: [Given] = []
        for (index, row) in matched.enumerated() {
            let place = "matched[\(index)]"
            guard let sku = row["canonical_plytix_sku"].string, !sku.isEmpty else {
                throw ReadingError(place: place, reason: "it has no canonical_plytix_sku")
            }
            given.append(
                Given(item: try item(row, marketplace, place), canonicalSKU: sku))
        }
        for (index, row) in json["unmatched_amazon"].elements.enumerated() {
            given.append(
                Given(
                    item: try item(row, marketplace, "unmatched_amazon[\(index)]"),
                    canonicalSKU: nil))
        }
        return given
    }

    private static func item(
        _ row: JSONValue, _ marketplace: String?, _ place: String
    ) throws(ReadingError) -> ItemKey {
        guard let asin = row["amazon_asin"].string.flatMap(ASIN.init) else {
            throw ReadingError(place: place, reason: "amazon_asin is not an ASIN")
        }
        guard let code = row["marketplace"].string ?? marketplace,
            let marketplace = Marketplace(code)
        else { throw ReadingError(place: place, reason: "its marketplace is not known") }
        return ItemKey(marketplace, asin)
    }
}
