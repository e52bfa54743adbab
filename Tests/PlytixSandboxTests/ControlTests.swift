import Catalog
import HTTPTypes
import JSON
import SandboxWorld
import Testing

@testable import PlytixSandbox

@Suite struct `The state of an account` {
    private func bench() -> Bench {
        let bench = Bench(
            canonicals: [
                World.Canonical(sku: "M-1", label: "One", gtin: "0012345678905", parentSKU: "M"),
                World.Canonical(
                    sku: "M", label: "M",
                    attributes: JSONObject([("material", "Leather"), ("tags", ["a"]), ("n", 2)])),
            ],
            uploaded: [
                .init(filename: "old.jpg", url: "\(Bench.pictures)/a.jpg", bytes: [1, 2, 3])
            ])
        bench.attribute("Pictures", .mediaGallery)
        bench.attribute("Hero", .media)
        let family = bench.family("Amazon", [bench.attribute("Name")])
        let relation = bench.relationship("Amazon Listings")
        let (b, c) = (bench.asset("b.jpg"), bench.asset("c.jpg"))
        let id = bench.product(
            "Z",
            [
                "label": "Z", "thumbnail": ["id": .string(c)],
                "attributes": [
                    "name": "n", "hero": ["id": .string(b)],
                    "pictures": [["id": .string(c)], ["id": .string(b)]],
                ],
            ])
        bench.post("v1/products/\(id)/family", ["product_family_id": .string(family)])
        let canonical = bench.post("v1/products/search", [:]).data[0]["id"]
        bench.post(
            "v1/products/\(canonical.string ?? "")/relationships/\(relation)",
            ["product_relationships": [["product_id": .string(id), "quantity": 1]]])
        return bench
    }

    @Test func `shows everything by SKU, label and file name in a fixed order`() {
        let state = bench().state()
        #expect(
            state.withoutIDs["products"] == [
                [
                    "sku": "M", "label": "M", "gtin": nil, "status": "Completed",
                    "type": "PARENT", "parent": nil, "family": nil,
                    "attributes": ["material": "Leather", "n": 2, "tags": ["a"]], "gallery": [:],
                    "thumbnail": nil, "assets": [], "categories": [], "relations": [:],
                ],
                [
                    "sku": "M-1", "label": "One", "gtin": "0012345678905", "status": "Completed",
                    "type": "VARIANT", "parent": "M", "family": nil, "attributes": [:],
                    "gallery": [:], "thumbnail": nil, "assets": [], "categories": [],
                    "relations": ["amazon_listings": [["sku": "Z", "quantity": 1]]],
                ],
                [
                    "sku": "Z", "label": "Z", "gtin": nil, "status": "Draft", "type": "SINGLE",
                    "parent": nil, "family": "Amazon",
                    "attributes": ["hero": "b.jpg", "name": "n"],
                    "gallery": ["pictures": ["c.jpg", "b.jpg"]], "thumbnail": "c.jpg",
                    "assets": [], "categories": [], "relations": [:],
                ],
            ])
        #expect(state["assets"].elements.map { $0["filename"] } == ["b.jpg", "c.jpg", "old.jpg"])
        #expect(
            state["attributes"].elements.map { $0["label"] }
                == ["hero", "material", "n", "name", "pictures", "tags"])
        #expect(
            state.withoutIDs["families"] == [
                ["name": "Amazon", "attributes": [["label": "name", "level": "no_level"]]]
            ])
        #expect(state["relationships"][0]["label"] == "amazon_listings")
    }

    @Test func `has ids under one key, and no times`() {
        let text = bench().state().withoutIDs.text
        #expect(!text.contains("2026-"))
        #expect(!text.contains(/"[0-9a-f]{24}"/))
    }

    @Test func `counts what was accepted as done`() {
        let bench = Bench()
        let family = bench.family("F")
        let attribute = bench.attribute("One")
        bench.post(
            "v1/product_families/\(family)/attributes/link", ["attributes": [.string(attribute)]])
        #expect(bench.state()["families"][0]["attributes"][0]["label"] == "one")
    }

    @Test func `is the same for the same requests`() {
        #expect(bench().state().text == bench().state().text)
    }

    @Test func `is nothing for an unknown alias`() {
        #expect(Bench().sandbox.state(of: "none") == nil)
        #expect(Bench().sandbox.aliases == ["default", "fresh"])
        #expect(Bench().sandbox.state(of: "fresh")?["products"] == [])
    }

    @Test func `is empty after a reset, and the account the same`() {
        let bench = bench()
        let account = bench.state()["account"]
        #expect(bench.sandbox.reset("default"))
        #expect(!bench.sandbox.reset("none"))
        #expect(bench.state()["account"] == account)
        #expect(bench.state()["products"] == [])
        #expect(bench.state()["attributes"] == [])
        #expect(bench.post("v1/products", ["sku": "A"]).status == 201)
    }

    @Test func `comes back from a snapshot, ids and files included`() throws {
        let bench = bench()
        bench.post("v1/categories/product", ["name": "Boots"])
        bench.post("v1/attribute-groups/product", ["name": "G", "attribute_labels": ["name"]])
        let snapshot = try JSONValue(parsing: bench.sandbox.snapshot().text)
        let later = Bench()
        try later.sandbox.restore(snapshot)
        #expect(later.state() == bench.state())
        #expect(later.sandbox.snapshot() == snapshot)
        let id = bench.state()["assets"][2]["id"].string ?? ""
        #expect(later.get("v1/assets/\(id)").first["file_size"] == 3)
        #expect(later.product("New") == bench.product("New"))
        #expect(later.post("v1/products", ["sku": "M"]).status == 409)
    }

    @Test func `stays when a snapshot is none`() {
        let bench = bench()
        let before = bench.state()
        let bad: JSONValue = ["accounts": [["alias": "fresh"], ["alias": "default"]]]
        #expect(throws: JSONError.self) { try bench.sandbox.restore(bad) }
        #expect(bench.state() == before)
    }
}

