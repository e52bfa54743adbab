import JSON
import Testing

@Suite struct `A file that a phase writes` {
    /// The keys of a record of the scripts' export file.
    private static let recordKeys =
        [
            "amazon_asin", "amazon_parent_asin", "amazon_sku", "upc", "ean", "title", "brand",
            "model_number", "part_number", "size", "color", "variation_theme",
            "item_classification", "product_type", "amazon_listing_status",
            "_raw_summary", "_raw_attributes", "_raw_images",
        ] + pictureKeys

    private static let pictureKeys =
        ["amazon_image_main", "amazon_image_swatch"]
        + (1...8).map { "amazon_image_variant_\($0)" }

    private static func keys(of value: JSONValue) -> Set<String> { Set(value.object?.keys ?? []) }

    /// What differs between the records of two export files, as ASIN and key.
    private static func differences(_ a: JSONValue, _ b: JSONValue) -> [String] {
        let others = Dictionary(
            b["variants"].elements.map { ($0["amazon_asin"].string ?? "", $0) },
            uniquingKeysWith: { first, _ in first })
        return a["variants"].elements.flatMap { record in
            let asin = record["amazon_asin"].string ?? ""
            let other = others[asin] ?? .null
            return keys(of: record).union(keys(of: other)).sorted()
                .filter { record[$0] != other[$0] }.map { "\(asin) \($0)" }
        }
    }

    /// An export file without some keys of its records.
    private static func export(_ export: JSONValue, without keys: [String]) -> JSONValue {
        var export = export
        export["variants"] = .array(
            export["variants"].elements.map { record in
                let members = (record.object?.members ?? []).filter { !keys.contains($0.key) }
                return .object(JSONObject(members.map { ($0.key, $0.value) }))
            })
        return export
    }

