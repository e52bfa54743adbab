import Catalog
import HTTPTypes
import JSON

@testable import PlytixSandbox

extension Quirk {
    /// Status and label of attributes of these names, one after the other.
    private static func attributes(
        _ names: [String], label: JSONValue = nil
    ) -> (Bench) -> String {
        { bench in
            names.map { name in
                let reply = bench.post(
                    "v1/attributes/product",
                    ["name": .string(name), "type_class": "TextAttribute", "label": label])
                return "\(reply.status) \(reply.first["label"].string ?? "-")"
            }.joined(separator: ", ")
        }
    }

    /// Statuses of making a relationship and a family twice.
    private static func twice(_ bench: Bench) -> String {
        ["v1/relationships", "v1/relationships", "v1/product_families", "v1/product_families"]
            .map { String(bench.post($0, ["name": "Same"]).status) }.joined(separator: " ")
    }

    var definitionProof: QuirkProof? {
        switch self {
        case .labelHonoured:
            QuirkProof("201 a_b", "201 own", Self.attributes(["A B"], label: "own"))
        case .duplicateAttributeConflict:
            QuirkProof("201 a, 422 -", "201 a, 409 -", Self.attributes(["A", "A"]))
        case .slugSuffixed:
            QuirkProof(
                "201 a_b, 422 -, 422 -", "201 a_b, 201 a_b_1, 201 a_b_2",
                Self.attributes(["A B", "A-B", "A.B"]))
        case .attributeCreatedOK: QuirkProof("201 a", "200 a", Self.attributes(["A"]))
        case .relationshipCreatedOK:
            QuirkProof("201", "200") { String($0.post("v1/relationships", ["name": "R"]).status) }
        case .duplicateDefinitionConflict:
            QuirkProof("201 422 201 422", "201 409 201 409", Self.twice)
        case .duplicateDefinitionAllowed:
            QuirkProof("201 422 201 422", "201 201 201 201", Self.twice)
        case .acceptedLate:
            QuirkProof("0 1 1", "0 0 1") { bench in
                let (family, attribute) = (bench.family("F"), bench.attribute("A"))
                bench.post(
                    "v1/product_families/\(family)/attributes/link",
                    ["attributes": [.string(attribute)]])
                return [0, 1, 4].map { seconds in
                    bench.wait(.seconds(seconds))
                    let path = "v1/product_families/\(family)/attributes"
                    bench.attribute("Other \(seconds)")
                    return String(bench.get(path).data.count)
                }.joined(separator: " ")
            }
        case .categoryCreated:
            QuirkProof("200", "201") { bench in
                String(bench.post("v1/categories/product", ["name": "C"]).status)
            }
        default: nil
        }
    }
}
