import HTTPTypes
import JSON

/// `GET /filters/…`: which fields searches take, with which operators.
enum Filters {
    static let routes: [Route] = [
        Route(.get, .v1, "filters/product", "getProductFilters", .read, product),
        Route(.get, .v1, "filters/asset", "getAssetFilters", .read, asset),
        Route(.get, .v1, "filters/relationships", "getRelationshipFilters", .read, relationship),
    ]

    static func product(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let account = account
        let custom = account.attributes.all.map { "attributes.\($0.label)" }
        func listed(_ keys: [String]) -> [JSONValue] {
            keys.compactMap { key in
                // The list shows no `in` for SKUs though it works (`plytix-unknowns.md`, 11).
                Products.field(key, in: account, call)?
                    .listed(without: key == "sku" ? [.in, .notIn] : [])
            }
        }
        return .data(
            200,
            [
                [
                    "attributes": .array(listed(custom + Products.systemFields)),
                    "properties": .array(listed(Products.properties)),
                ]
            ])
    }

    static func asset(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let account = account
        let listed = Assets.fieldKeys.compactMap {
            Assets.field($0, uses: [:], in: account)?.listed()
        }
        return .data(200, [["attributes": .array(listed)]])
    }

    static func relationship(_ call: Call, in account: inout Account) throws(Refusal) -> Answer {
        let listed = Relationships.fieldKeys.compactMap {
            Relationships.field($0)?.listed(without: Relationships.unlisted)
        }
        return .data(200, [["attributes": .array(listed)]])
    }
}
