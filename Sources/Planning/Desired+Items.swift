import Catalog
package import Projections
import JSON

extension Desired {
    /// What an account shall hold for these items.
    ///
    /// - `items`: in any order; the result does not depend on it.
    /// - `decisions`: the account whose canonical products were matched.
    package init(
        items: [CatalogueState.SeenItem], decisions: AccountState, settings: PlanningSettings
    ) {
        let wanted = items.filter { seen in
            settings.unmatched == .create || decisions.verdicts[seen.item.key]?.match != nil
        }.sorted { $0.item.key < $1.item.key }
        products = wanted.map { seen in
            DesiredProduct(seen, verdict: decisions.verdicts[seen.item.key], settings: settings)
        }
        family = Family(
            name: settings.family, attributes: settings.attributes.map(\.label) + [settings.gallery]
        )
        attributes = Self.definitions(for: products, settings: settings)
        relations = [settings.hierarchy, settings.listings].map {
            Relation(label: PlanningSettings.slug($0), name: $0)
        }
        links =
            DesiredLinks.hierarchy(of: wanted, settings: settings)
            + DesiredLinks.listings(of: wanted, decisions: decisions, settings: settings)
    }

    /// The attributes that the settings name, dropdowns with the options that the products need.
    private static func definitions(
        for products: [DesiredProduct], settings: PlanningSettings
    ) -> [AttributeDefinition] {
        var options: [String: Set<String>] = [:]
        let choices = Set(
            settings.attributes.filter { $0.type == .dropdown || $0.type == .multiSelect }
                .map(\.label))
        for product in products {
            for field in product.fields {
                guard let label = field.attribute, choices.contains(label), let value = field.value
                else { continue }
                let chosen = value.array?.compactMap(\.string) ?? [value.string].compactMap { $0 }
                options[label, default: []].formUnion(chosen)
            }
        }
        let mapped = settings.attributes.map { rule in
            AttributeDefinition(
                label: rule.label, name: PlanningSettings.displayName(rule.label), type: rule.type,
                options: (options[rule.label] ?? []).sorted())
        }
        return mapped + [
            AttributeDefinition(
                label: settings.gallery, name: PlanningSettings.displayName(settings.gallery),
                type: .mediaGallery)
        ]
    }
}

extension DesiredField {
    /// The label of the attribute; nil for a field of the product itself.
    package var attribute: String? {
        name.hasPrefix("attributes.") ? String(name.dropFirst("attributes.".count)) : nil
    }
}

extension DesiredProduct {
    init(_ seen: CatalogueState.SeenItem, verdict: KnownVerdict?, settings: PlanningSettings) {
        let item = seen.item
        let canonical = verdict?.canonicalSKU
        let named = settings.label.value(of: item, canonicalSKU: canonical) ?? ""
        let title = named.isEmpty ? "Amazon \(item.key.asin)" : named
        var fields = [
            DesiredField(name: "label", value: .string(title), rule: .always, isOfMatch: false),
            // Set once: whether a product is complete is for people to say.
            DesiredField(
                name: "status", value: FieldValue.normal(.string(settings.status)), rule: .never,
                isOfMatch: false),
        ]
        for rule in settings.attributes where rule.source != .field(.lastWritten) {
            fields.append(
                DesiredField(
                    name: "attributes.\(rule.label)",
                    value: rule.value(of: item, canonicalSKU: canonical), rule: rule.rule,
                    isOfMatch: rule.source == .field(.canonicalSKU)))
        }
        let pictures = Picture.shown(of: item.pictures, atMost: settings.picturesMax)
        self.init(
            sku: settings.sku(item.key), item: item.key, fields: fields, pictures: pictures,
            thumbnail: pictures.first { $0.slot == "MAIN" }, exported: seen.exported,
            matched: verdict?.sequence ?? 0)
    }
}

extension AttributeRule {
    /// In the form in which Plytix reads it back; nil when there is none, an empty text included
    /// (Plytix knows no empty values, `plytix-unknowns.md` 15).
    func value(of item: AmazonItem, canonicalSKU: String?) -> JSONValue? {
        switch source {
        case .constant(let value): return FieldValue.normal(value)
        case .field(let field):
            guard let text = field.value(of: item, canonicalSKU: canonicalSKU), !text.isEmpty
            else { return nil }
            switch type {
            case .int: return number(text).flatMap(\.int).map { JSONValue($0) }
            case .decimal: return number(text).map { .number($0) }
            case .boolean: return .bool(text == "true")
            case .multiSelect: return .array([.string(text)])
            default: return .string(text)
            }
        }
    }
    /// A number as JSON writes it; nil for anything else, since nothing else can be sent.
    private func number(_ text: String) -> JSONNumber? {
        guard case .number(let number)? = try? JSONValue(parsing: text) else { return nil }
        return number
    }
}
