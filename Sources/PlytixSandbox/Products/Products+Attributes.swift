import JSON

extension Products {
    /// The custom attributes of a product; empty ones are left out unless asked for.
    static func attributes(
        of product: Product, in account: Account, _ call: Call, showsEmpty: Bool
    ) -> JSONObject {
        var members = JSONObject()
        for definition in account.attributes.all {
            let value = attribute(definition, of: product, in: account, call)
            if showsEmpty || !value.isEmptyValue { members[definition.label] = value }
        }
        return members
    }

    /// One attribute's value as it is read; null when there is none.
    static func attribute(
        _ definition: AttributeDefinition, of product: Product, in account: Account, _ call: Call
    ) -> JSONValue {
        switch definition.type {
        case .media, .mediaGallery: return media(definition, of: product, in: account, call)
        case .completeness: return completeness(definition, of: product)
        default: break
        }
        guard let value = product.values[definition.label] else { return .null }
        switch definition.type {
        case .date where call.version == .v1 && !call.has(.datesPlain):
            return .string((value.string ?? "") + "T00:00:00")
        case .int, .decimal: return call.has(.numbersAsText) ? .string(value.words) : value
        default: return value
        }
    }

    private static func media(
        _ definition: AttributeDefinition, of product: Product, in account: Account, _ call: Call
    ) -> JSONValue {
        var ids = product.media[definition.label] ?? []
        if call.has(.galleryOrderLost) { ids.sort() }
        if ids.isEmpty { return .null }
        if call.version == .v2 { return JSONValue(ids) }
        let assets = ids.compactMap { asset($0, in: account, call) }
        return definition.type == .media ? assets.first ?? .null : .array(assets)
    }

    /// The share of its parts that have a value, in per cent.
    private static func completeness(
        _ definition: AttributeDefinition, of product: Product
    ) -> JSONValue {
        guard !definition.parts.isEmpty else { return .null }
        let filled = definition.parts.count { part in
            switch part.label {
            case "sku": true
            case "label": product.label != nil
            case "gtin": product.gtin != nil
            case "thumbnail": product.thumbnailID != nil
            case "categories": !product.categoryIDs.isEmpty
            default: product.values[part.label] != nil || product.media[part.label] != nil
            }
        }
        let share = Double(filled) / Double(definition.parts.count)
        return JSONValue((share * 10_000).rounded() / 100)
    }
}
