package import Catalog
package import JSON

/// A product was read as it is in Plytix now.
///
/// Emitted when what we read differs from what is known, or settles a doubt. What is not named in
/// `looked` was not looked at, and the event says nothing of it.
package struct LiveObserved: Event, Hashable, Sendable {
    package static let kind = "LiveObserved"
    package static let version = 1

    /// The id of the product in this account.
    package var id: String
    /// The SKU of the product.
    package var sku: String
    /// The fields that were read.
    package var fields: [LiveField]
    /// The family of the product; nil when not looked at.
    package var family: LiveReference?
    /// Our gallery in its order; nil when not looked at.
    package var gallery: [LiveAsset]?
    /// The thumbnail; nil when not looked at.
    package var thumbnail: LiveThumbnail?
    /// The relations that start from the product; nil when not looked at.
    package var relations: [LiveRelation]?
    /// What was looked at, of `fields`, `family`, `gallery`, `thumbnail`, `relations`.
    package var looked: [String]
    /// Whether the product is no longer there.
    package var gone: Bool

    package init(
        id: String, sku: String, fields: [LiveField], family: LiveReference? = nil,
        gallery: [LiveAsset]? = nil, thumbnail: LiveThumbnail? = nil,
        relations: [LiveRelation]? = nil, looked: [String], gone: Bool
    ) {
        self.id = id
        self.sku = sku
        self.fields = fields
        self.family = family
        self.gallery = gallery
        self.thumbnail = thumbnail
        self.relations = relations
        self.looked = looked
        self.gone = gone
    }

    package var subjects: [SubjectReference] { [SubjectReference(.sku(sku))] }
}

extension LiveObserved {
    package init(from json: inout JSONReader) throws(JSONError) {
        var id: String?
        var sku: String?
        var fields: [LiveField]?
        var family: LiveReference?
        var gallery: [LiveAsset]?
        var thumbnail: LiveThumbnail?
        var relations: [LiveRelation]?
        var looked: [String]?
        var gone: Bool?
        try json.members { key, json throws(JSONError) in
            switch key {
            case "id": id = try json.read(key)
            case "sku": sku = try json.read(key)
            case "fields": fields = try json.read(key)
            case "family": family = try json.read(key)
            case "gallery": gallery = try json.read(key)
            case "thumbnail": thumbnail = try json.read(key)
            case "relations": relations = try json.read(key)
            case "looked": looked = try json.read(key)
            case "gone": gone = try json.read(key)
            default: try json.skip()
            }
        }
        self.init(
            id: try required(id, "id"), sku: try required(sku, "sku"),
            fields: try required(fields, "fields"), family: family, gallery: gallery,
            thumbnail: thumbnail, relations: relations, looked: try required(looked, "looked"),
            gone: try required(gone, "gone"))
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", id)
            json.member("sku", sku)
            json.member("fields", fields)
            json.member("family", optional: family)
            json.member("gallery", optional: gallery)
            json.member("thumbnail", optional: thumbnail)
            json.member("relations", optional: relations)
            json.member("looked", looked)
            json.member("gone", gone)
        }
    }
}
