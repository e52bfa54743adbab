import Catalog
import JSON

/// Reading an item of the Catalog Items API (`amazon-catalog-items.md` 2.5).
///
/// Anything may be absent, null or of another type than the model says: a field is then nil, and
/// the item still stands. Words that Amazon may add to (classes, slots, types) stay as they are.
extension AmazonItem {
    init(raw json: JSONValue, key: ItemKey) {
        let marketplace = key.marketplace
        let summary = json.entry("summaries", marketplace)
        let attributes = ItemAttributes(json["attributes"], marketplace: marketplace)
        let variations = json.entry("relationships", marketplace)["relationships"].elements
            .filter { $0["type"].string == "VARIATION" }
        // The summary first; what it lacks may stand in the attributes (`todays-scripts.md` 1.1).
        self.init(
            key: key,
            title: summary["itemName"].plainText ?? attributes.text("item_name"),
            brand: summary["brand"].plainText ?? attributes.text("brand"),
            modelNumber: summary["modelNumber"].plainText ?? attributes.text("model_number"),
            partNumber: summary["partNumber"].plainText ?? attributes.text("part_number"),
            size: summary["size"].plainText ?? attributes.text("size"),
            color: summary["color"].plainText ?? attributes.text("color"),
            manufacturer: summary["manufacturer"].plainText ?? attributes.text("manufacturer"),
            productType: json.entry("productTypes", marketplace)["productType"].plainText,
            classification: summary["itemClassification"].plainText,
            identifiers: json.entry("identifiers", marketplace)["identifiers"].elements
                .compactMap(Identifier.init),
            parents: Self.asins(variations.flatMap { $0["parentAsins"].elements }, but: key.asin),
            children: Self.asins(variations.flatMap { $0["childAsins"].elements }, but: key.asin),
            variationTheme: variations.lazy.compactMap { $0["variationTheme"]["theme"].plainText }
                .first,
            pictures: json.entry("images", marketplace)["images"].elements
                .compactMap(ListedPicture.init))
    }

    /// The well-formed ones, each once; an item is not its own relative.
    static func asins(_ values: [JSONValue], but own: ASIN) -> [ASIN] {
        var seen: Set<ASIN> = [own]
        return values.compactMap { $0.string.flatMap(ASIN.init) }
            .filter { seen.insert($0).inserted }
    }
}

extension JSONValue {
    /// The entry of one marketplace in a data set, which is a list with one entry for each; one that
    /// names no marketplace counts where no other does.
    func entry(_ dataSet: String, _ marketplace: Marketplace) -> JSONValue {
        let entries = self[dataSet].elements
        return entries.first { $0["marketplaceId"].string == marketplace.id }
            ?? entries.first { $0.object != nil && $0["marketplaceId"].isNull } ?? .null
    }

    /// A text that is not empty; a number by its text, since both are sent for sizes and numbers.
    var plainText: String? {
        switch self {
        case .string(let text): text.isEmpty ? nil : text
        case .number(let number): number.text
        default: nil
        }
    }
}

extension AmazonItem.Identifier {
    /// Nil unless both type and value are there.
    init?(_ json: JSONValue) {
        guard let type = json["identifierType"].plainText,
            let value = json["identifier"].plainText
        else { return nil }
        self.init(type: type, value: value)
    }
}

extension ListedPicture {
    /// Nil without a slot or a link; sizes that are missing or absurd are 0.
    init?(_ json: JSONValue) {
        guard let slot = json["variant"].plainText, let url = json["link"].plainText
        else { return nil }
        self.init(
            slot: slot, url: url, width: Self.pixels(json["width"]),
            height: Self.pixels(json["height"]))
    }

    static func pixels(_ json: JSONValue) -> Int {
        guard let number = json.int, (0...1_000_000).contains(number) else { return 0 }
        return number
    }
}

/// The attributes of an item: for each name a list of values, tagged with their marketplace.
struct ItemAttributes {
    private let attributes: JSONValue
    private let marketplace: Marketplace

    init(_ attributes: JSONValue, marketplace: Marketplace) {
        self.attributes = attributes
        self.marketplace = marketplace
    }

    /// The first value of an attribute in the marketplace that is a text or a number.
    func text(_ name: String) -> String? {
        attributes[name].elements.lazy
            .filter { entry in
                let id = entry["marketplace_id"]
                return id.isNull || id.string == marketplace.id
            }
            .compactMap { $0["value"].plainText }.first
    }
}
