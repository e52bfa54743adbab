package import Events
package import PlytixAPI
import JSON

extension LiveObserved {
    /// A whole product, as a version 1 answer shows it.
    ///
    /// - `sku`: the SKU under which we know it.
    /// - `gallery`: the label of the gallery attribute that we keep.
    package init(_ product: PlytixProduct, sku: String, gallery: String) {
        self.init(
            id: product.id, sku: sku, fields: product.liveFields,
            family: LiveReference(id: product.familyID),
            gallery: (product.media[gallery] ?? []).map(LiveAsset.init),
            thumbnail: LiveThumbnail(asset: product.thumbnail.map(LiveAsset.init)),
            relations: product.relations.map(LiveRelation.init),
            looked: ["fields", "family", "gallery", "thumbnail", "relations"], gone: false)
    }
}

extension PlytixProduct {
    /// The fields that plans compare, in the order of their names.
    package var liveFields: [LiveField] {
        let own = [("label", label), ("status", status), ("gtin", gtin)].compactMap { name, value in
            value.map { LiveField(field: name, value: .string($0)) }
        }
        return own
            + attributes.keys.sorted().map {
                LiveField(field: "attributes.\($0)", value: attributes[$0])
            }
    }
}

extension LiveAsset {
    package init(_ asset: PlytixProduct.AssetReference) {
        self.init(id: asset.id, file: asset.fileName)
    }
}

extension LiveRelation {
    package init(_ relation: PlytixRelation) {
        self.init(
            relationID: relation.relationID, label: relation.label,
            targets: relation.targets.map(\.id))
    }
}
