import Catalog

extension Account {
    /// Deletes a product with its variants, and every relation to them.
    mutating func removeProduct(_ id: String, at now: Instant) {
        guard let product = products[id] else { return }
        if let parentID = product.parentID {
            products.change(parentID, at: now) { $0.variantIDs.removeAll { $0 == id } }
        }
        let gone = Set([id] + product.variantIDs)
        for id in [id] + product.variantIDs { products.remove(id, at: now) }
        let related = products.all.filter { product in
            product.relations.contains { $0.related.contains { gone.contains($0.productID) } }
        }
        for product in related {
            products.change(product.id, at: now) { product in
                for relation in product.relations {
                    product.setRelated(
                        relation.related.filter { !gone.contains($0.productID) },
                        by: relation.relationshipID)
                }
            }
        }
    }

    /// Deletes an asset and takes it out of every product.
    mutating func removeAsset(_ id: String, at now: Instant) {
        guard let asset = assets[id] else { return }
        assets.remove(id, at: now)
        if let url = asset.sourceURL { deletedAssets[url] = id }
        for product in products.all where product.allAssetIDs.contains(id) {
            products.change(product.id, at: now) { product in _ = product.removeAsset(id) }
        }
    }

    mutating func removeRelationship(_ id: String, at now: Instant) {
        relationships.remove(id, at: now)
        for product in products.all where !product.related(by: id).isEmpty {
            products.change(product.id, at: now) { $0.setRelated([], by: id) }
        }
    }
}
