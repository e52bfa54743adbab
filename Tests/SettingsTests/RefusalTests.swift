import Foundation
import Testing

@testable import Settings

struct RefusalTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: [
        ("amazon:\n  brnd: x", "2: amazon.brnd: there is no such setting. Did you mean brand?"),
        (
            "plytix:\n\n  galery: x",
            "3: plytix.galery: there is no such setting. Did you mean gallery?"
        ),
        ("Amazon: {}", "1: Amazon: there is no such setting. Did you mean amazon?"),
        (
            "targets: {default: {api_pasword: x}}",
            "1: targets.default.api_pasword: there is no such setting. Did you mean api_password?"
        ),
        (
            "brand: x",
            """
            1: brand: there is no such setting. Did you mean amazon.brand? \
            Then move it there; indentation says what is where.
            """
        ),
        (
            "images: {slots: 3}",
            """
            1: images.slots: there is no such setting. \
            What can be set here: keep, max_per_product, on_removal.
            """
        ),
        (
            "settle: {<<: {arrival: 1s}}",
            "1: settle.<<: there is no such setting. What can be set here: arrival, search_lag."
        ),
        (
            "settle: {\"ar\\e[31mrival\": 1s}",
            """
            1: settle.ar?[31mrival: there is no such setting. \
            What can be set here: arrival, search_lag.
            """
        ),
    ])
    func `an unknown setting is refused with what was meant`(yaml: String, says: String) throws {
        #expect(try folder.complaint(about: yaml) == "plysync.yaml:\(says)")
    }

    @Test(arguments: [
        ("- a", "1", "settings, each as name: value", "a list"),
        ("just words", "1", "settings, each as name: value", "a single value"),
        ("[a]: b", "1", "a name before the colon", "a list"),
        ("amazon: US", "1: amazon", "settings, each as name: value", "a single value"),
        ("journal: [a]", "1: journal", "a single value", "a list"),
        ("journal:", "1: journal", "a single value", "nothing"),
        ("amazon:\n  brand: ~", "2: amazon.brand", "a single value", "nothing"),
        (
            "match: {rules: {gtin: 1}}", "1: match.rules",
            "a list, as in [a, b]", "names with values"
        ),
        ("match:\n  rules:\n  - gtin\n  - [ean]", "4: match.rules", "a single value", "a list"),
        ("limits: {plytix: 20}", "1: limits.plytix", "a list", "a single value"),
        (
            "limits: {plytix: [20]}", "1: limits.plytix",
            "settings, each as name: value", "a single value"
        ),
        (
            "images: {max_per_product: many}", "1: images.max_per_product",
            "a whole number from 0 to 300", "\"many\""
        ),
        (
            "images: {max_per_product: 2.5}", "1: images.max_per_product",
            "a whole number from 0 to 300", "\"2.5\""
        ),
        (
            "images: {max_per_product: -1}", "1: images.max_per_product",
            "a whole number from 0 to 300", "\"-1\""
        ),
        (
            "plytix: {quota_reserve: 1}", "1: plytix.quota_reserve",
            "a share from 0 to below 1", "\"1\""
        ),
        (
            "plytix: {quota_reserve: nan}", "1: plytix.quota_reserve",
            "a share from 0 to below 1", "\"nan\""
        ),
        ("limits: {mass_change: 5%}", "1: limits.mass_change", "a share from 0 to 1", "\"5%\""),
        (
            "limits: {amazon_per_second: 0}", "1: limits.amazon_per_second",
            "a number above 0, at most 100", "\"0\""
        ),
        (
            "settle: {arrival: 120}", "1: settle.arrival",
            "a duration from 1s to 3600s, such as 30s, 15m, 24h or 7d", "\"120\""
        ),
        (
            "settle: {search_lag: 2h}", "1: settle.search_lag",
            "a duration from 0s to 3600s, such as 30s, 15m, 24h or 7d", "\"2h\""
        ),
        (
            "limits: {write_hours: 22-22}", "1: limits.write_hours",
            "full hours, such as 22-6 or 09:00-17:00", "\"22-22\""
        ),
        (
            "limits: {write_hours: 9:30-17}", "1: limits.write_hours",
            "full hours, such as 22-6 or 09:00-17:00", "\"9:30-17\""
        ),
        (
            "plytix: {family: \" \"}", "1: plytix.family",
            "a text of 1 to 300 characters on one line", "\" \""
        ),
        (
            "plytix: {family: \"a\\nb\"}", "1: plytix.family",
            "a text of 1 to 300 characters on one line", "\"a?b\""
        ),
        (
            "match: {exclude_sku_prefixes: ['']}", "1: match.exclude_sku_prefixes",
            "a text of 1 to 100 characters on one line", "\"\""
        ),
        (
            "amazon: {marketplaces: []}", "1: amazon.marketplaces", "at least one marketplace",
            "none"
        ),
        (
            "amazon: {seller: a b}", "1: amazon.seller",
            "a name of 1 to 64 letters, digits, - and _", "\"a b\""
        ),
        (
            "targets: {a/b: {}}", "1: targets.a/b",
            "a name of 1 to 64 letters, digits, - and _", "\"a/b\""
        ),
        (
            "plytix: {gallery: \"é\"}", "1: plytix.gallery",
            "a label of small letters, digits and _", "\"é\""
        ),
    ])
    func `a value of another kind is refused with what was expected`(
        yaml: String, place: String, expected: String, found: String
    ) throws {
        #expect(
            try folder.complaint(about: yaml)
                == """
                plysync.yaml:\(place): expected \(expected), but found \(found). \
                Change the value, or remove it to have the default.
                """)
    }

    @Test(arguments: [
        (
            "amazon: {marketplaces: [US, XY]}",
            """
            amazon.marketplaces: "XY" is not known. Marketplaces are US, CA, MX, BR, IE, ES, UK, FR, \
            BE, NL, DE, IT, SE, ZA, PL, EG, TR, SA, AE, IN, SG, AU, JP.
            """
        ),
        (
            "match: {rules: [gtin, eam]}",
            """
            match.rules: "eam" is not known. Did you mean ean? Rules are gtin, ean, upc, model_number.
            """
        ),
        (
            "match: {rules: [gtin, gtin]}",
            "match.rules: gtin stands there twice. Remove one of them."
        ),
        (
            "match: {unmatched: ignore}",
            "match.unmatched: \"ignore\" is not known. Allowed are create, skip."
        ),
        (
            "images: {on_removal: Keep}",
            "images.on_removal: \"Keep\" is not known. Did you mean keep? Allowed are keep, remove."
        ),
        (
            "plytix: {status: Done}",
            "plytix.status: \"Done\" is not known. Allowed are Draft, Completed, Archived."
        ),
        (
            "attributes: {a: {from: titel, type: Text}}",
            """
            attributes.a.from: "titel" is not known. Did you mean title? Allowed are asin, title, \
            marketplace, brand, size, color, upc, ean, gtin, manufacturer, parent_asin, \
            canonical_sku, item_classification, model_number, part_number, product_type, \
            variation_theme, last_written.
            """
        ),
        (
            "attributes: {a: {from: title, type: MediaGallery}}",
            """
            attributes.a.type: "MediaGallery" is not known. Allowed are Text, Multiline, Html, Int, \
            Decimal, Dropdown, MultiSelect, Date, Url, Boolean.
            """
        ),
        (
            "attributes: {a: {from: title, type: Text, rule: allways}}",
            """
            attributes.a.rule: "allways" is not known. Did you mean always? \
            Allowed are always, fill-empty, never.
            """
        ),
    ])
    func `an unknown word is refused with those allowed`(yaml: String, says: String) throws {
        #expect(try folder.complaint(about: yaml) == "plysync.yaml:1: \(says)")
    }

    @Test(arguments: [
        (
            "attributes: {Amazon ASIN: {from: asin, type: Text}}",
            """
            :1: attributes.Amazon ASIN: expected a label of small letters, digits and _, but found \
            "Amazon ASIN". Plytix would make amazon_asin of it.
            """
        ),
        (
            "attributes: {a: {from: asin}}",
            """
            :1: attributes.a: type is missing. Add one of Text, Multiline, Html, Int, Decimal, \
            Dropdown, MultiSelect, Date, Url, Boolean.
            """
        ),
        (
            "attributes: {a: {from: asin, value: 1, type: Text}}",
            """
            :1: attributes.a: either from or value must be there, and not both. Write from with a \
            field of Amazon, such as title, or value with a value for all products.
            """
        ),
        (
            "attributes: {a: {value: 1, type: Text}}",
            """
            :1: attributes.a.value: a Text attribute does not take this value. It takes a text; \
            put what looks like a number in quotes.
            """
        ),
        (
            "attributes: {a: {value: yes, type: Boolean}}",
            """
            :1: attributes.a.value: a Boolean attribute does not take this value. \
            It takes true or false.
            """
        ),
        (
            "attributes: {a: {from: title, type: Date}}",
            """
            :1: attributes.a.from: title does not go into a Date attribute. Types for it are Text, \
            Multiline, Html, Int, Decimal, Dropdown, MultiSelect, Url.
            """
        ),
        (
            "attributes: {a: {from: last_written, type: Boolean}}",
            """
            :1: attributes.a.from: last_written does not go into a Boolean attribute. \
            Types for it are Date, Text.
            """
        ),
        (
            "attributes: {amazon_images: {from: title, type: Text}}",
            """
            :1: attributes.amazon_images: this label is that of the gallery. \
            Give one of them another label.
            """
        ),
        (
            "plytix: {sku_format: \"{marketplace}\"}",
            """
            :1: plytix.sku_format: {asin} is missing: all products would have the same SKU. \
            Add it, as in AMZN-{marketplace}-{asin}.
            """
        ),
        (
            "plytix: {sku_format: \"{asin}\"}\namazon: {marketplaces: [US, CA]}",
            """
            :1: plytix.sku_format: {marketplace} is missing, and there are several marketplaces. \
            Add it, as in AMZN-{marketplace}-{asin}.
            """
        ),
        (
            "plytix: {sku_format: \"{asin}-{size}\"}",
            """
            :1: plytix.sku_format: only {marketplace} and {asin} may stand in braces, but found \
            "{asin}-{size}". Change the value, or remove it to have the default.
            """
        ),
        (
            "plytix: {sku_format: \"{asin}\(String(repeating: "x", count: 91))\"}",
            """
            :1: plytix.sku_format: it makes SKUs of 101 characters, or with blanks at their ends. \
            Plytix takes SKUs of up to 100 characters: make it shorter.
            """
        ),
        (
            "plytix: {relations: {listings: Amazon-Hierarchy}}",
            """
            :1: plytix.relations.listings: both relationships would have the label \
            amazon_hierarchy. Give them names that differ.
            """
        ),
        (
            "amazon: {marketplaces: [US, DE]}",
            """
            :1: amazon.marketplaces: US and DE are in different regions of Amazon, and credentials \
            hold for one. Make a configuration file for each region, with credentials of its own.
            """
        ),
        (
            "time_zone: Europe/Berlim",
            """
            :1: time_zone: "Europe/Berlim" is no time zone that this machine knows. Did you mean \
            Europe/Berlin? Write an IANA name such as Europe/Berlin, or an offset such as +02:00.
            """
        ),
        (
            "target: defualt",
            """
            :1: target: "defualt" is not known. Did you mean default? Targets are default.
            """
        ),
        (
            "limits: {plytix: [{requests: 20}]}",
            """
            :1: limits.plytix: a limit needs both requests and window. \
            Write it as {requests: 20, window: 10s}.
            """
        ),
        (
            "limits: {plytix: []}",
            ":1: limits.plytix: there is no limit in the list. Remove it to use the limits that Plytix tells."
        ),
    ])
    func `settings that cannot be together are refused`(yaml: String, says: String) throws {
        #expect(try folder.complaint(about: yaml) == "plysync.yaml\(says)")
    }

    @Test func `several regions are fine where one address serves them`() throws {
        let yaml = "amazon: {marketplaces: [US, DE]}"
        let environment = ["PLYSYNC_AMAZON_URL": "http://127.0.0.1:1"]
        #expect(try folder.complaint(about: yaml, environment: environment) == "loaded")
        #expect(try folder.complaint(about: "plytix: {sku_format: \"{asin}\"}") == "loaded")
    }

    @Test(arguments: [
        (
            ["PLYSYNC_TARGET": "fresh"],
            "PLYSYNC_TARGET: \"fresh\" is not known. Targets are default."
        ),
        (
            ["PLYTIX_PIM_BASE_URL": "pim.plytix.com"],
            """
            PLYTIX_PIM_BASE_URL: expected an address such as https://host or \
            http://127.0.0.1:8080, without password, query and fragment. \
            Change the variable, or unset it to have the default.
            """
        ),
        (
            ["PLYSYNC_LWA_URL": "https://user:hidden@host/"],
            """
            PLYSYNC_LWA_URL: expected an address such as https://host or \
            http://127.0.0.1:8080, without password, query and fragment. \
            Change the variable, or unset it to have the default.
            """
        ),
        (
            ["PLYTIX_API_PASSWORD": "hid den"],
            """
            PLYTIX_API_PASSWORD: expected a secret of visible ASCII characters on one line. \
            Copy it again from where it was issued.
            """
        ),
    ])
    func `a variable is named that is wrong`(environment: [String: String], says: String) throws {
        #expect(folder.complaint(environment: environment) == says)
    }

    @Test(arguments: [
        (
            Overrides(target: "fresh"), "--target: \"fresh\" is not known. Targets are default."
        ),
        (
            Overrides(requestsMax: 0),
            """
            --max-requests: expected a whole number from 1 to 1000000000, but found "0". \
            Change the flag, or leave it out to have the default.
            """
        ),
        (
            Overrides(ageMax: "soon"),
            """
            --max-age: expected a duration from 0s to 31536000s, such as 30s, 15m, 24h or 7d, but \
            found "soon". Change the flag, or leave it out to have the default.
            """
        ),
        (
            Overrides(marketplaces: ","),
            """
            --marketplace: expected at least one marketplace, but found none. \
            Change the flag, or leave it out to have the default.
            """
        ),
        (
            Overrides(marketplaces: "US,JP"),
            """
            --marketplace: US and JP are in different regions of Amazon, and credentials hold for \
            one. Make a configuration file for each region, with credentials of its own.
            """
        ),
    ])
    func `a flag is named that is wrong`(overrides: Overrides, says: String) {
        #expect(folder.complaint(overrides: overrides) == says)
    }

    @Test func `a target that is asked for later is refused like one at loading`() throws {
        let error = #expect(throws: SettingsError.self) { try folder.load().access(to: "fresh") }
        #expect(error?.description == "--target: \"fresh\" is not known. Targets are default.")
    }
}
