package import JSON

/// A product to create.
package struct ProductDraft: Sendable, Hashable {
    package var sku: String
    package var label: String?
    /// `Draft`, `Completed` or `Archived`.
    package var status: String?
    package var gtin: String?
    /// Values by label; nulls are left out, since a create does not take them (`plytix-unknowns.md`
    /// 15).
    ///
    /// Media values come from `MediaValue`.
    package var attributes: JSONObject
    /// The id of the asset to show.
    package var thumbnail: String?
    /// The id of a family, which most accounts ignore here (`plytix-unknowns.md` 14): the answer
    /// tells whether this one does.
    package var familyID: String?

    package init(
        sku: String, label: String? = nil, status: String? = nil, gtin: String? = nil,
        attributes: JSONObject = JSONObject(), thumbnail: String? = nil,
        familyID: String? = nil
    ) {
        self.sku = sku
        self.label = label
        self.status = status
        self.gtin = gtin
        self.attributes = attributes
        self.thumbnail = thumbnail
        self.familyID = familyID
    }

    var json: JSONValue {
        var body = JSONObject([("sku", JSONValue(sku))])
        body["label"] = label.map { JSONValue($0) }
        body["status"] = status.map { JSONValue($0) }
        body["gtin"] = gtin.map { JSONValue($0) }
        let values = attributes.members.filter { !$0.value.isNull }
        if !values.isEmpty {
            body["attributes"] = .object(JSONObject(values.map { ($0.key, $0.value) }))
        }
        body["thumbnail"] = thumbnail.map { MediaValue.asset($0) }
        body["product_family_id"] = familyID.map { JSONValue($0) }
        return .object(body)
    }
}

/// How media attributes are written (`plytix-api.md` 7).
package enum MediaValue {
    /// The value of a media attribute.
    package static func asset(_ id: String) -> JSONValue { ["id": JSONValue(id)] }
    /// The value of a gallery, in order.
    package static func gallery(_ ids: [String]) -> JSONValue { .array(ids.map(asset)) }
}
