import Catalog
import Foundation
import Testing

@testable import Settings

struct SampleConfigurationTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `the sample says what holds without a file`() throws {
        try folder.write(SampleConfiguration.text, to: "plysync.yaml")
        var expected = Configuration(journalPath: "\(folder.path)/plysync.journal")
        expected.brand = "Sandbox Brand"
        expected.file = "\(folder.path)/plysync.yaml"
        expected.targets["fresh"] = TargetAccess()
        expected.targets["fresh"]?.missing = [
            "the variable of targets.fresh.api_key_env",
            "the variable of targets.fresh.api_password_env",
        ]
        #expect(try folder.load() == expected)
    }

    @Test func `the examples behind a # can be used as they stand`() throws {
        try folder.write(SampleConfiguration.text, to: "plysync.yaml")
        var expected = try folder.load()
        try folder.write(Self.withExamples, to: "plysync.yaml")
        try folder.write("api_key=k\napi_password=p", to: "fresh.credentials", mode: 0o600)
        try folder.write(
            #"{"refresh_token": "r", "client_id": "c", "client_secret": "s"}"#,
            to: "amazon.credentials", mode: 0o600)
        expected.amazon = AmazonAccess(
            credentials: AmazonCredentials(
                refreshToken: Secret("r"), clientID: Secret("c"), clientSecret: Secret("s")),
            apiURL: expected.amazon.apiURL(for: .northAmerica))
        expected.targets["fresh"] = TargetAccess(
            credentials: PlytixCredentials(key: Secret("k"), password: Secret("p")))
        expected.picturesFolder = "\(folder.path)/pictures"
        expected.limits.requestsMax = 5000
        expected.limits.writeHours = 22...29
        expected.limits.plytixWindows = [
            .window(requests: 20, length: .seconds(10)),
            .window(requests: 5000, length: .seconds(3600)),
        ]
        expected.limits.amazonPerSecond = 2
        #expect(try folder.load() == expected)
    }

    @Test func `the sample has every setting that can be read, but secrets`() throws {
        try folder.write(Self.withExamples, to: "plysync.yaml")
        let reader = try SettingsReader(
            file: nil, directory: folder.path, environment: [:], overrides: Overrides())
        try folder.write("api_key=k\napi_password=p", to: "fresh.credentials", mode: 0o600)
        try folder.write(
            "refresh_token: r\nclient_id: c\nclient_secret: s", to: "amazon.credentials",
            mode: 0o600)
        _ = try Configuration.read(by: reader, now: Instant(seconds: 0))
        let secrets: Set = [
            "refresh_token", "client_id", "client_secret", "api_key", "api_password",
        ]
        let lacking = reader.ledger.allKnown.filter { name in
            let parts = name.split(separator: ".").map(String.init)
            // One target shows what all can have.
            let isOfAnotherTarget = parts.count == 3 && parts[0] == "targets" && parts[1] != "fresh"
            let last = parts.last ?? ""
            let stands = [" ", "{", "\n"].contains { Self.withExamples.contains("\($0)\(last):") }
            return !secrets.contains(last) && !isOfAnotherTarget && !stands
        }
        #expect(lacking == [])
    }

    @Test func `the short form of the manual is the same as the sample`() throws {
        try folder.write(SampleConfiguration.text, to: "plysync.yaml")
        let sample = try folder.load()
        try folder.write(Self.short, to: "plysync.yaml")
        #expect(try folder.load() == sample)
    }

    static let withExamples = SampleConfiguration.text.replacing(
        /(?m)^( *)#(?=\S)/, with: { $0.output.1 })

    static let short = """
        journal: plysync.journal
        amazon:
          marketplaces: [US]
          brand: Sandbox Brand
        targets:
          default: {}                      # key and password from PLYTIX_API_KEY, PLYTIX_API_PASSWORD
          fresh: {api_key_env: PLYTIX_FRESH_KEY, api_password_env: PLYTIX_FRESH_PASSWORD}
        plytix:
          family: Amazon
          relations: {hierarchy: Amazon Hierarchy, listings: Amazon Listings}
          gallery: amazon_images
          sku_format: AMZN-{marketplace}-{asin}
          status: Draft
          label: title
          quota_reserve: 0.2
        attributes:                        # name: from, type, rule
          amazon_asin: {from: asin, type: Text, rule: always}
          amazon_parent_asin: {from: parent_asin, type: Text, rule: always}
          amazon_title: {from: title, type: Text, rule: always}
          amazon_marketplace: {from: marketplace, type: Dropdown, rule: always}
          amazon_canonical_sku: {from: canonical_sku, type: Text, rule: always}
          amazon_item_classification: {from: item_classification, type: Dropdown, rule: always}
          amazon_brand: {from: brand, type: Text, rule: always}
          amazon_model_number: {from: model_number, type: Text, rule: always}
          amazon_size: {from: size, type: Text, rule: fill-empty}
          amazon_color: {from: color, type: Text, rule: fill-empty}
          amazon_upc: {from: upc, type: Text, rule: fill-empty}
          amazon_ean: {from: ean, type: Text, rule: fill-empty}
          amazon_gtin: {from: gtin, type: Text, rule: fill-empty}
          amazon_variation_theme: {from: variation_theme, type: Text, rule: always}
          amazon_is_primary: {value: false, type: Boolean, rule: never}   # written at creation only
          amazon_last_synced: {from: last_written, type: Date, rule: always}
        match: {rules: [gtin, ean, upc, model_number], exclude_sku_prefixes: [], unmatched: create}
        images: {max_per_product: 20, on_removal: keep}
        """
}
