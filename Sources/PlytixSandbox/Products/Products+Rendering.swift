import Catalog
import JSON

extension Products {
    /// A whole product as version 1 shows it.
    static func full(
        _ product: Product, in account: Account, _ call: Call, showsEmpty: Bool = false
    ) -> JSONValue {
        var json: JSONValue = [
            "id": .string(product.id), "sku": .string(product.sku),
            "label": JSONValue(product.label), "gtin": JSONValue(product.gtin),
            "status": .string(product.status),
            "created": .string(product.created.withOffset),
            "modified": .string(product.modified.withOffset),
            "num_variations": JSONValue(product.variantIDs.count),
            "_parent_id": JSONValue(product.parentID),
            "product_type": .string(product.type), "product_level": JSONValue(product.level),
            "overwritten_attributes": [],
            "attributes": .object(
                attributes(of: product, in: account, call, showsEmpty: showsEmpty)),
            "categories": .array(categories(of: product, in: account)),
            "assets": .array(product.allAssetIDs.compactMap { asset($0, in: account, call) }),
            "thumbnail": product.thumbnailID.flatMap { asset($0, in: account, call) } ?? .null,
            "relationships": .array(relations(of: product, in: account, call)),
        ]
        if let familyID = product.familyID { json["product_family_id"] = .string(familyID) }
        return json
    }

    /// A whole product as version 2 shows it: ids instead of objects.
    static func lean(
        _ product: Product, in account: Account, _ call: Call, showsEmpty: Bool
    ) -> JSONValue {
        var json: JSONValue = [
            "id": .string(product.id), "sku": .string(product.sku),
            "account_id": .string(account.accountID),
            "status": .string(product.status),
            "created": .string(product.created.withoutOffset),
            "modified": .string(product.modified.withoutOffset),
            "created_user_audit": audit(account), "modified_user_audit": audit(account),
            "num_variations": JSONValue(product.variantIDs.count),
            "product_type": .string(product.type), "product_level": JSONValue(product.level),
            "mark_as_deleted": false, "overwritten_attributes": [], "static_list_ids": [],
            "attributes": .object(
                attributes(of: product, in: account, call, showsEmpty: showsEmpty)),
            "categories": JSONValue(product.categoryIDs),
            "assets": JSONValue(product.allAssetIDs),
            "thumbnail": JSONValue([product.thumbnailID].compactMap { $0 }),
            "relationships": .array(relations(of: product, in: account, call)),
        ]
        if let label = product.label { json["label"] = .string(label) }
        if let gtin = product.gtin { json["gtin"] = .string(gtin) }
        if let parentID = product.parentID { json["_parent_id"] = .string(parentID) }
        if let familyID = product.familyID { json["product_family_id"] = .string(familyID) }
        return json
    }

    /// What version 2 answers to a write.
    static func short(_ product: Product, _ account: Account) -> JSONValue {
        [
            "id": .string(product.id), "created": .string(product.created.withOffset),
            "modified": .string(product.modified.withOffset),
            "created_user_audit": audit(account), "modified_user_audit": audit(account),
        ]
    }

    /// Who did it: always the API key.
    static func audit(_ account: Account) -> JSONValue {
        [
            "type": "API", "user_email": "api", "user_id": .string(account.userID),
            "user_name": "api",
        ]
    }

    /// An asset as products show it.
    static func asset(_ id: String, in account: Account, _ call: Call) -> JSONValue? {
        guard let asset = account.assets[id] else { return nil }
        return [
            "id": .string(id), "filename": .string(asset.filename),
            "thumbnail": .string(Assets.url(of: asset, "thumb", account, call)),
            "url": .string(Assets.url(of: asset, "file", account, call)),
        ]
    }

    static func categories(of product: Product, in account: Account) -> [JSONValue] {
        product.categoryIDs.compactMap { id in
            account.productCategories[id].map { category(id, $0, in: account) }
        }
    }

    static func category(_ id: String, _ category: Category, in account: Account) -> JSONValue {
        [
            "id": .string(id), "name": .string(category.name),
            "path": JSONValue(account.productCategories.path(of: id)),
        ]
    }

    // MARK: Relations

    private static func relations(
        of product: Product, in account: Account, _ call: Call
    ) -> [JSONValue] {
        product.relations.compactMap { relation in
            account.relationships[relation.relationshipID].map {
                self.relation(relation.related, $0, call)
            }
        }
    }

    static func relation(
        _ related: [Related], _ definition: RelationshipDefinition, _ call: Call
    ) -> JSONValue {
        [
            "relationship_id": .string(definition.id),
            "relationship_label": .string(definition.label),
            "related_products": .array(related.map { self.related($0, call) }),
        ]
    }

    static func related(_ related: Related, _ call: Call) -> JSONValue {
        var json: JSONValue = [
            "product_id": .string(related.productID), "quantity": JSONValue(related.quantity),
        ]
        if call.version == .v1 { json["last_modified"] = .string(related.modified.withOffset) }
        return json
    }
}
