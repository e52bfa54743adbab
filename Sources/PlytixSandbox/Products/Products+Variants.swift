import Catalog
import JSON

extension Products {
    static func getVariants(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        guard let product = account.products[call["product"]] else {
            throw .notFound(call["product"], "does not exist")
        }
        let variants = product.variantIDs.compactMap { account.products[$0] }
        return .data(200, variants.map { full($0, in: account, call) })
    }

    /// `POST /products/{id}/variant/{variant}`: an existing single product becomes a variant.
    static func linkVariant(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let parent = try product(call, in: account)
        let variantID = call["variant"]
        guard let variant = account.products[variantID] else { throw .noProduct(variantID) }
        guard parent.parentID == nil, variant.level == 0, variantID != parent.id else {
            throw Refusal(422, "Only single products can become variants")
        }
        guard parent.familyID == variant.familyID else {
            throw Refusal(422, "Parent and variants must be assigned to the same family")
        }
        account.products.change(variantID, at: call.now) { variant in
            variant.parentID = parent.id
            variant.modified = call.now
        }
        var next = parent
        next.variantIDs.append(variantID)
        let answer = changed(next, from: parent, call, in: &account)
        return call.version == .v1 ? answer : .json(200, [:])
    }

    /// `DELETE /products/{id}/variant/{variant}`: the variant becomes a single product.
    static func unlinkVariant(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let parent = try product(call, in: account)
        let variantID = call["variant"]
        guard account.products[variantID] != nil else { throw .noProduct(variantID) }
        guard parent.variantIDs.contains(variantID) else {
            throw Refusal(
                422, "unlinking unrelated products",
                [Refusal.entry("variant", "this product is not variant of the parent product")])
        }
        account.products.change(variantID, at: call.now) { variant in
            variant.parentID = nil
            variant.modified = call.now
        }
        var next = parent
        next.variantIDs.removeAll { $0 == variantID }
        _ = changed(next, from: parent, call, in: &account)
        // The documents show no body in either version.
        return .empty(call.version == .v1 ? 200 : 204)
    }
}
