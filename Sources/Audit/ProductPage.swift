// What `plysync show` knows of one product: Amazon's facts, the match, the state in an account.

package import Catalog
package import JSON
package import Planning
package import Projections
import Events

/// One product of ours or of the merchant's, in one account.
package struct ProductPage: Sendable {
    package let sku: String
    /// Nil for a product of the merchant.
    package let item: ItemKey?
    package let state: ProjectedState
    package let account: AccountState
    let settings: PlanningSettings

    /// The pages of what a person names, in the order of their SKUs; none when nothing is known.
    package static func all(
        named argument: SubjectArgument, state: ProjectedState, account: AccountState,
        settings: PlanningSettings
    ) -> [ProductPage] {
        var pages = argument.items.filter { key in
            state.catalogue.items[key] != nil || state.catalogue.missing[key] != nil
                || account.products[settings.sku(key)] != nil
        }.map { key in
            ProductPage(
                sku: settings.sku(key), item: key, state: state, account: account,
                settings: settings)
        }
        let skus = argument.subjects.filter { $0.kind == "sku" }.map { String($0.name) }
        for sku in skus where !pages.contains(where: { $0.sku == sku }) {
            guard account.canonicals[sku] != nil || account.products[sku] != nil else { continue }
            pages.append(
                ProductPage(
                    sku: sku, item: nil, state: state, account: account, settings: settings))
        }
        return pages.sorted { $0.sku < $1.sku }
    }

    /// The subjects under which its events are found.
    package var subjects: [Subject] { [.sku(sku)] + (item.map { [.asin($0)] } ?? []) }

    /// Everything but the history.
    package var json: JSONValue {
        var document = JSONObject([
            ("sku", JSONValue(sku)), ("item", JSONValue(item.map { "\($0)" })),
        ])
        if let canonical = account.canonicals[sku]?.canonical {
            document["canonical"] = Self.json(
                canonical, parent: canonical.parentID.flatMap { account.skus[$0] })
        }
        if let item {
            document["amazon"] = amazon(item)
            document["match"] = match(item)
        }
        document["plytix"] = account.products[sku].map(plytix) ?? .null
        document["relations"] = relations
        document["failures"] = failures
        return .object(document)
    }

    // MARK: Amazon

    private func amazon(_ key: ItemKey) -> JSONValue {
        guard let seen = state.catalogue.items[key] else {
            return state.catalogue.missing[key].map { missing in
                ["missing": JSONValue(MissingItem.failure(key, missing).reason)]
            } ?? .null
        }
        let item = seen.item
        let pictures = Picture.shown(of: item.pictures, atMost: settings.picturesMax)
        let texts: [(String, String?)] = [
            ("title", item.title), ("brand", item.brand), ("model_number", item.modelNumber),
            ("part_number", item.partNumber), ("size", item.size), ("color", item.color),
            ("manufacturer", item.manufacturer), ("product_type", item.productType),
            ("classification", item.classification), ("variation_theme", item.variationTheme),
        ]
        var document = JSONObject(
            texts.compactMap { name, value in value.map { (name, .string($0)) } })
        document["identifiers"] = .array(
            item.identifiers.map {
                ["type": JSONValue($0.type), "value": JSONValue($0.value)]
            })
        document["parents"] = JSONValue(item.parents.map(\.text))
        document["children"] = JSONValue(item.children.map(\.text))
        document["pictures"] = .array(
            pictures.map {
                ["slot": JSONValue($0.slot), "id": JSONValue($0.id), "url": JSONValue($0.url)]
            })
        document["event"] = JSONValue(seen.exported)
        return .object(document)
    }

    private func match(_ key: ItemKey) -> JSONValue {
        guard let verdict = account.verdicts[key] else { return .null }
        switch verdict.outcome {
        case .found(let match):
            return [
                "canonical_sku": JSONValue(match.canonicalSKU), "rule": JSONValue(match.rule),
                "amazon": Self.json(match.amazon), "canonical": Self.json(match.canonical),
                "losers": .array(
                    match.losers.map {
                        [
                            "sku": JSONValue($0.sku), "rule": JSONValue($0.rule),
                            "reason": JSONValue($0.reason),
                        ]
                    }), "event": JSONValue(verdict.sequence),
            ]
        case .missed(let miss):
            return [
                "canonical_sku": nil, "reason": JSONValue(miss.reason),
                "tried": .array(
                    miss.tried.map { ["rule": JSONValue($0.rule), "value": JSONValue($0.value)] }),
                "event": JSONValue(verdict.sequence),
            ]
        }
    }

    private static func json(_ evidence: MatchFound.Evidence) -> JSONValue {
        [
            "field": JSONValue(evidence.field), "found": JSONValue(evidence.found),
            "normalised": JSONValue(evidence.normalised),
        ]
    }

    private static func json(_ canonical: Canonical, parent: String?) -> JSONValue {
        let texts: [(String, String?)] = [
            ("id", canonical.id), ("label", canonical.label), ("gtin", canonical.gtin),
            ("ean", canonical.ean), ("upc", canonical.upc),
            ("model_number", canonical.modelNumber), ("variant_of", parent),
        ]
        return .object(
            JSONObject(texts.compactMap { name, value in value.map { (name, .string($0)) } }))
    }
}
