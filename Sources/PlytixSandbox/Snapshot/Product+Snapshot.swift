import Catalog
import JSON

extension Product: Snapshotted {
    var snapshot: JSONValue {
        [
            "id": .string(id), "sku": .string(sku), "label": JSONValue(label),
            "gtin": JSONValue(gtin), "status": .string(status), "values": .sorted(values),
            "media": .sorted(media.mapValues { JSONValue($0) }),
            "family": JSONValue(familyID), "parent": JSONValue(parentID),
            "variants": JSONValue(variantIDs), "categories": JSONValue(categoryIDs),
            "assets": JSONValue(assetIDs), "thumbnail": JSONValue(thumbnailID),
            "relations": .array(relations.map(\.snapshot)), "created": created.snapshot,
            "modified": modified.snapshot,
        ]
    }

    init(snapshot: SnapshotReader) throws(JSONError) {
        self.init(
            id: try snapshot.string("id"), sku: try snapshot.string("sku"),
            label: snapshot.optional("label"), gtin: snapshot.optional("gtin"),
            status: try snapshot.string("status"), values: snapshot.dictionary("values"),
            media: snapshot.dictionary("media").mapValues { $0.elements.compactMap(\.string) },
            familyID: snapshot.optional("family"), parentID: snapshot.optional("parent"),
            variantIDs: snapshot.strings("variants"), categoryIDs: snapshot.strings("categories"),
            assetIDs: snapshot.strings("assets"), thumbnailID: snapshot.optional("thumbnail"),
            relations: try snapshot.list("relations", Relation.init(snapshot:)),
            created: try snapshot.instant("created"), modified: try snapshot.instant("modified"))
    }
}

extension Relation: Snapshotted {
    var snapshot: JSONValue {
        ["relationship": .string(relationshipID), "related": .array(related.map(\.snapshot))]
    }

    init(snapshot: SnapshotReader) throws(JSONError) {
        relationshipID = try snapshot.string("relationship")
        related = try snapshot.list("related", Related.init(snapshot:))
    }
}

extension Related: Snapshotted {
    var snapshot: JSONValue {
        [
            "product": .string(productID), "quantity": JSONValue(quantity),
            "modified": modified.snapshot,
        ]
    }

    init(snapshot: SnapshotReader) throws(JSONError) {
        productID = try snapshot.string("product")
        quantity = try snapshot.int("quantity")
        modified = try snapshot.instant("modified")
    }
}
