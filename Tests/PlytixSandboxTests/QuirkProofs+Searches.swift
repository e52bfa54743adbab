import Catalog
import HTTPTypes
import JSON

@testable import PlytixSandbox

extension Quirk {
    private static func skuIn(_ sku: String) -> (Bench) -> String {
        { bench in
            bench.product("A")
            let filter: JSONValue = ["field": "sku", "operator": "in", "value": [.string(sku)]]
            let reply = bench.post("v1/products/search", ["filters": [[filter]]])
            return "\(reply.status) \(reply.data.count)"
        }
    }

    /// The counts of a search that matches two of three, one on the page.
    private static func counts(_ bench: Bench) -> String {
        for sku in ["A1", "A2", "B"] { bench.product(sku) }
        let filter: JSONValue = ["field": "sku", "operator": "like", "value": "A"]
        let block = bench.post(
            "v1/products/search", ["filters": [[filter]], "pagination": ["page_size": 1]]
        ).json["pagination"]
        return "\(block["count"].text) of \(block["total_count"].text)"
    }

    var searchProof: QuirkProof? {
        switch self {
        case .filtersRequired:
            QuirkProof("200 200", "422 200") { bench in
                let without = bench.post("v1/assets/search", [:]).status
                return "\(without) \(bench.post("v1/assets/search", ["filters": []]).status)"
            }
        case .skuWithoutIn: QuirkProof("200 1", "422 0", Self.skuIn("A"))
        case .skuInIgnoresCase: QuirkProof("200 0", "200 1", Self.skuIn("a"))
        case .columnLimit50:
            QuirkProof("422 422", "200 422") { bench in
                for number in 0..<51 { bench.attribute("F\(number)") }
                return [50, 51].map { count in
                    let columns = JSONValue((0..<count).map { "attributes.f\($0)" })
                    return String(bench.post("v1/products/search", ["attributes": columns]).status)
                }.joined(separator: " ")
            }
        case .countIsPage: QuirkProof("2 of 3", "1 of 2", Self.counts)
        case .countsOmitted: QuirkProof("2 of 3", "null of null", Self.counts)
        case .countOmitted: QuirkProof("2 of 3", "null of 3", Self.counts)
        case .totalCountOmitted: QuirkProof("2 of 3", "2 of null", Self.counts)
        case .columnLimitCountsAll:
            QuirkProof("200 200 422", "200 422 422") { bench in
                for number in 0..<21 { bench.attribute("F\(number)") }
                return [18, 20, 21].map { count in
                    let columns = JSONValue((0..<count).map { "attributes.f\($0)" })
                    return String(bench.post("v1/products/search", ["attributes": columns]).status)
                }.joined(separator: " ")
            }
        case .searchesLate:
            QuirkProof("[A] [A]", "[] [A]") { bench in
                bench.product("A")
                let soon = bench.skus([])
                bench.wait(.seconds(5))
                return [soon, bench.skus([])].map { "[\($0.joined(separator: " "))]" }
                    .joined(separator: " ")
            }
        case .searchRelationshipLabel:
            QuirkProof("label", "relationship_label") { bench in
                let relation = bench.relationship("R")
                let id = bench.product("A")
                bench.post(
                    "v1/products/\(id)/relationships/\(relation)",
                    ["product_relationships": [["product_id": .string(id), "quantity": 1]]])
                let row = bench.post("v1/products/search", ["attributes": ["relationships.r"]])
                    .first
                let keys = row["relationships"][0].object?.keys ?? []
                return keys.filter { $0.hasSuffix("label") }.joined()
            }
        default: nil
        }
    }
}
