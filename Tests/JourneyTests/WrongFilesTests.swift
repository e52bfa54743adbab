import Testing

@Suite struct `A file that is wrong` {
    @Test(arguments: [
        ["sync", "--from-file", "none.json"], ["sync", "--asin-file", "none.json"],
        ["products", "--mapping", "none.json"], ["sync", "--style", "S", "--config", "none.json"],
        ["sandbox", "--faults", "none.json"], ["sandbox", "--catalog", "none.json"],
    ])
    func `and is not there is named`(arguments: [String]) throws {
        try Journey.begin { journey throws in
            let outcome = try journey.run(arguments)
            expectRefusal(outcome, 2, ["none.json"])
            #expect(
                ["doesn’t exist", "no such file"].contains { outcome.errors.contains($0) },
                "\(outcome.errors)")
            try journey.expectUntouched()
        }
    }

    @Test(arguments: [
        ("{\"variants\": [\n  {\"amazon_asin\": }\n]}", ["line 2", "byte 33"]),
        ("{\"variants\": [\n", ["line 2", "not JSON"]),
        ("{\"asin\": \"B07X8Z63ZL\"}\n\n{\"asin\": \"B07\"}\n", ["line 3", "\"B07\"", "ASIN"]),
        ("{\"asin\": \"B07X8Z63ZL\"}\n{\"asin\"\n", ["line 2", "not JSON"]),
        (
            "{\"variants\": [\n{\"amazon_asin\": \"B07X8Z63ZL\"},\n{\"amazon_asin\": \"B07\"}]}",
            ["entry 2", "\"B07\"", "ASIN"]
        ),
        ("{\"variants\": []}", ["no items"]), ("7", ["no items"]), ("", ["line 1"]),
        (
            #"{"metadata": {"marketplace_id": "A1F83G8C2ARO7P"}, "variants": []}"#,
            ["UK", "US", "--marketplace"]
        ),
    ])
    func `as an export is named with the place and what it must be`(
        text: String, words: [String]
    ) throws {
        try Journey.begin { journey throws in
            try journey.write(text, to: "export.json")
            expectRefusal(
                try journey.run("sync", "--from-file", "export.json"), 2,
                ["export.json", "must be an export file"] + words)
            try journey.expectUntouched()
        }
    }

    @Test(arguments: [
        ("journal: j\namazon:\n  marketplaces: [US\n  brand: x\n", ["plysync.yaml:4", "not YAML"]),
        ("journal: j\nplytix:\n  famly: x\n", ["plysync.yaml:3", "plytix.famly", "family"]),
        ("amazon:\n  marketplaces: [XX]\n", ["plysync.yaml:2", "\"XX\"", "US, CA"]),
        ("match:\n  rules: [gtin]\n  unmatched: drop\n", ["plysync.yaml:3", "create", "skip"]),
        (
            "attributes:\n  amazon_asin: {from: asin, type: Text, rule: sometimes}\n",
            ["plysync.yaml:2", "sometimes", "always", "fill-empty", "never"]
        ),
    ])
    func `as settings is named with the line and what is allowed`(
        text: String, words: [String]
    ) throws {
        try Journey.begin { journey throws in
            try journey.write(text, to: "plysync.yaml")
            expectRefusal(try journey.sync(), 2, words)
            try journey.expectUntouched()
        }
    }

    @Test func `is told once, not twice`() throws {
        try Journey.begin { journey throws in
            try journey.write("plytix:\n  famly: x\n", to: "plysync.yaml")
            let outcome = try journey.sync()
            #expect(outcome.errors.ranges(of: "Did you mean family?").count == 1)
        }
    }

    @Test func `as a list of a thousand ASINs is named with the line, before Amazon is asked`()
        throws
    {
        try Journey.begin { journey throws in
            var lines = (1...1000).map { "B0" + String(10_000_000 + $0) }
            lines[699] = "B0 not an ASIN"
            try journey.write(lines.joined(separator: "\n") + "\n", to: "asins.txt")
            expectRefusal(
                try journey.run("sync", "--asin-file", "asins.txt", "--execute"), 2,
                [
                    "asins.txt:700", "\"B0 not an ASIN\"", "ten letters and digits",
                    "nothing was asked of Amazon",
                ])
            try journey.expectUntouched()
        }
    }

    @Test(arguments: [
        ("# only words\n\n", ["asins.txt", "no ASIN", "one ASIN a line"]),
        ("# a comment\n\nB07X8Z63ZL # why\nhello\n", ["asins.txt:4", "\"hello\""]),
    ])
    func `as a list of ASINs counts comments and blank lines as lines`(
        text: String, words: [String]
    ) throws {
        try Journey.begin { journey throws in
            try journey.write(text, to: "asins.txt")
            expectRefusal(try journey.run("export", "--asin-file", "asins.txt"), 2, words)
            try journey.expectUntouched()
        }
    }

    @Test(arguments: [
        ("{\n\"matched\": 1", ["mapping.json"]), ("{}", ["no list \"matched\""]),
        (
            #"{"metadata": {"marketplace": "US"}, "matched": [{"amazon_asin": "B07X8Z63ZL"}]}"#,
            ["matched[0]", "canonical_plytix_sku"]
        ),
        (
            #"{"matched": [{"amazon_asin": "B0", "canonical_plytix_sku": "A", "marketplace": "US"}]}"#,
            ["matched[0]", "amazon_asin"]
        ),
    ])
    func `as a mapping is named with the place and who writes one`(
        text: String, words: [String]
    ) throws {
        try Journey.begin { journey throws in
            try journey.write(text, to: "mapping.json")
            expectRefusal(
                try journey.run("products", "--mapping", "mapping.json"), 2,
                ["mapping.json", "plysync map --output"] + words)
            try journey.expectUntouched()
        }
    }

    @Test func `and holds secrets that others may read is refused with the cure`() throws {
        try Journey.begin { journey throws in
            try journey.write(
                "api_key: my-key\napi_password: my-password\n", to: "secret.yaml", mode: 0o644)
            try journey.write(
                "targets:\n  default: {credentials_file: secret.yaml}\n", to: "plysync.yaml")
            let outcome = try journey.sync()
            expectRefusal(outcome, 2, ["secret.yaml", "644", "chmod 600"])
            #expect(!outcome.errors.contains("my-"))
            try journey.expectUntouched()
        }
    }

    @Test func `and holds secrets is read when only its owner may`() throws {
        try Journey.begin { journey throws in
            try journey.write(
                "api_key: sandbox-default-key\napi_password: sandbox-default-password\n",
                to: "secret.yaml", mode: 0o600)
            try journey.write(
                "targets:\n  default: {credentials_file: secret.yaml}\n", to: "plysync.yaml")
            let none = ["PLYTIX_API_KEY": "", "PLYTIX_API_PASSWORD": ""]
            #expect(try journey.sync(variables: none).status == 0)
        }
    }
}
