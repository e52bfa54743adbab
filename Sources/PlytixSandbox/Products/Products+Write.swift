import Catalog
import HTTP
import JSON

extension Products {
    /// `GET /products/{id}`.
    static func get(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let product = try product(call, in: account)
        let showsEmpty = call.target.values("all_attributes").last?.lowercased() == "true"
        return .data(
            200,
            [
                call.version == .v1
                    ? full(product, in: account, call, showsEmpty: showsEmpty)
                    : lean(product, in: account, call, showsEmpty: showsEmpty)
            ])
    }

    /// `PATCH /products/{id}`: what is not named stays, attributes are merged, null clears.
    static func update(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let product = try product(call, in: account)
        var change = ProductChange(to: product, isNew: false, call)
        try change.apply(call.body, in: account)
        try checkUnique(change.product, status: 409, call, in: account)
        change.addOptions(to: &account)
        return changed(change.product, from: product, call, in: &account)
    }

    /// `DELETE /products/{id}`: its variants go with it.
    static func delete(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let id = call["product"]
        guard account.products[id] != nil else {
            // This one endpoint has no blank before its message.
            throw Refusal(
                404, "No results found for \(id)", [Refusal.entry("id", "product does not exist")])
        }
        account.removeProduct(id, at: call.now)
        // Version 2's example is called 204 and stored as 200 with an empty object.
        return call.version == .v1 ? .empty(204) : .json(200, [:])
    }

    /// `POST /products/{id}/family`: variants follow; an empty id takes the family away.
    static func assignFamily(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let product = try familyTarget(call, in: account)
        guard product.parentID == nil else {
            throw Refusal(422, "Product families cannot be assigned to variants")
        }
        guard let value = call.body["product_family_id"] else {
            throw .missing("product_family_id")
        }
        guard value.isNull || value.string != nil else {
            throw .schema("product_family_id", "Not a valid string.")
        }
        let familyID = value.string.flatMap { $0.isEmpty ? nil : $0 }
        if let familyID, account.families[familyID] == nil {
            if call.has(.familyUnknownServerError) { throw .internalError }
            throw .notFound(familyID, field: "product_family_id", "product family does not exist")
        }
        var next = product
        next.familyID = familyID
        if call.has(.familyChangeLosesValues) { loseValues(of: &next, in: account) }
        for variantID in product.variantIDs {
            account.products.change(variantID, at: call.now) { $0.familyID = familyID }
        }
        return changed(next, from: product, call, in: &account)
    }

    private static func familyTarget(
        _ call: Call, in account: Account
    ) throws(Refusal) -> Product {
        if account.products[call["product"]] == nil, call.has(.familyUnknownServerError) {
            throw .internalError
        }
        return try product(call, in: account)
    }

    private static func loseValues(of product: inout Product, in account: Account) {
        guard let family = product.familyID.flatMap({ account.families[$0] }) else { return }
        let labels = Set(family.attributes.compactMap { account.attributes[$0.attributeID]?.label })
        product.values = product.values.filter { labels.contains($0.key) }
        product.media = product.media.filter { labels.contains($0.key) }
    }

    /// Stores a changed product and answers with it; one that did not change keeps its time.
    static func changed(
        _ next: Product, from former: Product, _ call: Call, in account: inout Account
    ) -> Answer {
        var next = next
        if next != former || call.has(.modifiedOnNoOp) {
            next.modified = call.now
            account.products.replace(next, at: call.now)
        }
        return .data(
            200, [call.version == .v1 ? full(next, in: account, call) : short(next, account)])
    }
}
