import Catalog
import HTTPTypes
import JSON

extension Products {
    /// `POST /products`: only the SKU is mandatory, unknown keys are ignored.
    static func create(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let product = try make(call.body, parentID: nil, call, in: &account)
        return created(product, call, in: account)
    }

    /// `POST /products/{id}/variants`: version 1 nests the product's body, version 2 does not.
    static func createVariant(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let parent = try Self.product(call, in: account)
        guard parent.parentID == nil else { throw Refusal(422, "A variant cannot have variants") }
        var body = call.body
        if call.version == .v1 {
            guard let variant = call.body["variant"]?.object else { throw .missing("variant") }
            body = variant
        }
        let variant = try make(body, parentID: parent.id, call, in: &account)
        account.products.change(parent.id, at: call.now) { $0.variantIDs.append(variant.id) }
        return created(variant, call, in: account)
    }

    private static func created(_ product: Product, _ call: Call, in account: Account) -> Answer {
        let location =
            "\(call.settings.baseURL)/api/\(call.version.rawValue)/products/\(product.id)"
        var data = call.version == .v1 ? full(product, in: account, call) : short(product, account)
        if call.version == .v1, call.has(.skuAnsweredWithBlank) {
            data["sku"] = .string(" " + product.sku)
        }
        return .data(201, [data], headers: [.location: location])
    }

    private static func make(
        _ body: JSONObject, parentID: String?, _ call: Call, in account: inout Account
    ) throws(Refusal) -> Product {
        guard let sku = body["sku"], !sku.isNull else {
            throw Refusal(
                422, "product data validation failed",
                [Refusal.entry("sku", "Missing data for required field.")])
        }
        var product = Product(
            id: account.identifiers.next(), sku: sku.string ?? "", created: call.now,
            modified: call.now)
        product.parentID = parentID
        product.familyID = parentID.flatMap { account.products[$0]?.familyID }
        var change = ProductChange(to: product, isNew: true, call)
        try change.apply(body, in: account)
        let isPlain = parentID == nil
        try checkUnique(
            change.product, status: isPlain && call.has(.duplicateSKUUnprocessable) ? 422 : 409,
            call, in: account)
        change.addOptions(to: &account)
        account.products.insert(change.product, at: call.now)
        return change.product
    }

    /// The 409 of a duplicate SKU; `POST /products` may give 422 instead
    /// (`plytix-unknowns.md`, 10).
    static func checkUnique(
        _ product: Product, status: Int, _ call: Call, in account: Account
    ) throws(Refusal) {
        let others = account.products.withKey(product.sku).filter { other in
            other.id != product.id && (call.has(.skuIgnoresCase) || other.sku == product.sku)
        }
        guard others.isEmpty else {
            throw Refusal(
                status, "product data validation failed",
                [Refusal.entry("sku", "A product with the same SKU already exists")])
        }
    }
}