    private func export(_ journey: Journey) throws -> JSONValue {
        let outcome = try journey.run(["export"] + Journey.style + ["--output", "export.json"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try journey.json("export.json")
    }

    // MARK: The export

    @Test func `as an export has all that the scripts write`() throws {
        try Journey.begin { journey throws in
            let file = try export(journey)
            let metadata = file["metadata"]
            #expect(metadata["style"] == "MCA0032")
            #expect(metadata["marketplace_id"] == "ATVPDKIKX0DER")
            #expect(metadata["export_date"].string?.hasSuffix("Z") == true)
            #expect(metadata["item_count"] == 20)
            #expect(metadata["parent_asins_added"] == 1)
            let records = file["variants"].elements
            #expect(records.count == 20)
            #expect(records.last?["amazon_asin"] == "B077QMJFG9", "fetched parents come last")
            for record in records {
                let missing = Set(Self.recordKeys).subtracting(Self.keys(of: record))
                #expect(missing == [], "\(record["amazon_asin"])")
            }
            let child = try #require(records.first { $0["amazon_asin"] == "B07X8Z63ZL" })
            #expect(child["amazon_parent_asin"] == "B077QMJFG9")
            #expect(child["upc"] == "012300001007")
            #expect(child["_raw_summary"]["modelNumber"] == child["model_number"])
            #expect(child["_raw_attributes"]["item_name"][0]["value"] == child["title"])
        }
    }

    @Test func `as an export has one raw image a slot, as the scripts do`() throws {
        try Journey.begin { journey in
            let records = try export(journey)["variants"].elements
            let wrong = records.filter { record in
                let raw = record["_raw_images"]["MAIN"]
                return raw["link"] != record["amazon_image_main"]
                    || raw.object?.keys.sorted() ?? ["height", "link"] != ["height", "link"]
            }
            #expect(wrong.compactMap { $0["amazon_asin"].string } == [])
        }
    }

    @Test func `as an export is read back as it is, without Amazon`() throws {
        try Journey.begin { journey in
            let first = try export(journey)
            try Journey.begin { other in
                try other.write(first.text, to: "a.json")
                let outcome = try other.run(
                    "export", "--from-file", "a.json", "--output", "b.json")
                #expect(outcome.status == 0, "\(outcome.errors)")
                let second = try other.json("b.json")
                #expect(second["variants"].elements.count == 20)
                let differences = Self.differences(first, second)
                #expect(differences.filter { !$0.contains(" _raw") } == [])
                #expect(try other.control.requests().total == 0)
            }
        }
    }

    @Test func `as an export needs no credentials of Amazon where no parents are asked for`() throws
    {
        try Journey.begin { journey in
            try journey.write(try export(journey).text, to: "a.json")
            let nobody = [
                "SP_API_REFRESH_TOKEN": "", "LWA_APP_ID": "", "LWA_CLIENT_SECRET": "",
            ]
            let command = ["export", "--from-file", "a.json"]
            #expect(try journey.run(command, variables: nobody).status == 2)
            let outcome = try journey.run(command + ["--no-parents"], variables: nobody)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
    }

    @Test func `as an export keeps Amazon's own words when it is read and written again`() throws {
        try Journey.begin { journey in
            let first = try export(journey)
            try Journey.begin { other in
                try other.write(first.text, to: "a.json")
                _ = try other.run("export", "--from-file", "a.json", "--output", "b.json")
                let differences = Self.differences(first, try other.json("b.json"))
                #expect(differences.filter { $0.contains(" _raw") } == [])
            }
        }
    }

    @Test(arguments: [
        [], ["gtin", "manufacturer", "identifiers", "parent_asins", "child_asins", "images"],
    ])
    func `as an export, ours or one of the scripts, leads to the same matches`(
        without keys: [String]
    ) throws {
        try Journey.begin { journey in
            let file = try export(journey)
            #expect(try journey.run("map").status == 0)
            #expect(try journey.run("products", "--execute").status == 0)
            let expected = try journey.control.account().values(of: "amazon_canonical_sku")
            #expect(expected.count == 19)
            try Journey.begin { other in
                try other.write(Self.export(file, without: keys).text, to: "a.json")
                let outcome = try other.run("export", "--from-file", "a.json")
                #expect(outcome.status == 0, "\(outcome.errors)")
                #expect(try other.run("map", "--output", "map.json").status == 0)
                let rules = try other.json("map.json")["statistics"]["by_rule"]
                #expect(rules == ["gtin": 16, "model_number": 3])
                #expect(try other.run("products", "--execute").status == 0)
                #expect(
                    try other.control.account().values(of: "amazon_canonical_sku") == expected)
                #expect(try other.control.requests().count("amazon") == 0)
            }
        }
    }

    // MARK: The mapping

    @Test func `as a mapping has all that the scripts write`() throws {
        try Journey.begin { journey throws in
            _ = try export(journey)
            #expect(try journey.run("map", "--output", "mapping.json").status == 0)
            let file = try journey.json("mapping.json")
            let counts = file["metadata"]
            #expect(counts["marketplace"] == "US")
            #expect(counts["amazon_count"] == 20)
            #expect(counts["matched_count"] == 19)
            #expect(counts["unmatched_count"] == 1)
            #expect(counts["source_file"].string != nil)
            #expect(counts["generated_at"].string != nil)
            let common = [
                "suggested_sku", "marketplace", "amazon_asin", "amazon_sku", "amazon_upc",
                "amazon_size", "amazon_color", "amazon_title", "amazon_parent_asin", "amazon_ean",
                "amazon_variation_theme", "amazon_listing_status",
            ]
            let matched =
                common + Self.pictureKeys + [
                    "canonical_plytix_sku", "canonical_plytix_id", "canonical_plytix_label",
                    "canonical_plytix_gtin", "match_method", "gtin_match",
                ]
            let rows = file["matched"].elements
            #expect(rows.count == 19)
            for row in rows {
                #expect(Set(matched).subtracting(Self.keys(of: row)) == [])
                #expect(row["canonical_plytix_id"].string?.count == 24)
                #expect(
                    row["suggested_sku"].string == "AMZN-US-\(row["amazon_asin"].string ?? "")")
            }
            let left = file["unmatched_amazon"].elements
            #expect(left.count == 1)
            for row in left {
                let missing = Set(common + Self.pictureKeys + ["reason"])
                    .subtracting(Self.keys(of: row))
                #expect(missing == [])
            }
            #expect(file["statistics"]["by_rule"] == ["gtin": 16, "model_number": 3])
            #expect(file["unmatched_plytix"].elements.count == 3)
        }
    }

    @Test func `as a mapping is followed, also where a person changed it`() throws {
        try Journey.begin { journey throws in
            _ = try export(journey)
            #expect(try journey.run("map", "--output", "mapping.json").status == 0)
            var file = try journey.json("mapping.json")
            var rows = file["matched"].elements
            let index = try #require(rows.firstIndex { $0["amazon_asin"] == "B07X8Z63ZL" })
            rows[index]["canonical_plytix_sku"] = "MCA0032-070M-BOMB"
            file["matched"] = .array(rows)
            try journey.write(file.text, to: "mapping.json")
            let outcome = try journey.run("products", "--mapping", "mapping.json", "--execute")
            #expect(outcome.status == 0, "\(outcome.errors)")
            let values = try journey.control.account().values(of: "amazon_canonical_sku")
            let expected = rows.map { row in
                (row["suggested_sku"].string ?? "", row["canonical_plytix_sku"].string ?? "")
            }
            #expect(values == Dictionary(expected, uniquingKeysWith: { first, _ in first }))
        }
    }

    @Test func `that cannot be written is named before anything is asked`() throws {
        try Journey.begin { journey throws in
            let outcome = try journey.run(
                ["export"] + Journey.style + ["--output", "/proc/export.json"])
            #expect(outcome.status == 2)
            for word in ["/proc/export.json", "cannot be written", "Name another one"] {
                #expect(outcome.errors.contains(word), "\(outcome.errors)")
            }
            #expect(try journey.control.requests().total == 0)
        }
    }
}
