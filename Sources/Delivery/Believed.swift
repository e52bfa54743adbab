import Catalog
import JSON
import Projections

extension AccountState {
    /// What we believe to be where an effect writes, by effect key, as an intent keeps it: with it
    /// a later reader can tell whether the request was carried out.
    func believed(by effects: [Effect]) -> JSONObject {
        var believed = JSONObject()
        for effect in effects {
            if let value = value(at: effect) { believed[effect.key] = value }
        }
        return believed
    }

    /// Nil where nothing is.
    private func value(at effect: Effect) -> JSONValue? {
        switch effect {
        case .defineAttribute(let definition):
            return attributes[definition.label].map { .string($0.id) }
        case .extendOptions(let label, _): return attributes[label].map { JSONValue($0.options) }
        case .defineFamily(let name, _), .extendFamily(let name, _):
            return families[name].map { JSONValue($0.members) }
        case .defineRelation(let label, _): return relations[label].map { .string($0.id) }
        case .uploadAsset(let asset): return assets[asset.file].map { .string($0.id) }
        case .createProduct(let sku), .createVariant(let sku, _):
            return productID(sku).map { .string($0) }
        // The changes of the effect carry their old values.
        case .setFields: return nil
        case .assignFamily(let sku, _): return products[sku]?.family.value.map { .string($0) }
        case .setGallery(let sku, _, _, _), .linkAsset(let sku, _, _):
            return products[sku]?.gallery.value.map { JSONValue($0) }
        case .setThumbnail(let sku, _, _):
            return (products[sku]?.thumbnail.value ?? nil).map { .string($0) }
        case .link(let relation, let source, let targets),
            .unlink(let relation, let source, let targets):
            let there = linked(relation, from: source).intersection(targets)
            return there.isEmpty ? nil : JSONValue(there.sorted())
        }
    }
}
