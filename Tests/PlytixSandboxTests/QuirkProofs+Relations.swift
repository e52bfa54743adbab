import Catalog
import HTTPTypes
import JSON

@testable import PlytixSandbox

extension Quirk {
    /// The status of linking two unknown products and a known one, how many the errors name, and
    /// how many are linked then.
    private static func unknown(_ bench: Bench) -> String {
        let (relation, id, known) = (
            bench.relationship("R"), bench.product("A"), bench.product("B")
        )
        let entries = ["x", known, "y"].map { id -> JSONValue in
            ["product_id": .string(id), "quantity": 1]
        }
        let reply = bench.post(
            "v1/products/\(id)/relationships/\(relation)",
            ["product_relationships": .array(entries)])
        let linked = bench.read(id)["relationships"][0]["related_products"].elements.count
        return "\(reply.status) \(reply.json["error"]["errors"].elements.count) \(linked)"
    }

    /// Statuses of undoing a link by an object and by a text.
    private static func unlinks(_ bench: Bench) -> String {
        let (relation, id) = (bench.relationship("R"), bench.product("A"))
        return [["product_id": .string(id)], .string(id)].map { (entry: JSONValue) in
            let path = "v1/products/\(id)/relationships/\(relation)/unlink"
            return String(bench.post(path, ["product_relationships": [entry]]).status)
        }.joined(separator: " ")
    }

    var relationProof: QuirkProof? {
        switch self {
        case .unknownRelatedFirstOnly: QuirkProof("409 2 0", "409 1 0", Self.unknown)
        case .unknownRelatedPartly: QuirkProof("409 2 0", "409 2 1", Self.unknown)
        case .quantityOptional:
            QuirkProof("422 422", "201 201") { bench in
                let (relation, id) = (bench.relationship("R"), bench.product("A"))
                let entries: [JSONValue] = [
                    ["product_id": .string(bench.product("B"))],
                    ["product_id": .string(bench.product("C")), "quantity": 0],
                ]
                return entries.map { entry in
                    let body: JSONValue = ["product_relationships": [entry]]
                    let path = "v1/products/\(id)/relationships/\(relation)"
                    return String(bench.post(path, body).status)
                }.joined(separator: " ")
            }
        case .unlinkTakesStrings: QuirkProof("204 422", "204 204", Self.unlinks)
        case .unlinkNeedsStrings: QuirkProof("204 422", "422 204", Self.unlinks)
        default: nil
        }
    }
}
