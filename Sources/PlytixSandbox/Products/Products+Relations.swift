import Catalog
import JSON

extension Products {
    /// `POST /products/{id}/relationships/{relationship}` (`plytix-api.md`, section 11): version 1
    /// updates what is linked already and refuses unknown products, version 2 ignores both.
    static func linkProducts(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let (product, definition) = try ends(call, in: account)
        let entries = try entries(call)
        let unknown = entries.filter { account.products[$0.productID] == nil }.map(\.productID)
        let refusal = call.version == .v1 && !unknown.isEmpty ? unknownProducts(unknown, call) : nil
        if let refusal, !call.has(.unknownRelatedPartly) { throw refusal }
        let former = product.related(by: definition.id)
        var related = former
        for entry in entries where !unknown.contains(entry.productID) {
            put(entry, into: &related, updates: call.version == .v1, at: call.now)
        }
        guard related.count <= relatedMax else {
            throw .overLimit("product_relationships", "At most 300 related products", call)
        }
        store(related, of: product, definition, call, in: &account)
        if let refusal { throw refusal }
        let isUnchanged = related == former
        return .data(
            call.version == .v1 && !isUnchanged ? 201 : 200,
            [relation(related, definition, call)])
    }

    /// `POST /products/{id}/relationships/{relationship}/unlink`.
    static func unlinkProducts(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let (product, definition) = try ends(call, in: account)
        var gone: Set<String> = []
        for entry in try list(call) {
            let takesPlain = call.has(.unlinkTakesStrings) || call.has(.unlinkNeedsStrings)
            let plain = takesPlain ? entry.string : nil
            let inObject = call.has(.unlinkNeedsStrings) ? nil : entry["product_id"].string
            guard let id = inObject ?? plain else {
                throw .schema("product_relationships", ["_schema": ["Invalid input type."]])
            }
            gone.insert(id)
        }
        unlink(gone, of: product, definition, call, in: &account)
        return .empty(204)
    }

    /// `DELETE /products/{id}/relationships/{relationship}` of version 2: plain ids.
    static func unlinkProductsVersion2(
        _ call: Call, in account: inout Account
    ) throws(Refusal) -> Answer {
        let (product, definition) = try ends(call, in: account)
        unlink(
            Set(try list(call).compactMap(\.string)), of: product, definition, call, in: &account)
        return .empty(204)
    }

    /// `PATCH /products/{id}/relationships/{relationship}/product/{related}`.
    static func updateQuantity(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let (product, definition) = try ends(call, in: account)
        guard let quantity = call.body["quantity"] else { throw .missing("quantity") }
        guard let number = quantity.int, number > 0 else { throw badQuantity }
        var related = product.related(by: definition.id)
        guard let index = related.firstIndex(where: { $0.productID == call["related"] }) else {
            throw .notFound(call["related"], field: "product_id", "product is not related")
        }
        if related[index].quantity != number {
            related[index].quantity = number
            related[index].modified = call.now
        }
        store(related, of: product, definition, call, in: &account)
        return .data(200, [self.related(related[index], call)])
    }

    /// `PATCH /products/{id}/relationships/{relationship}` of version 2: unknown ones are ignored.
    static func updateQuantityVersion2(
        _ call: Call, in account: inout Account
    ) throws(Refusal) -> Answer {
        let (product, definition) = try ends(call, in: account)
        var related = product.related(by: definition.id)
        let linked = Set(related.map(\.productID))
        for entry in try entries(call) where linked.contains(entry.productID) {
            put(entry, into: &related, updates: true, at: call.now)
        }
        store(related, of: product, definition, call, in: &account)
        return .data(200, [relation(related, definition, call)])
    }

    // MARK: Steps

    private static let badQuantity = Refusal.schema("quantity", "Must be a positive integer.")

    private static func ends(
        _ call: Call, in account: Account
    ) throws(Refusal) -> (Product, RelationshipDefinition) {
        let product = try product(call, in: account)
        guard let definition = account.relationships[call["relationship"]] else {
            throw .notFound(call["relationship"], "relationship does not exist")
        }
        return (product, definition)
    }

    private static func list(_ call: Call) throws(Refusal) -> [JSONValue] {
        guard let list = call.body["product_relationships"] else {
            throw .missing("product_relationships")
        }
        guard let elements = list.array else {
            throw .schema("product_relationships", "Not a valid list.")
        }
        return elements
    }

    private static func entries(
        _ call: Call
    ) throws(Refusal) -> [(productID: String, quantity: Int)] {
        var entries: [(productID: String, quantity: Int)] = []
        for entry in try list(call) {
            guard entry.object != nil else {
                throw .schema("product_relationships", ["_schema": ["Invalid input type."]])
            }
            guard let id = entry["product_id"].string else { throw .missing("product_id") }
            let quantity = entry["quantity"]
            if quantity.isNull || quantity.int == 0, call.has(.quantityOptional) {
                entries.append((id, quantity.int ?? 1))
                continue
            }
            guard !quantity.isNull else { throw .missing("quantity") }
            guard let number = quantity.int, number > 0 else { throw badQuantity }
            entries.append((id, number))
        }
        return entries
    }

    private static func unknownProducts(_ ids: [String], _ call: Call) -> Refusal {
        let named = call.has(.unknownRelatedFirstOnly) ? Array(ids.prefix(1)) : ids
        return Refusal(
            409, "relationship data validation failed",
            named.map { id in
                [
                    "field": "product_id", "msg": "product does not exists", "value": .string(id),
                ]
            })
    }

    private static func put(
        _ entry: (productID: String, quantity: Int), into related: inout [Related], updates: Bool,
        at now: Instant
    ) {
        if let index = related.firstIndex(where: { $0.productID == entry.productID }) {
            guard updates, related[index].quantity != entry.quantity else { return }
            related[index].quantity = entry.quantity
            related[index].modified = now
        } else {
            related.append(
                Related(productID: entry.productID, quantity: entry.quantity, modified: now))
        }
    }

    private static func unlink(
        _ gone: Set<String>, of product: Product, _ definition: RelationshipDefinition,
        _ call: Call, in account: inout Account
    ) {
        let rest = product.related(by: definition.id).filter { !gone.contains($0.productID) }
        store(rest, of: product, definition, call, in: &account)
        guard definition.isSymmetrical else { return }
        for id in gone.sorted() where id != product.id {
            account.products.change(id, at: call.now) { other in
                let rest = other.related(by: definition.id).filter { $0.productID != product.id }
                other.setRelated(rest, by: definition.id)
            }
        }
    }

    /// Stores what a product is related to; a symmetrical relationship shows on both sides.
    private static func store(
        _ related: [Related], of product: Product, _ definition: RelationshipDefinition,
        _ call: Call, in account: inout Account
    ) {
        var next = product
        next.setRelated(related, by: definition.id)
        guard next != product else { return }
        next.modified = call.now
        account.products.replace(next, at: call.now)
        guard definition.isSymmetrical else { return }
        for entry in related where entry.productID != product.id {
            account.products.change(entry.productID, at: call.now) { other in
                var back = other.related(by: definition.id)
                put((product.id, entry.quantity), into: &back, updates: true, at: call.now)
                other.setRelated(back, by: definition.id)
            }
        }
    }
}
