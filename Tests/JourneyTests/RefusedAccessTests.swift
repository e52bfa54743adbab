import JSON
import Testing

@Suite struct `A remote system that refuses` {
    @Test(arguments: [
        (["LWA_CLIENT_SECRET": "wrong"], ["invalid_client", "LWA_CLIENT_SECRET"]),
        (["SP_API_REFRESH_TOKEN": "wrong"], ["invalid_grant", "SP_API_REFRESH_TOKEN"]),
    ])
    func `Amazon's credentials is named with the variable to look at`(
        variables: [String: String], words: [String]
    ) throws {
        try Journey.begin { journey throws in
            let outcome = try journey.sync("--execute", variables: variables)
            expectRefusal(outcome, 3, ["Amazon"] + words)
            #expect(try journey.control.requests().count("amazon") == 0)
            #expect(try journey.control.requests().writes == 0)
            try journey.expectGoesOn()
        }
    }

    @Test func `Plytix's credentials is named with the variables to look at`() throws {
        try Journey.begin { journey throws in
            let outcome = try journey.sync(
                "--execute", variables: ["PLYTIX_API_PASSWORD": "wrong"])
            expectRefusal(
                outcome, 3,
                ["Plytix", "401", "PLYTIX_API_KEY", "PLYTIX_API_PASSWORD", "accounts.plytix.com"])
            #expect(try journey.control.requests().writes == 0)
            let runs = try journey.run("runs").output
            #expect(runs.contains(/\n    Plytix: .*401/), "\(runs)")
            let status = try journey.run("status").output
            #expect(status.contains(/\n +Plytix: .*401/), "\(status)")
            #expect(status.contains("the same command goes on:  plysync sync"), "\(status)")
            try journey.expectGoesOn()
        }
    }

    @Test(arguments: [
        ("PLYTIX_API_KEY", "target default"), ("SP_API_REFRESH_TOKEN", "Amazon"),
    ])
    func `is not asked when a credential is missing`(variable: String, owner: String) throws {
        try Journey.begin { journey throws in
            let outcome = try journey.sync("--execute", variables: [variable: ""])
            expectRefusal(outcome, 2, [owner, "\(variable) is not set", "credentials_file"])
            #expect(try journey.control.requests().total == 0)
            try journey.expectGoesOn()
        }
    }

    @Test func `the role at Amazon is named with the role`() throws {
        try Journey.begin { journey throws in
            try journey.control.fault(
                ["match": ["system": "amazon"], "fault": ["status": 403, "body": "json"]])
            let outcome = try journey.sync("--execute")
            expectRefusal(
                outcome, 3,
                [
                    "Amazon", "searchCatalogItems", "403", "role Product Listing",
                    "SP_API_REFRESH_TOKEN",
                ])
            try journey.control.fault()
            try journey.expectGoesOn()
        }
    }

    @Test(arguments: ["searchProducts", "createProduct", "createAsset", "linkProducts"])
    func `a permission at Plytix is named with the operation`(operation: String) throws {
        try Journey.begin { journey throws in
            try journey.control.fault(
                ["match": ["operation": .string(operation)], "fault": ["status": 403]])
            let outcome = try journey.sync("--execute")
            let hits = try journey.control.requests().count(operation)
            #expect(hits > 0, "the sandbox counts no \(operation)")
            expectRefusal(
                outcome, 3, ["Plytix", operation, "403", "permission", "accounts.plytix.com"])
            try journey.control.fault()
            try journey.expectGoesOn()
        }
    }

    @Test(arguments: [
        (["PLYSYNC_LWA_URL": "http://127.0.0.1:9/auth/o2/token"], "Amazon"),
        (["PLYSYNC_AMAZON_URL": "http://127.0.0.1:9"], "Amazon"),
        (["PLYTIX_AUTH_BASE_URL": "http://127.0.0.1:9"], "Plytix"),
        (["PLYTIX_PIM_BASE_URL": "http://127.0.0.1:9"], "Plytix"),
    ])
    func `to be reached is named with its address, and the same command goes on`(
        variables: [String: String], system: String
    ) throws {
        try Journey.begin { journey throws in
            let outcome = try journey.sync("--execute", variables: variables)
            expectRefusal(
                outcome, 3,
                [system, "cannot reach 127.0.0.1:9", "Run the same command again"])
            #expect(try journey.control.requests().writes == 0)
            try journey.expectGoesOn()
        }
    }

    @Test func `nothing, but is another account than before, is named with both`() throws {
        try Journey.begin { journey throws in
            #expect(try journey.sync("--execute").status == 1)
            let before = try journey.control.requests().writes
            let outcome = try journey.sync(
                "--execute",
                variables: [
                    "PLYTIX_API_KEY": "sandbox-fresh-key",
                    "PLYTIX_API_PASSWORD": "sandbox-fresh-password",
                ])
            expectRefusal(
                outcome, 2, ["target \"default\"", "belongs to the Plytix account", "--target"])
            #expect(try journey.control.requests().writes == before)
            #expect(try journey.control.account("fresh").lines == [])
            try journey.expectGoesOn()
        }
    }
}
