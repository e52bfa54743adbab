import JSON
import Testing

@Suite struct `A plan` {
    @Test(arguments: [
        ["sync", "--style", "MCA0032"], ["schema"], ["products"], ["relationships"], ["images"],
        ["plan"], ["map"], ["replay", "--from", "default", "--target", "fresh"],
    ])
    func `writes nothing`(command: [String]) throws {
        try Journey.begin { journey throws in
            #expect(try journey.sync().status == 0)
            let before = try journey.control.account()
            let outcome = try journey.run(command)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let requests = try journey.control.requests()
            #expect(requests.writes == 0)
            #expect(requests.total > 0)
            #expect(try journey.control.account() == before)
            #expect(try journey.control.account("fresh").lines == [])
        }
    }

    @Test func `tells by its exit status whether there is something to do`() throws {
        try Journey.begin { journey throws in
            #expect(try journey.run(["export"] + Journey.style).status == 0)
            #expect(try journey.run("plan").status == 0)
            #expect(try journey.run("plan", "--exit-code").status == 5)
            #expect(try journey.sync("--execute").status == 1)
            #expect(try journey.run("plan", "--exit-code").status == 0)
            #expect(try journey.control.requests().count("searchCatalogItems") > 0)
        }
    }

    @Test func `is what is then done`() throws {
        try Journey.begin { journey throws in
            let plan = try journey.sync("--json").json()
            #expect(plan["execute"] == false)
            #expect(plan["complete"] == false)
            let report = try journey.sync("--execute", "--json").json()
            #expect(report["plan"] == nil)
            // One picture that somebody uploaded, and what shows it, turns up on the way.
            let planned = try #require(plan["plan"]["requests"].int)
            let written = try #require(report["requests"]["plytix_writes"].int)
            #expect(written == (try journey.control.requests().writes))
            #expect((planned...planned + 5).contains(written))
            let again = try journey.sync("--execute", "--json").json()
            #expect(again["requests"]["plytix_writes"] == 0)
        }
    }

    @Test func `of the first three products completes three, and goes on by the same command`()
        throws
    {
        try Journey.begin { journey throws in
            let first = try journey.sync("--limit", "3", "--execute", "--json")
            #expect(first.status == 1)
            #expect(try first.phase("products")["done"] == 3)
            #expect(try first.phase("products")["pending"] == 17)
            let account = try journey.control.account()
            #expect(account.listings.count == 3)
            let items = try journey.run("status", "--json").json()["targets"][0]["phases"]
            #expect(items[2]["done"] == 3)
            var done = 3
            for _ in 1...20 where done < 20 {
                let next = try journey.sync("--limit", "3", "--execute", "--json")
                let now = try #require(try next.phase("products")["done"].int)
                #expect((done...done + 3).contains(now))
                done = now
            }
            #expect(done == 20)
            try journey.expectGoesOn()
        }
    }
}
