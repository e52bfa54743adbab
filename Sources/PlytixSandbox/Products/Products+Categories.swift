import Catalog
import JSON

extension Products {
    /// `POST /products/{id}/categories` (`plytix-api.md`, section 12).
    static func linkCategory(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let product = try product(call, in: account)
        guard let id = call.body["id"]?.string else { throw .missing("id") }
        guard let category = account.productCategories[id] else {
            throw Refusal(
                422, "Unknown category \(id)", [Refusal.entry("category.id", "does not exist")])
        }
        guard !product.categoryIDs.contains(id) else {
            throw Refusal(
                409, "Category id \(id) is already linked to product",
                [Refusal.entry("category.id", "already linked")])
        }
        var next = product
        next.categoryIDs.append(id)
        _ = changed(next, from: product, call, in: &account)
        return .data(201, [self.category(id, category, in: account)])
    }

    static func getCategories(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let product = try product(call, in: account)
        return .data(200, categories(of: product, in: account))
    }

    static func getCategory(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let product = try product(call, in: account)
        let id = call["category"]
        guard product.categoryIDs.contains(id), let category = account.productCategories[id] else {
            throw unrelated(call)
        }
        return .data(200, [self.category(id, category, in: account)])
    }

    static func unlinkCategory(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let product = try product(call, in: account)
        var next = product
        next.categoryIDs.removeAll { $0 == call["category"] }
        guard next != product else { throw unrelated(call) }
        _ = changed(next, from: product, call, in: &account)
        return .empty(204)
    }

    /// The vendor names the field `asset.id` here.
    private static func unrelated(_ call: Call) -> Refusal {
        let text = "category_id \(call["category"]) is not related to product id \(call["product"])"
        return Refusal(404, text, [Refusal.entry("asset.id", .string(text))])
    }
}
