import Catalog
import JSON

extension Account {
    /// The whole account for people and for comparing.
    ///
    /// Everything stands by SKU, label and file name, in a fixed order. Ids stand under `id` only, so that a comparer can drop them; times are left
    /// out. What was accepted and is not done yet counts as done.
    func state() -> JSONValue {
        var settled = self
        if let last = deferred.last { settled.catchUp(at: last.due) }
        return settled.settledState()
    }

    private func settledState() -> JSONValue {
        [
            "account": ["id": .string(accountID), "alias": .string(configuration.alias)],
            "products": .array(
                products.all.sorted { $0.sku < $1.sku }.map(productState)),
            "assets": .array(
                assets.all.sorted { ($0.filename, $0.id) < ($1.filename, $1.id) }.map(assetState)),
            "attributes": .array(
                attributes.all.sorted { $0.label < $1.label }.map(attributeState)),
            "attribute_groups": .array(groups.all.sorted { $0.name < $1.name }.map(groupState)),
            "families": .array(families.all.sorted { $0.name < $1.name }.map(familyState)),
            "relationships": .array(
                relationships.all.sorted { $0.label < $1.label }.map(relationshipState)),
            "product_categories": .array(categoryState(productCategories)),
            "file_categories": .array(categoryState(fileCategories)),
        ]
    }

    private func productState(_ product: Product) -> JSONValue {
        var values = JSONObject()
        var galleries = JSONObject()
        for label in (Array(product.values.keys) + product.media.keys).sorted() {
            if let value = product.values[label] {
                values[label] = value
            } else if attribute(labelled: label)?.type == .media {
                values[label] = filename(product.media[label]?.first)
            } else {
                galleries[label] = .array((product.media[label] ?? []).map(filename))
            }
        }
        var relations = JSONObject()
        let labelled = product.relations.compactMap { relation in
            relationships[relation.relationshipID].map { ($0.label, relation.related) }
        }
        for (label, related) in labelled.sorted(by: { $0.0 < $1.0 }) {
            let links = related.compactMap { entry in
                products[entry.productID].map { (sku: $0.sku, quantity: entry.quantity) }
            }
            relations[label] = .array(
                links.sorted { $0.sku < $1.sku }.map {
                    ["sku": .string($0.sku), "quantity": JSONValue($0.quantity)]
                })
        }
        return [
            "id": .string(product.id), "sku": .string(product.sku),
            "label": JSONValue(product.label), "gtin": JSONValue(product.gtin),
            "status": .string(product.status), "type": .string(product.type),
            "parent": JSONValue(product.parentID.flatMap { products[$0]?.sku }),
            "family": JSONValue(product.familyID.flatMap { families[$0]?.name }),
            "attributes": .object(values), "gallery": .object(galleries),
            "thumbnail": filename(product.thumbnailID),
            "assets": .array(product.assetIDs.map(filename)),
            "categories": .array(
                product.categoryIDs.map { JSONValue(productCategories.path(of: $0)) }),
            "relations": .object(relations),
        ]
    }

    private func filename(_ assetID: String?) -> JSONValue {
        JSONValue(assetID.flatMap { assets[$0]?.filename })
    }

    private func assetState(_ asset: Asset) -> JSONValue {
        [
            "id": .string(asset.id), "filename": .string(asset.filename),
            "content_type": .string(asset.contentType), "file_size": JSONValue(asset.bytes.count),
            "categories": .array(asset.categoryIDs.map { JSONValue(fileCategories.path(of: $0)) }),
        ]
    }

    private func attributeState(_ definition: AttributeDefinition) -> JSONValue {
        [
            "id": .string(definition.id), "label": .string(definition.label),
            "name": .string(definition.name), "type": .string(definition.type.rawValue),
            "options": JSONValue(definition.shownOptions),
            "parts": JSONValue(definition.parts.map(\.label)),
        ]
    }

    private func groupState(_ group: AttributeGroup) -> JSONValue {
        [
            "id": .string(group.id), "name": .string(group.name),
            "attributes": JSONValue(group.attributeLabels.sorted()),
        ]
    }

    private func familyState(_ family: Family) -> JSONValue {
        let members = family.attributes.compactMap { membership in
            attributes[membership.attributeID].map { ($0.label, membership.level) }
        }
        return [
            "id": .string(family.id), "name": .string(family.name),
            "attributes": .array(
                members.sorted { $0.0 < $1.0 }.map {
                    ["label": .string($0.0), "level": .string($0.1)]
                }),
        ]
    }

    private func relationshipState(_ definition: RelationshipDefinition) -> JSONValue {
        [
            "id": .string(definition.id), "label": .string(definition.label),
            "name": .string(definition.name), "symmetrical": .bool(definition.isSymmetrical),
        ]
    }

    private func categoryState(_ store: Store<Category>) -> [JSONValue] {
        store.all.map { (path: store.path(of: $0.id), id: $0.id) }
            .sorted { $0.path.lexicographicallyPrecedes($1.path) }
            .map { ["id": .string($0.id), "path": JSONValue($0.path)] }
    }
}
