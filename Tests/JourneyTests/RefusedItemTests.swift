import JSON
import Testing

@Suite struct `What Plytix refuses for a fault of its own` {
    private static func refusing(_ operation: String) -> JSONValue {
        ["match": ["operation": .string(operation), "nth": 1], "fault": ["status": 422]]
    }

    @Test func `is named by schema while it is a definition, until it is retried`() throws {
        try Journey.begin { journey throws in
            #expect(try journey.sync().status == 0)
            try journey.control.fault(Self.refusing("createFamily"))
            let failed = try journey.run("schema", "--execute")
            #expect(failed.status == 1, "\(failed.errors)")
            let words = [
                "family Amazon: createFamily: 422", "1 definition missing", "plysync retry",
            ]
            for word in words { #expect(failed.output.contains(word), "\(failed.output)") }
            #expect(!failed.output.contains("plysync accept"), "\(failed.output)")

            // It is set aside, so that no plan has it.
            let plan = try journey.run("schema", "--json")
            #expect(plan.status == 0, "\(plan.errors)")
            #expect(try plan.json()["complete"] == false)
            #expect(try plan.json()["missing"].elements.map { $0["key"] } == ["family Amazon"])
            #expect(try plan.json()["failures"][0]["subject"] == "family:Amazon")
            #expect(try journey.run("schema", "--execute").status == 1)

            for name in ["family:Amazon", "family Amazon"] {
                expectRefusal(
                    try journey.run("accept", name, "--reason", "we need none"), 2,
                    ["family:Amazon", "products need this definition", "plysync retry"])
            }
            #expect(try journey.run("retry").status == 0)
            let made = try journey.run("schema", "--execute", "--json")
            #expect(made.status == 0, "\(made.errors)")
            #expect(try made.json()["complete"] == true)
            #expect(try made.json()["missing"] == [])
        }
    }

    @Test func `costs no look at the definitions later while it is a product`() throws {
        try Journey.begin { journey throws in
            try journey.control.fault(Self.refusing("createProduct"))
            #expect(try journey.sync("--execute").status == 1)
            let looks = try journey.control.requests().count("searchAttributes")
            #expect(looks > 0)
            let again = try journey.sync("--execute", "--json")
            #expect(try again.phase("products")["failed"] == 1, "\(again.output)")
            #expect(try journey.control.requests().count("searchAttributes") == looks)
        }
    }
}
