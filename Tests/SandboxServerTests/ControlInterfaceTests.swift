import Catalog
import HTTP
import HTTPTypes
import JSON
import SandboxFaults
import SandboxServer
import SandboxWorld
import Testing

@Suite struct `The control interface` {
    @Test func `shows the whole account that is asked for`() throws {
        let visitor = Visitor(sandbox: try makeSandbox())
        #expect(try visitor.create("A-1", in: "fresh") == 201)
        let fresh = try visitor.get("/control/state?target=fresh").json()
        #expect(fresh["account"]["alias"] == "fresh")
        #expect(fresh["products"].elements.map { $0["sku"] } == ["A-1"])
        #expect(try visitor.get("/control/state").json()["account"]["alias"] == "default")
    }

    @Test func `counts every request by system, operation and status, and the writes`() throws {
        let visitor = Visitor(sandbox: try makeSandbox())
        #expect(try visitor.create("A-1") == 201)
        #expect(try visitor.create("A-1") == 409)
        _ = visitor.get("/images/I/none.jpg")
        _ = visitor.get("/catalog/2022-04-01/items")
        _ = visitor.post("/auth/o2/token", [:])
        let answer = try visitor.get("/control/requests").json()
        #expect(answer["requests"] == 7)
        #expect(answer["writes"] == 2)
        #expect(
            answer["systems"] == [
                "amazon": ["requests": 1, "writes": 0], "lwa": ["requests": 1, "writes": 0],
                "images": ["requests": 1, "writes": 0], "plytix": ["requests": 4, "writes": 2],
            ])
        let rows = answer["counts"].elements.map { row in
            "\(row["system"].string ?? "") \(row["target"].string ?? "-") "
                + "\(row["operation"].string ?? "") \(row["status"].int ?? 0) "
                + "\(row["write"].bool == true ? "write" : "read") \(row["count"].int ?? 0)"
        }
        #expect(
            rows == [
                "amazon - searchCatalogItems 403 read 1", "images - getPicture 404 read 1",
                "lwa - token 400 read 1", "plytix - getToken 200 read 2",
                "plytix default createProduct 201 write 1",
                "plytix default createProduct 409 write 1",
            ])
    }

    @Test func `counts what a fault kept from a system, and what it did otherwise`() throws {
        let rules = [
            FaultRule(
                FaultMatch(operation: "createProduct", occasion: .nth([1])), Fault(.dropBefore)),
            FaultRule(
                FaultMatch(operation: "createProduct", occasion: .nth([2])),
                Fault(.answer(status: 503, body: .empty, pause: .absent, isApplied: false))),
            FaultRule(
                FaultMatch(operation: "createProduct", occasion: .nth([3])), Fault(.dropAfter)),
        ]
        let visitor = Visitor(
            sandbox: try makeSandbox(Sandbox.Options(faults: FaultPlan(rules: rules))))
        let request = visitor.request(
            "/api/v1/products", ["sku": "A-1"], headers: try visitor.key())
        for _ in 1...3 {
            let fault = visitor.sandbox.decideFault(for: request)
            _ = visitor.sandbox.react(to: request, under: fault, at: opening)
        }
        let answer = try visitor.get("/control/requests").json()
        #expect(answer["requests"] == 4)
        #expect(answer["writes"] == 3)
        let creations = answer["counts"].elements.filter { $0["operation"] == "createProduct" }
        #expect(creations.map { $0["status"] } == [201, 503, nil])
        #expect(
            answer["faults"].elements.map { $0["fault"] }
                == ["answered 503", "dropped after", "dropped before"])
    }

    @Test func `takes a fault plan and shows how far it has come`() throws {
        let visitor = Visitor(sandbox: try makeSandbox())
        let plan: JSONValue = [
            "seed": 5,
            "faults": [["match": ["system": "images", "nth": 2], "fault": ["drop": "before"]]],
        ]
        #expect(visitor.post("/control/faults", plan).status == 200)
        let picture = Request(.get, base + "/images/I/a.jpg")
        #expect(visitor.sandbox.decideFault(for: picture) == nil)
        #expect(visitor.sandbox.decideFault(for: picture) == Fault(.dropBefore))
        let shown = try visitor.get("/control/faults").json()
        #expect(shown["faults"] == plan["faults"])
        #expect(shown["covered"] == [2])
        #expect(shown["hit"] == [1])
        #expect(visitor.post("/control/faults", ["faults": []]).status == 200)
        #expect(visitor.sandbox.decideFault(for: picture) == nil)
    }

    @Test func `keeps the plan in force when the new one is wrong, and says what is`() throws {
        let visitor = Visitor(sandbox: try makeSandbox())
        _ = visitor.post("/control/faults", ["faults": [["fault": ["drop": "before"]]]])
        let answer = visitor.post("/control/faults", ["faults": [["fault": ["drop": 1]]]])
        #expect(answer.status == 400)
        #expect(
            try answer.json()["error"].string?.contains(
                #""faults[0].fault.drop": must be a string"#)
                == true)
        #expect(try visitor.get("/control/faults").json()["faults"].elements.count == 1)
    }

    @Test func `empties an account, whose key goes on to open it`() throws {
        let visitor = Visitor(sandbox: try makeSandbox())
        let before = try visitor.get("/control/state").json()["account"]
        let key = try visitor.key()
        #expect(visitor.post("/control/reset?target=default", [:]).status == 200)
        #expect(try visitor.skus() == [])
        #expect(try visitor.get("/control/state").json()["account"] == before)
        #expect(visitor.post("/api/v1/products", ["sku": "A-1"], headers: key).status == 201)
    }

    @Test func `tells the truth about Amazon's side`() throws {
        let visitor = Visitor(sandbox: try makeSandbox())
        #expect(try visitor.get("/control/catalog").json() == World.bundled.json)
    }

    @Test(arguments: ["/control/state?target=nobody", "/control/state?target="])
    func `knows no other accounts`(path: String) throws {
        let answer = Visitor(sandbox: try makeSandbox()).get(path)
        #expect(answer.status == 404)
        #expect(try answer.json()["error"] == "no such target; there are default and fresh")
    }

    @Test func `refuses another method with those that it takes`() throws {
        let visitor = Visitor(sandbox: try makeSandbox())
        let answer = visitor.get("/control/reset")
        #expect(answer.status == 405)
        #expect(answer.headers[.allow] == "POST")
        #expect(visitor.post("/control/state", [:]).headers[.allow] == "GET")
    }

    @Test(arguments: [("/", 200), ("/control", 200), ("/control/nothing", 404), ("/nothing", 404)])
    func `lists what there is`(path: String, status: Int) throws {
        let sandbox = try makeSandbox()
        let answer = Visitor(sandbox: sandbox).get(path)
        #expect(answer.status == status)
        #expect(try answer.json()["addresses"] == sandbox.addresses)
        #expect(try answer.json()["control"].elements.count == 6)
    }
}
