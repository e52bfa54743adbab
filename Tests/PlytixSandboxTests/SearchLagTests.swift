import Catalog
import HTTPTypes
import JSON
import Testing

@testable import PlytixSandbox

@Suite struct `Searches that are three seconds behind` {
    private func bench() -> Bench { Bench { $0.searchLag = .seconds(3) } }
    private func rows(_ bench: Bench) -> [String] {
        bench.post("v1/products/search", ["attributes": ["label"]]).data.map { row in
            "\(row["sku"].string ?? "")=\(row["label"].string ?? "-")"
        }
    }

    @Test func `see what was created, changed and deleted later than everything else`() {
        let bench = bench()
        let a = bench.product("A", ["label": "1"])
        #expect(rows(bench) == [])
        #expect(bench.get("v1/products/\(a)").status == 200)
        #expect(bench.post("v1/products", ["sku": "A"]).status == 409)
        bench.wait(.seconds(2))
        bench.patch("v1/products/\(a)", ["label": "2"])
        #expect(rows(bench) == [])
        bench.wait(.seconds(1))
        #expect(rows(bench) == ["A=1"])
        bench.wait(.seconds(2))
        #expect(rows(bench) == ["A=2"])
        bench.delete("v1/products/\(a)")
        #expect(bench.get("v1/products/\(a)").status == 404)
        #expect(rows(bench) == ["A=2"])
        bench.wait(.seconds(3))
        #expect(rows(bench) == [])
    }

    @Test func `find nothing by SKU either`() {
        let bench = bench()
        bench.product("A")
        #expect(bench.skus([[["field": "sku", "operator": "eq", "value": "A"]]]) == [])
        bench.wait(.seconds(3))
        #expect(bench.skus([[["field": "sku", "operator": "eq", "value": "A"]]]) == ["A"])
    }

    @Test(
        arguments: [
            ("v1/assets", "url"), ("v1/attributes/product", "name"),
            ("v1/product_families", "name"), ("v1/relationships", "name"),
            ("v1/categories/product", "name"),
        ])
    func `are behind for every kind of thing`(_ path: String, _ key: String) {
        let bench = bench()
        let body: JSONValue = [
            key: .string(key == "url" ? "\(Bench.pictures)/a.jpg" : "Thing"),
            "type_class": "TextAttribute",
        ]
        #expect(bench.post(path, body).status < 300)
        let search = "\(path)/search"
        #expect(bench.post(search, [:]).json["pagination"]["total_count"] == 0)
        bench.wait(.seconds(3))
        #expect(bench.post(search, [:]).json["pagination"]["total_count"] == 1)
    }
}
