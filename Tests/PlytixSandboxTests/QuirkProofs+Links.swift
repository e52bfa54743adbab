import Catalog
import HTTPTypes
import JSON

@testable import PlytixSandbox

extension Quirk {
    private static func link(
        _ bench: Bench, _ product: String, _ asset: String, _ label: String
    ) -> Int {
        let body: JSONValue = ["id": .string(asset), "attribute_label": .string(label)]
        return bench.post("v1/products/\(product)/assets", body).status
    }

    /// Statuses of links of the same asset: gallery, gallery again, another gallery, thumbnail
    /// twice.
    private static func relinks(_ bench: Bench) -> String {
        bench.attribute("One", .mediaGallery)
        bench.attribute("Two", .mediaGallery)
        let (product, asset) = (bench.product("A"), bench.asset("a.jpg"))
        return ["one", "one", "two", "thumbnail", "thumbnail"]
            .map { String(link(bench, product, asset, $0)) }.joined(separator: " ")
    }

    /// The order of a gallery whose assets were linked by descending ids.
    private static func linked(_ bench: Bench) -> String {
        bench.attribute("Pictures", .mediaGallery)
        let product = bench.product("A")
        let assets = ["a.jpg", "b.jpg", "c.jpg", "d.jpg"].map { (bench.asset($0), $0) }
        for (id, _) in assets.sorted(by: { $0.0 > $1.0 }) {
            _ = link(bench, product, id, "pictures")
        }
        let sorted = assets.sorted { $0.0 < $1.0 }.map(\.1)
        let read = bench.gallery("pictures", of: product)
        return read == sorted ? "by id" : read == sorted.reversed() ? "as linked" : "otherwise"
    }

    private static func gallery(_ bench: Bench, creating: [String], patching: [String]? = nil)
        -> String
    {
        bench.attribute("Pictures", .mediaGallery)
        func value(_ names: [String]) -> JSONValue {
            ["attributes": ["pictures": .array(names.map { ["id": .string(bench.asset($0))] })]]
        }
        let product = bench.product("A", value(creating))
        if let patching { bench.patch("v1/products/\(product)", value(patching)) }
        return bench.gallery("pictures", of: product).joined(separator: " ")
    }

    var linkProof: QuirkProof? {
        switch self {
        case .relinkAccepted:
            QuirkProof("201 409 201 201 409", "201 201 201 201 201", Self.relinks)
        case .linkOncePerProduct:
            QuirkProof("201 409 201 201 409", "201 409 409 201 409", Self.relinks)
        case .linkLabelNotFound:
            QuirkProof("422", "404") { bench in
                String(Self.link(bench, bench.product("A"), bench.asset("a.jpg"), "none"))
            }
        case .linkLabelAssets:
            QuirkProof("422 0", "201 1") { bench in
                let product = bench.product("A")
                let status = Self.link(bench, product, bench.asset("a.jpg"), "assets")
                return "\(status) \(bench.read(product)["assets"].elements.count)"
            }
        // Linking prepends: the last linked, which has the lowest id, stands first.
        case .galleryLinkPrepends: QuirkProof("as linked", "by id", Self.linked)
        case .galleryOrderLost: QuirkProof("as linked", "by id", Self.linked)
        case .galleryPatchAppends:
            QuirkProof("b.jpg c.jpg", "a.jpg b.jpg c.jpg") { bench in
                Self.gallery(bench, creating: ["a.jpg"], patching: ["b.jpg", "c.jpg"])
            }
        case .galleryIgnoredOnCreate:
            QuirkProof("a.jpg", "") { Self.gallery($0, creating: ["a.jpg"]) }
        case .unlinkFirstOnly:
            QuirkProof("[] null", #"[] "a.jpg""#) { bench in
                bench.attribute("Pictures", .mediaGallery)
                let (product, asset) = (bench.product("A"), bench.asset("a.jpg"))
                for label in ["pictures", "thumbnail"] {
                    _ = Self.link(bench, product, asset, label)
                }
                bench.delete("v1/products/\(product)/assets/\(asset)")
                let left = bench.gallery("pictures", of: product)
                return "\(left) \(bench.read(product)["thumbnail"]["filename"].text)"
            }
        case .concurrentLinksLost:
            // Two at once, and one after the answer.
            QuirkProof("a.jpg b.jpg c.jpg", "b.jpg c.jpg") { bench in
                bench.attribute("Pictures", .mediaGallery)
                let product = bench.product("A")
                for (name, wait) in [("a.jpg", 1_000), ("b.jpg", 100), ("c.jpg", 200)] {
                    bench.wait(.milliseconds(wait))
                    _ = Self.link(bench, product, bench.asset(name), "pictures")
                }
                return bench.gallery("pictures", of: product).joined(separator: " ")
            }
        case .overLimitConflict:
            QuirkProof("422", "409") { bench in
                let assets = (0...300).map { JSONValue.string(bench.asset("\($0).jpg")) }
                let body: JSONValue = ["sku": "A", "assets": .array(assets.map { ["id": $0] })]
                return String(bench.post("v1/products", body).status)
            }
        default: nil
        }
    }
}
