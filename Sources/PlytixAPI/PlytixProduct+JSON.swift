package import JSON

/// Reading products of versions 1 (objects) and 2 (ids), from searches and from single answers
/// (`plytix-api.md` 6 and 7, `plytix-unknowns.md` 14 to 18).
extension PlytixProduct {
    /// Nil without an id.
    package init?(_ json: JSONValue) {
        guard let object = json.object, let id = json["id"].plainText else { return nil }
        let values = Self.values(of: object)
        var attributes: [String: JSONValue] = [:]
        var media: [String: [AssetReference]] = [:]
        for (label, value) in values {
            if let assets = AssetReference.media(value) {
                media[label] = assets
            } else if let value = Self.normalised(value) {
                attributes[label] = value
            }
        }
        self.init(
            id: id, sku: json["sku"].plainText ?? "", label: json["label"].plainText,
            status: json["status"].plainText, gtin: json["gtin"].plainText,
            modified: json["modified"].plainText, parentID: json["_parent_id"].plainText,
            familyID: json["product_family_id"].plainText, attributes: attributes, media: media,
            assets: json["assets"].elements.compactMap(AssetReference.init),
            thumbnail: AssetReference.single(json["thumbnail"]),
            relations: json["relationships"].elements.compactMap(PlytixRelation.init),
            shown: Set(object.keys))
    }

    /// The members of `attributes`, and columns that stand beside it under their full names.
    private static func values(of object: JSONObject) -> [(String, JSONValue)] {
        let prefix = "attributes."
        let nested = object["attributes"]?.object?.members.map { ($0.key, $0.value) } ?? []
        let flat = object.members.filter { $0.key.hasPrefix(prefix) }
            .map { (String($0.key.dropFirst(prefix.count)), $0.value) }
        return nested + flat
    }

    /// A value as it is compared: nil for an empty one; a date, which version 1 writes as midnight,
    /// as its day.
    private static func normalised(_ value: JSONValue) -> JSONValue? {
        switch value {
        case .null: nil
        case .array(let elements) where elements.isEmpty: nil
        case .string(let text): .string(day(text) ?? text)
        default: value
        }
    }

    /// The day of `2023-02-27T00:00:00`, whatever fraction of zeros or zone follows.
    private static func day(_ text: String) -> String? {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 10, parts[1].hasPrefix("00:00:00"),
            parts[0].utf8.enumerated().allSatisfy({ index, byte in
                index == 4 || index == 7 ? byte == 0x2D : (0x30...0x39).contains(byte)
            }),
            parts[1].dropFirst(8).allSatisfy({ "0.:+Z".contains($0) })
        else { return nil }
        return String(parts[0])
    }
}

extension PlytixProduct.AssetReference {
    /// An object with an id, or an id alone.
    init?(_ json: JSONValue) {
        if let id = json.string {
            guard PlytixID.isID(id) else { return nil }
            self.init(id: id)
        } else {
            guard let id = json["id"].plainText else { return nil }
            // A thumbnail's name was seen with the whole path before it.
            let name = json["filename"].plainText ?? json["name"].plainText
            self.init(id: id, fileName: name?.split(separator: "/").last.map(String.init))
        }
    }

    /// What a thumbnail holds: an object, an id, a list of one, or nothing.
    static func single(_ json: JSONValue) -> Self? { Self(json.array?.first ?? json) }

    /// The assets of a media attribute; nil for the value of any other one.
    ///
    /// A list of texts is media only if all are ids: a multiselect's options are none.
    static func media(_ json: JSONValue) -> [Self]? {
        switch json {
        case .object: return Self(json).map { [$0] }
        case .array(let elements):
            let assets = elements.compactMap { Self($0) }
            return !assets.isEmpty && assets.count == elements.count ? assets : nil
        default: return nil
        }
    }
}

extension PlytixRelation {
    /// Nil without the relation's id.
    ///
    /// The label is called differently in searches and elsewhere.
    init?(_ json: JSONValue) {
        guard let id = json["relationship_id"].plainText ?? json["id"].plainText else { return nil }
        self.init(
            relationID: id,
            label: json["relationship_label"].plainText ?? json["label"].plainText,
            targets: json["related_products"].elements.compactMap { target in
                let product =
                    target["product_id"].plainText
                    ?? target["related_product_id"].plainText
                return product.map { RelationTarget(id: $0, quantity: target["quantity"].int ?? 1) }
            })
    }
}
