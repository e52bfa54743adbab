package import Catalog
package import JSON

/// The mapping file of phase 2: what today's scripts write (`todays-scripts.md` 1.2) and what their
/// documents promise (`unmatched_plytix`, `statistics`), with nothing dropped of unmatched rows.
package struct MappingFile: Sendable {
    /// One item with its verdict and the names that the settings give it.
    package struct Row: Sendable {
        package let item: AmazonItem
        package let verdict: Verdict
        package let suggestedSKU: String
        /// Key and URL of each picture slot of the scripts' file.
        package let pictures: [(key: String, url: String?)]

        package init(
            item: AmazonItem, verdict: Verdict, suggestedSKU: String,
            pictures: [(key: String, url: String?)]
        ) {
            self.item = item
            self.verdict = verdict
            self.suggestedSKU = suggestedSKU
            self.pictures = pictures
        }
    }

    package let rows: [Row]
    package let canonicals: [Canonical]

    package init(rows: [Row], canonicals: [Canonical]) {
        self.rows = rows
        self.canonicals = canonicals
    }

    package func document(source: String, date: Instant, marketplaces: [Marketplace]) -> JSONValue {
        let bySKU = Dictionary(canonicals.map { ($0.sku, $0) }) { first, _ in first }
        var matched: [JSONValue] = []
        var unmatched: [JSONValue] = []
        var taken = Set<String>()
        var byRule: [String: Int] = [:]
        for row in rows {
            switch row.verdict {
            case .found(let match):
                taken.insert(match.canonicalSKU)
                byRule[match.rule, default: 0] += 1
                matched.append(Self.matched(row, match, bySKU[match.canonicalSKU]))
            case .missed(let miss): unmatched.append(Self.unmatched(row, miss))
            }
        }
        let rest = canonicals.filter { !taken.contains($0.sku) }.map { canonical -> JSONValue in
            [
                "sku": .string(canonical.sku), "id": .string(canonical.id),
                "label": JSONValue(canonical.label), "gtin": JSONValue(canonical.gtin),
            ]
        }
        let rules = byRule.keys.sorted().map { ($0, JSONValue(byRule[$0] ?? 0)) }
        return [
            "metadata": [
                "source_file": .string(source), "generated_at": .string(date.description),
                "marketplace": .string(marketplaces.map(\.code).joined(separator: ",")),
                "amazon_count": JSONValue(rows.count), "matched_count": JSONValue(matched.count),
                "unmatched_count": JSONValue(unmatched.count),
            ],
            "matched": .array(matched), "unmatched_amazon": .array(unmatched),
            "unmatched_plytix": .array(rest),
            "statistics": [
                "amazon": JSONValue(rows.count), "matched": JSONValue(matched.count),
                "unmatched_amazon": JSONValue(unmatched.count),
                "canonical": JSONValue(canonicals.count), "unmatched_plytix": JSONValue(rest.count),
                "by_rule": .object(JSONObject(rules)),
            ],
        ]
    }

    private static func matched(_ row: Row, _ match: Match, _ canonical: Canonical?) -> JSONValue {
        var entry = common(row)
        entry["canonical_plytix_sku"] = .string(match.canonicalSKU)
        entry["canonical_plytix_id"] = .string(match.canonicalID)
        entry["canonical_plytix_label"] = JSONValue(canonical?.label)
        entry["canonical_plytix_gtin"] = JSONValue(canonical?.gtin)
        entry["match_method"] = .string(match.rule)
        entry["match_type"] = .string(match.rule)
        entry["match_evidence"] = [
            "amazon_field": .string(match.amazon.field),
            "amazon_value": .string(match.amazon.found),
            "canonical_field": .string(match.canonical.field),
            "canonical_value": .string(match.canonical.found),
            "normalised": .string(match.amazon.normalised),
        ]
        let numbers = ["GTIN", "EAN", "UPC"].flatMap { row.item.identifiers($0) }.compactMap(
            GTIN.init)
        entry["gtin_match"] =
            canonical?.gtin.flatMap(GTIN.init(found:)).flatMap { gtin in
                numbers.isEmpty ? nil : JSONValue(numbers.contains(gtin))
            } ?? .null
        return .object(entry)
    }

    private static func unmatched(_ row: Row, _ miss: Miss) -> JSONValue {
        var entry = common(row)
        entry["reason"] = .string(miss.reason)
        return .object(entry)
    }

    private static func common(_ row: Row) -> JSONObject {
        let item = row.item
        var entry = JSONObject()
        entry["suggested_sku"] = .string(row.suggestedSKU)
        entry["marketplace"] = .string(item.key.marketplace.code)
        entry["amazon_asin"] = .string(item.key.asin.text)
        entry["amazon_parent_asin"] = JSONValue(item.parents.first?.text)
        entry["amazon_sku"] = JSONValue(item.partNumber)
        for type in ["UPC", "EAN", "GTIN"] {
            entry["amazon_\(type.lowercased())"] = JSONValue(item.identifiers(type).first)
        }
        entry["amazon_size"] = JSONValue(item.size)
        entry["amazon_color"] = JSONValue(item.color)
        entry["amazon_title"] = JSONValue(item.title)
        entry["amazon_variation_theme"] = JSONValue(item.variationTheme)
        entry["amazon_listing_status"] = .null
        for (key, url) in row.pictures { entry[key] = JSONValue(url) }
        entry["item_classification"] = JSONValue(item.classification)
        entry["model_number"] = JSONValue(item.modelNumber)
        return entry
    }
}
