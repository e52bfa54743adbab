import Catalog
import JSON

/// A product while a body is applied to it: everything that is wrong is collected first.
struct ProductChange {
    var product: Product
    let isNew: Bool
    let call: Call
    private var errors: [JSONValue] = []
    /// Options that dropdowns get by being used, by id of the attribute.
    var newOptions: [(attributeID: String, option: String)] = []

    init(to product: Product, isNew: Bool, _ call: Call) {
        self.product = product
        self.isNew = isNew
        self.call = call
    }

    /// Applies a body; throws everything that is wrong in it at once, and the product is as it was.
    mutating func apply(_ body: JSONObject, in account: Account) throws(Refusal) {
        applyFields(body)
        if call.has(.familyInBodyHonoured) { applyFamily(body, account) }
        applyLinks(body, account)
        applyAttributes(body["attributes"], account)
        guard errors.isEmpty else { throw Refusal(422, "product data validation failed", errors) }
        guard product.allAssetIDs.count <= Products.assetsMax else {
            throw .overLimit("assets", "A product has at most 300 assets", call)
        }
    }

    func addOptions(to account: inout Account) {
        for (id, option) in newOptions {
            account.attributes.change(id, at: call.now) { $0.options.append(option) }
        }
    }

    mutating func refuse(_ field: String, _ message: JSONValue) {
        errors.append(Refusal.entry(field, message))
    }

    // MARK: System fields

    private mutating func applyFields(_ body: JSONObject) {
        if let sku = body["sku"] {
            let text = call.has(.skuTrimmed) ? sku.string?.trimmed : sku.string
            if let text, !text.isEmpty {
                product.sku = text
            } else {
                refuse("sku", "Not a valid string.")
            }
        }
        switch body["label"] {
        case nil: break
        case .null?: product.label = nil
        case .string(let text)?: product.label = text
        default: refuse("label", "Not a valid string.")
        }
        applyGTIN(body["gtin"])
        applyStatus(body["status"])
    }

    /// 8 to 14 digits; null is refused (`plytix-api.md`, section 6).
    private mutating func applyGTIN(_ value: JSONValue?) {
        guard let value else { return }
        guard !value.isNull else { return refuse("gtin", "Field may not be null.") }
        guard let text = value.string, (8...14).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return refuse("gtin", "Not a valid GTIN.") }
        product.gtin = text
    }

    private mutating func applyStatus(_ value: JSONValue?) {
        guard let value else { return }
        let known = Products.statuses.first { status in
            call.has(.statusExact)
                ? status == value.string : status.lowercased() == value.string?.lowercased()
        }
        guard let known else {
            return refuse(
                "status",
                "Value is not valid, valid values are [Draft, Completed, Archived]")
        }
        product.status = known
    }

    private mutating func applyFamily(_ body: JSONObject, _ account: Account) {
        guard let id = (body["product_family_id"] ?? body["product_family"])?.string else { return }
        guard account.families[id] != nil else {
            return refuse("product_family_id", "does not exist")
        }
        product.familyID = id
    }

    // MARK: Links

    private mutating func applyLinks(_ body: JSONObject, _ account: Account) {
        if let thumbnail = body["thumbnail"] {
            if thumbnail.isNull {
                product.thumbnailID = nil
            } else if let id = asset(thumbnail, "thumbnail", account) {
                product.thumbnailID = id
            }
        }
        if let assets = body["assets"] {
            if let ids = self.assets(assets, "assets", account) { product.assetIDs = ids }
        }
        guard let categories = body["categories"] else { return }
        guard let list = categories.array else {
            return refuse("categories", "Not a valid list.")
        }
        product.categoryIDs = []
        for category in list {
            guard let id = category["id"].string, account.productCategories[id] != nil else {
                refuse("categories", "does not exist")
                continue
            }
            if !product.categoryIDs.contains(id) { product.categoryIDs.append(id) }
        }
    }

    /// The id in `{"id": …}` of an asset that exists.
    mutating func asset(
        _ value: JSONValue, _ field: String, _ account: Account
    ) -> String? {
        guard value.object != nil else {
            refuse(field, ["_schema": ["Invalid input type."]])
            return nil
        }
        guard let id = value["id"].string, account.assets[id] != nil else {
            refuse(field, "asset does not exist")
            return nil
        }
        return id
    }

    mutating func assets(
        _ value: JSONValue, _ field: String, _ account: Account
    ) -> [String]? {
        guard let list = value.array else {
            refuse(field, "Not a valid list.")
            return nil
        }
        var ids: [String] = []
        for element in list {
            guard let id = asset(element, field, account) else { return nil }
            if !ids.contains(id) { ids.append(id) }
        }
        return ids
    }
}

extension String {
    /// Without the blanks around it.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
