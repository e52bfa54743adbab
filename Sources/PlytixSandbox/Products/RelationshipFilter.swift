import JSON

/// The `relationship_filters` of a product search: one relationship, any of the groups.
struct RelationshipFilter: Sendable {
    private let groups: [[Condition]]

    private struct Condition: Sendable {
        let relationshipID: String
        let isPresent: Bool
        let products: [Quantity]
    }

    private struct Quantity: Sendable {
        let productID: String
        let operation: Operator
        let value: [Int]
    }

    /// Nil when the search has none.
    init?(_ call: Call, in account: Account) throws(Refusal) {
        guard let list = call.body["relationship_filters"]?.array, !list.isEmpty else { return nil }
        var groups: [[Condition]] = []
        for group in list {
            guard let elements = group.array else { throw Self.undecodable }
            var conditions: [Condition] = []
            for element in elements { conditions.append(try Self.condition(element, in: account)) }
            if !conditions.isEmpty { groups.append(conditions) }
        }
        guard !groups.isEmpty else { return nil }
        guard Set(groups.joined().map(\.relationshipID)).count == 1 else {
            throw .schema("relationship_filters", "Only one relationship can be used")
        }
        self.groups = groups
    }

    func passes(_ product: Product) -> Bool {
        groups.contains { $0.allSatisfy { condition in Self.holds(condition, product) } }
    }

    private static var undecodable: Refusal {
        .schema("relationship_filters", "Unable to decode filters properly")
    }

    private static func condition(
        _ value: JSONValue, in account: Account
    ) throws(Refusal) -> Condition {
        guard let id = value["relationship_id"].string, account.relationships[id] != nil,
            let operation = value["operator"].string, ["exists", "!exists"].contains(operation)
        else { throw undecodable }
        var products: [Quantity] = []
        for product in value["product_ids"].elements {
            guard let productID = product["id"].string,
                let name = product["qty_operator"].string, let quantity = Operator(rawValue: name)
            else { throw undecodable }
            let numbers = (product["value"].array ?? [product["value"]]).compactMap(\.int)
            products.append(Quantity(productID: productID, operation: quantity, value: numbers))
        }
        return Condition(relationshipID: id, isPresent: operation == "exists", products: products)
    }

    private static func holds(_ condition: Condition, _ product: Product) -> Bool {
        let related = product.related(by: condition.relationshipID)
        guard condition.isPresent else { return related.isEmpty }
        guard !related.isEmpty else { return false }
        return condition.products.allSatisfy { wanted in
            let found = related.first { $0.productID == wanted.productID }
            guard let found else { return wanted.operation == .notExists }
            return wanted.operation.holds(found.quantity, wanted.value)
        }
    }
}