@Suite struct `Requests` {
    @Test func `are counted by target, operation and status, and writes apart`() {
        let bench = Bench()
        bench.product("A")
        bench.post("v1/products", ["sku": "A"])
        bench.post("v1/products/search", [:])
        bench.get("v1/filters/product")
        bench.get("v1/nothing")
        bench.wait(.seconds(900))
        bench.post("v2/products", ["sku": "B"])
        let lines = bench.sandbox.requestCounts().map { count in
            "\(count.target ?? "-") \(count.operation) \(count.status) ×\(count.count)"
                + (count.isWrite ? " write" : "")
        }
        #expect(
            lines == [
                "- createProduct 401 ×1 write", "- getToken 200 ×1",
                "default createProduct 201 ×1 write", "default createProduct 409 ×1 write",
                "default getProductFilters 200 ×1", "default searchProducts 200 ×1",
                "default unknown 404 ×1",
            ])
        #expect(bench.sandbox.writeCount(of: "default") == 2)
        bench.sandbox.forgetRequestCounts()
        #expect(bench.sandbox.requestCounts() == [])
    }

    @Test func `are writes unless they are GET, search or token`() {
        for route in Router.routes {
            #expect(route.isWrite == !(route.method == .get || route.pattern.last == "search"))
        }
    }
}

@Suite struct `What a person does by hand` {
    @Test func `changes the account past the API`() {
        let bench = Bench()
        bench.attribute("One")
        bench.attribute("Pictures", .mediaGallery)
        bench.relationship("R")
        bench.family("F")
        bench.product("A", ["attributes": ["one": "1"]])
        bench.product("B")
        bench.asset("a.jpg")
        bench.wait(.seconds(60))
        let done = bench.sandbox.byHand(in: "default", at: bench.now) { editor in
            editor.uploadAsset("b.jpg", bytes: [1])
            return [
                editor.setAttribute("one", to: "2", of: "A"), editor.setLabel("L", of: "A"),
                editor.setGTIN("12345678", of: "A"), editor.setStatus("Archived", of: "A"),
                editor.setFamily("F", of: "A"), editor.renameAsset("a.jpg", to: "c.jpg"),
                editor.setGallery("pictures", to: ["b.jpg", "c.jpg"], of: "A"),
                editor.setThumbnail("c.jpg", of: "A"),
                editor.link("A", to: "B", by: "r", quantity: 2),
                editor.addProduct("C"), editor.renameProduct("C", to: "D"),
            ]
        }
        #expect(done == Array(repeating: true, count: 11))
        let product = bench.state().withoutIDs["products"][0]
        #expect(
            product == [
                "sku": "A", "label": "L", "gtin": "12345678", "status": "Archived",
                "type": "SINGLE", "parent": nil, "family": "F", "attributes": ["one": "2"],
                "gallery": ["pictures": ["b.jpg", "c.jpg"]], "thumbnail": "c.jpg", "assets": [],
                "categories": [], "relations": ["r": [["sku": "B", "quantity": 2]]],
            ])
        let id = bench.state()["products"][0]["id"].string ?? ""
        #expect(bench.read(id)["modified"] == "2026-03-01T21:21:00.000000+00:00")
        #expect(bench.state()["products"].elements.map { $0["sku"] } == ["A", "B", "D"])
    }

    @Test func `can take things away`() {
        let bench = Bench()
        bench.attribute("One")
        let relation = bench.relationship("R")
        let (a, b) = (bench.product("A", ["attributes": ["one": "1"]]), bench.product("B"))
        bench.post(
            "v1/products/\(a)/relationships/\(relation)",
            ["product_relationships": [["product_id": .string(b), "quantity": 1]]])
        bench.asset("a.jpg")
        let done = bench.sandbox.byHand(in: "default", at: bench.now) { editor in
            [
                editor.unlink("A", from: "B", by: "r"), editor.deleteProduct("B"),
                editor.deleteAsset("a.jpg"), editor.deleteAttribute("one"),
                editor.deleteProduct("none"), editor.deleteAsset("none"),
                editor.setThumbnail("none", of: "A"), editor.setFamily("none", of: "A"),
            ]
        }
        #expect(done == [true, true, true, true, false, false, false, false])
        #expect(bench.get("v1/products/\(b)").status == 404)
        #expect(bench.read(a)["attributes"] == [:])
        #expect(bench.state()["assets"] == [])
        #expect(bench.sandbox.byHand(in: "none", at: bench.now) { _ in true } == nil)
    }
}

extension JSONValue {
    /// The value without any member called `id`.
    fileprivate var withoutIDs: JSONValue {
        switch self {
        case .array(let elements): .array(elements.map(\.withoutIDs))
        case .object(let object):
            .object(
                JSONObject(
                    object.members.filter { $0.key != "id" }.map { ($0.key, $0.value.withoutIDs) }))
        default: self
        }
    }
}
