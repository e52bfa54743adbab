import Catalog
import HTTPTypes
import JSON

@testable import PlytixSandbox

extension Quirk {
    /// A product in a family with `one`, and `two` outside of it: the status of writing both, and
    /// what is read then.
    private static func outside(_ bench: Bench) -> String {
        let family = bench.family("F", [bench.attribute("One")])
        bench.attribute("Two")
        let id = bench.product("A")
        bench.post("v1/products/\(id)/family", ["product_family_id": .string(family)])
        let status = bench.patch("v1/products/\(id)", ["attributes": ["one": "1", "two": "2"]])
            .status
        return "\(status) \(bench.read(id)["attributes"].text)"
    }

    /// The status of writing an empty text over another, and what is read then.
    private static func emptyText(_ bench: Bench) -> String {
        bench.attribute("One")
        let id = bench.product("A", ["attributes": ["one": "1"]])
        let status = bench.patch("v1/products/\(id)", ["attributes": ["one": ""]]).status
        return "\(status) \(bench.read(id)["attributes"].text)"
    }

    private static func value(
        _ type: TypeClass, _ value: JSONValue, options: [String] = []
    ) -> (Bench) -> String {
        { bench in
            bench.attribute("One", type, options: options)
            let reply = bench.post("v1/products", ["sku": "A", "attributes": ["one": value]])
            return "\(reply.status) \(reply.first["attributes"].text)"
        }
    }

    var productProof: QuirkProof? {
        switch self {
        case .duplicateSKUUnprocessable:
            QuirkProof("409", "422") { bench in
                bench.product("A")
                return String(bench.post("v1/products", ["sku": "A"]).status)
            }
        case .skuIgnoresCase:
            QuirkProof("201", "409") { bench in
                bench.product("A")
                return String(bench.post("v1/products", ["sku": "a"]).status)
            }
        case .skuTrimmed:
            QuirkProof("201 [ A  B ]", "409 [A  B]") { bench in
                bench.product("A  B")
                let made = bench.post("v1/products", ["sku": " A  B "])
                let sku = bench.skus([]).last ?? ""
                return "\(made.status) [\(sku)]"
            }
        case .skuAnsweredWithBlank:
            QuirkProof("A A", " A A") { bench in
                let made = bench.post("v1/products", ["sku": "A"])
                return [made.first, bench.read(made.id)].map { $0["sku"].string ?? "" }
                    .joined(separator: " ")
            }
        case .valuesNeedFamily:
            QuirkProof(#"200 {"one":"1","two":"2"}"#, "422 {}", Self.outside)
        case .valuesOutsideFamilyIgnored:
            QuirkProof(#"200 {"one":"1","two":"2"}"#, #"200 {"one":"1"}"#, Self.outside)
        case .familyChangeLosesValues:
            QuirkProof(#"{"one":"1","two":"2"}"#, #"{"one":"1"}"#) { bench in
                let family = bench.family("F", [bench.attribute("One")])
                bench.attribute("Two")
                let id = bench.product("A", ["attributes": ["one": "1", "two": "2"]])
                bench.post("v1/products/\(id)/family", ["product_family_id": .string(family)])
                return bench.read(id)["attributes"].text
            }
        case .familyInBodyHonoured:
            QuirkProof("none none", "same same") { bench in
                let family = JSONValue.string(bench.family("F"))
                let a = bench.product("A", ["product_family_id": family])
                let b = bench.product("B")
                bench.patch("v1/products/\(b)", ["product_family_id": family])
                return [a, b].map {
                    bench.read($0)["product_family_id"] == family ? "same" : "none"
                }
                .joined(separator: " ")
            }
        case .familyUnknownServerError:
            QuirkProof("404 404", "500 500") { bench in
                let body: JSONValue = ["product_family_id": "x"]
                let family = bench.post("v1/products/\(bench.product("A"))/family", body).status
                return "\(family) \(bench.post("v1/products/x/family", body).status)"
            }
        case .nullOnCreateRefused: QuirkProof("201 {}", "422 null", Self.value(.text, nil))
        case .emptyTextRefused: QuirkProof(#"200 {"one":""}"#, #"422 {"one":"1"}"#, Self.emptyText)
        case .emptyTextClears: QuirkProof(#"200 {"one":""}"#, "200 {}", Self.emptyText)
        case .numbersAsText:
            QuirkProof(#"201 {"one":1.5}"#, #"201 {"one":"1.5"}"#, Self.value(.decimal, 1.5))
        case .datesPlain:
            QuirkProof(
                #"201 {"one":"2026-03-01T00:00:00"}"#, #"201 {"one":"2026-03-01"}"#,
                Self.value(.date, "2026-03-01"))
        case .statusExact:
            QuirkProof("201 201", "422 201") { bench in
                ["draft", "Draft"].map { status in
                    let body: JSONValue = ["sku": .string(status), "status": .string(status)]
                    return String(bench.post("v1/products", body).status)
                }.joined(separator: " ")
            }
        case .dropdownAddsOptions:
            QuirkProof(
                "422 null", #"201 {"one":"Teal"}"#, Self.value(.dropdown, "Teal", options: ["Red"]))
        case .modifiedOnNoOp:
            QuirkProof("same", "later") { bench in
                let id = bench.product("A", ["label": "x"])
                let before = bench.read(id)["modified"]
                bench.wait(.seconds(1))
                bench.patch("v1/products/\(id)", ["label": "x"])
                return bench.read(id)["modified"] == before ? "same" : "later"
            }
        default: nil
        }
    }
}
