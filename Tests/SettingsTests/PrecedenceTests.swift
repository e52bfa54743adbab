import Catalog
import Export
import Foundation
import JSON
import Planning
import Survey
import Testing

@testable import Settings

struct PrecedenceTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `without a file the defaults and the environment hold`() throws {
        let loaded = try folder.load(environment: [
            "PLYTIX_API_KEY": "key", "PLYTIX_API_PASSWORD": "word\n",
            "SP_API_REFRESH_TOKEN": "token", "LWA_APP_ID": "id", "LWA_CLIENT_SECRET": "",
        ])
        var expected = Configuration(journalPath: "\(folder.path)/plysync.journal")
        expected.amazon.missing = ["LWA_CLIENT_SECRET"]
        expected.targets = [
            "default": TargetAccess(
                credentials: PlytixCredentials(key: Secret("key"), password: Secret("word")))
        ]
        #expect(loaded == expected)
    }

    @Test func `flags beat the environment, and that beats the file`() throws {
        try folder.write(
            """
            journal: file.journal
            target: file
            max_age: 1h
            amazon: {marketplaces: [CA], brand: File}
            targets: {default: {}, file: {}, variable: {}, flag: {}}
            limits: {max_requests: 1}
            """, to: "plysync.yaml")
        let variables = ["PLYSYNC_JOURNAL": "variable.journal", "PLYSYNC_TARGET": "variable"]
        let flags = Overrides(
            journal: "flag.journal", target: "flag", marketplaces: "us, gb,US", brand: "Flag",
            requestsMax: 3, ageMax: "3h")

        let file = try folder.load()
        #expect(file.journalPath == "\(folder.path)/file.journal")
        #expect(file.targetAlias == "file")
        #expect(file.marketplaces.map(\.code) == ["CA"])
        #expect(file.brand == "File")
        #expect(file.limits.requestsMax == 1)
        #expect(file.export.ageMax == .seconds(3600))
        #expect(file.survey.ageMax == .seconds(3600))

        let variable = try folder.load(environment: variables)
        #expect(variable.journalPath == "\(folder.path)/variable.journal")
        #expect(variable.targetAlias == "variable")

        let flag = try folder.load(
            environment: variables.merging(["PLYSYNC_AMAZON_URL": "http://[::1]:1"]) { $1 },
            overrides: flags)
        #expect(flag.journalPath == "\(folder.path)/flag.journal")
        #expect(flag.targetAlias == "flag")
        #expect(flag.marketplaces.map(\.code) == ["US", "UK"])
        #expect(flag.brand == "Flag")
        #expect(flag.limits.requestsMax == 3)
        #expect(flag.export.ageMax == .seconds(3 * 3600))
    }

    @Test(arguments: [
        ("kept/plysync.journal", "<folder>/elsewhere/kept/plysync.journal"),
        ("./here.journal", "<folder>/elsewhere/here.journal"),
        ("/var/lib/plysync.journal", "/var/lib/plysync.journal"),
        ("~/plysync.journal", "/users/me/plysync.journal"),
    ])
    func `a relative path starts from the folder of the file`(written: String, path: String) throws
    {
        try folder.write("journal: \(written)", to: "elsewhere/other.yaml")
        let loaded = try folder.load(
            file: "elsewhere/other.yaml", environment: ["HOME": "/users/me"])
        #expect(loaded.journalPath.replacing(folder.path, with: "<folder>") == path)
        #expect(loaded.file == "\(folder.path)/elsewhere/other.yaml")
    }

    @Test func `the journal's own place is beside the file`() throws {
        try folder.write("", to: "elsewhere/other.yaml")
        let loaded = try folder.load(file: "\(folder.path)/elsewhere/other.yaml")
        #expect(loaded.journalPath == "\(folder.path)/elsewhere/plysync.journal")
    }

    @Test func `variables give addresses to targets that have none of their own`() throws {
        try folder.write(
            """
            amazon: {api_url: "http://file:1", token_url: "http://file:2"}
            targets:
              default: {api_url: "http://file:3", auth_url: "http://file:4/auth/api/get-token"}
              own: {api_url: "http://own/api/v1/", auth_url: "https://own"}
              other: {}
            """, to: "plysync.yaml")
        let file = try folder.load()
        #expect(file.amazon.apiURL(for: .europe) == "http://file:1")
        #expect(file.amazon.tokenURL == "http://file:2/auth/o2/token")
        #expect(file.targets["default"]?.apiURL == "http://file:3")
        #expect(file.targets["default"]?.authURL == "http://file:4/auth/api/get-token")
        #expect(file.targets["other"]?.apiURL == "https://pim.plytix.com")
        #expect(file.targets["other"]?.authURL == "https://auth.plytix.com/auth/api/get-token")

        let variable = try folder.load(environment: [
            "PLYSYNC_AMAZON_URL": "http://variable:1/",
            "PLYSYNC_LWA_URL": "http://v:2/auth/o2/token",
            "PLYTIX_PIM_BASE_URL": "http://variable:3",
            "PLYTIX_AUTH_BASE_URL": "http://variable:4/",
        ])
        #expect(variable.amazon.apiURL(for: .europe) == "http://variable:1")
        #expect(variable.amazon.tokenURL == "http://v:2/auth/o2/token")
        for alias in ["default", "other"] {
            let target = try variable.access(to: alias)
            #expect(target.apiURL == "http://variable:3")
            #expect(target.authURL == "http://variable:4/auth/api/get-token")
        }
        #expect(variable.targets["own"]?.apiURL == "http://own")
        #expect(variable.targets["own"]?.authURL == "https://own/auth/api/get-token")
    }

    @Test func `without addresses Amazon is asked on the host of the region`() {
        let access = AmazonAccess()
        #expect(access.apiURL(for: .northAmerica) == "https://sellingpartnerapi-na.amazon.com")
        #expect(access.apiURL(for: .europe) == "https://sellingpartnerapi-eu.amazon.com")
        #expect(access.apiURL(for: .farEast) == "https://sellingpartnerapi-fe.amazon.com")
        #expect(access.tokenURL == "https://api.amazon.com/auth/o2/token")
    }

    @Test(arguments: [
        ("UTC", 1_767_225_600, 0), ("+05:30", 1_767_225_600, 19_800),
        ("-03:00", 1_767_225_600, -10_800), ("Europe/Berlin", 1_767_225_600, 3600),
        ("Europe/Berlin", 1_782_864_000, 7200),
    ])
    func `a zone is worth what it is at the time`(zone: String, now: Int, offset: Int) throws {
        try folder.write("time_zone: \(zone)", to: "plysync.yaml")
        let loaded = try folder.load(now: Instant(seconds: now))
        #expect(loaded.planning.zoneOffset == .seconds(offset))
        #expect(loaded.timeZone == zone)
    }

    @Test func `every stage gets what the file says`() throws {
        try folder.write(
            """
            amazon: {seller: A2, marketplaces: [US, CA]}
            plytix:
              family: Listings
              relations: {hierarchy: Tree, listings: "Sold As"}
              gallery: pictures
              sku_format: "{marketplace}/{asin}"
              status: Completed
              label: part_number
              quota_reserve: 0
            attributes:
              number: {value: "12", type: Text}
              colours: {value: [red, "2"], type: MultiSelect, rule: never}
              weight: {value: 1.5, type: Decimal}
              since: {value: 2026-03-01, type: Date, rule: fill-empty}
              theme: {from: variation_theme, type: Dropdown}
            match:
              rules: [upc]
              exclude_sku_prefixes: [OLD-, "7"]
              unmatched: skip
              attributes: {ean: barcode, model_number: style}
            images: {max_per_product: 0, on_removal: remove, keep: shots}
            settle: {arrival: 2m, search_lag: 500ms}
            limits:
              mass_change: 1
              concurrency: 2
              tries: 3
              attempts: 4
              write_hours: 22-6
              max_requests: 9
              amazon_per_second: 0.5
              plytix: [{requests: 7, window: 1m}]
            max_age: 7d
            time_zone: "-00:30"
            """, to: "plysync.yaml")
        let loaded = try folder.load()
        #expect(loaded.effective() == (try JSONValue(parsing: Self.effective(in: folder.path))))
        #expect(loaded.effective().text == loaded.effective().canonical.text)
    }

    private static func effective(in folder: String) -> String {
        """
        {"amazon": {"api_url": null, "brand": null, "credentials": false,
            "marketplaces": ["US", "CA"], "seller": "A2",
            "token_url": "https://api.amazon.com/auth/o2/token"},
         "attributes": [
            {"label": "number", "value": "12", "type": "Text", "rule": "always"},
            {"label": "colours", "value": ["red", "2"], "type": "MultiSelect", "rule": "never"},
            {"label": "weight", "value": 1.5, "type": "Decimal", "rule": "always"},
            {"label": "since", "value": "2026-03-01", "type": "Date", "rule": "fill-empty"},
            {"label": "theme", "from": "variation_theme", "type": "Dropdown", "rule": "always"}],
         "file": "\(folder)/plysync.yaml",
         "images": {"keep": "\(folder)/shots", "max_per_product": 0, "on_removal": "remove"},
         "journal": "\(folder)/plysync.journal",
         "limits": {"amazon_per_second": 0.5, "attempts": 4, "concurrency": 2, "mass_change": 1,
            "max_requests": 9, "plytix": [{"requests": 7, "window": 60}], "tries": 3,
            "write_hours": "22-6"},
         "match": {"attributes": {"ean": "barcode", "model_number": "style", "upc": "upc"},
            "exclude_sku_prefixes": ["OLD-", "7"], "rules": ["upc"], "unmatched": "skip"},
         "max_age": 604800,
         "plytix": {"family": "Listings", "gallery": "pictures", "label": "part_number",
            "quota_reserve": 0, "relations": {"hierarchy": "Tree", "listings": "Sold As"},
            "sku_format": "{marketplace}/{asin}", "status": "Completed"},
         "settle": {"arrival": 120, "search_lag": 0.5},
         "target": "default",
         "targets": {"default": {"api_url": "https://pim.plytix.com",
            "auth_url": "https://auth.plytix.com/auth/api/get-token", "credentials": false}},
         "time_zone": "-00:30", "zone_offset": -1800}
        """
    }
}
