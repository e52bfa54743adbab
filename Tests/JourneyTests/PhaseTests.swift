import JSON
import Testing

@Suite struct `The phases one after the other` {
    @Test func `lead to the same account as one sync`() throws {
        try Journey.begin { steps throws in
            #expect(try steps.run(["export"] + Journey.style).status == 0)
            #expect(try steps.run("map").status == 0)
            #expect(try steps.run("products", "--execute").status == 0)
            #expect(try steps.run("relationships", "--execute").status == 0)
            #expect(try steps.run("images", "--execute").status == 1)
            let account = try steps.control.account()
            #expect(account.listings.count == 20)
            try Journey.begin { whole throws in
                #expect(try whole.sync("--execute").status == 1)
                #expect(account.differences(to: try whole.control.account()) == [])
            }
            let writes = try steps.control.requests().writes
            try steps.expectGoesOn()
            #expect(try steps.control.requests().writes == writes)
        }
    }

    @Test func `write the reports of the files that they are given`() throws {
        try Journey.begin { journey throws in
            #expect(try journey.run(["export"] + Journey.style).status == 0)
            #expect(try journey.run("map").status == 0)
            for phase in ["products", "relationships", "images"] {
                let file = "out/\(phase).json"
                let outcome = try journey.run(phase, "--execute", "--json", "--output", file)
                let report = try journey.json(file)
                #expect(report["run"] == (try outcome.json()["run"]))
                #expect(report["phases"] == (try outcome.json()["phases"]))
                let rows = report["products"].elements
                #expect(rows.count == 20)
                #expect(Set(rows.compactMap { $0["state"].string }) == ["done"])
                #expect(rows.allSatisfy { $0["id"].string?.count == 24 })
            }
        }
    }

    @Test func `each count what they are about`() throws {
        try Journey.begin { journey throws in
            let export = try journey.run(["export"] + Journey.style + ["--json"])
            #expect(try export.json()["phases"].elements.count == 1)
            #expect(try export.phase("export")["expected"] == 20)
            #expect(try export.json()["requests"]["plytix"] == 0)
            let map = try journey.run("map", "--json")
            #expect(try map.phase("map")["done"] == 20)
            #expect(try map.json()["requests"]["amazon"] == 0)
            let products = try journey.run("products", "--execute", "--json")
            #expect(try products.phase("products")["done"] == 20)
            let links = try journey.run("relationships", "--execute", "--json")
            #expect(try links.phase("relationships")["done"] == 22)
            let images = try journey.run("images", "--execute", "--json")
            #expect(try images.phase("images")["expected"] == 125)
            #expect(try images.phase("images")["done"] == 124)
            #expect(try images.phase("images")["failed"] == 1)
        }
    }
}
