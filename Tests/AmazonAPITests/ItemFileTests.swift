import AmazonAPI
import Catalog
import JSON
import Testing

private func read(
    _ text: String, _ marketplace: Marketplace = .us
) -> Result<[CatalogItem], ItemFileError> {
    do throws(ItemFileError) {
        return .success(try ItemFile.read(Array(text.utf8), marketplace: marketplace))
    } catch {
        return .failure(error)
    }
}

private let raw = #"{"asin": "B07X8Z63ZL", "summaries": [{"itemName": "Title"}]}"#
private let record = #"{"amazon_asin": "B07X8Z63ZL", "title": "Title"}"#

/// An export file of the United States, with one item, and of Canada, with none.
private let ofTwo = #"""
    {"exports": [{"metadata": {"marketplace_id": "A2EUQ1WTGCTBG2"}, "variants": []},
     {"metadata": {"marketplace_id": "ATVPDKIKX0DER"}, "variants": [\#(record)]}]}
    """#

@Suite struct `A file of items` {
    @Test(arguments: [
        "[\(raw)]", "[\(record)]", raw, record, #"{"items": [\#(raw)]}"#,
        #"{"metadata": {"marketplace_id": "ATVPDKIKX0DER"}, "variants": [\#(record)]}"#,
        #"{"metadata": {}, "variants": [\#(raw)]}"#, "\u{FEFF}[\(raw)]", "\n\(raw)\n\n", ofTwo,
        "{\n\"asin\":\n\"B07X8Z63ZL\", \"summaries\": [{\"itemName\": \"Title\"}]}",
    ])
    func `is read in each of its forms`(text: String) throws {
        let items = try read(text).get()
        #expect(items.map(\.item.title) == ["Title"])
        #expect(items.map(\.key.description) == ["US/B07X8Z63ZL"])
    }

    @Test func `of several marketplaces gives each the items of its own`() throws {
        let canada = try #require(Marketplace("CA"))
        let kingdom = try #require(Marketplace("UK"))
        #expect(try read(ofTwo).get().map(\.key.description) == ["US/B07X8Z63ZL"])
        #expect(try read(ofTwo, canada).get().isEmpty, "nothing was found there")
        guard case .failure(let error) = read(ofTwo, kingdom) else {
            Issue.record("read")
            return
        }
        #expect(error.description.hasPrefix("it is about marketplace CA, US, not UK"))
    }

    @Test func `of one item a line is read in order`() throws {
        let text = "\(raw)\r\n\n\(record.replacing("B07X8Z63ZL", with: "B077QMJFG9"))\n"
        #expect(
            try read(text).get().map(\.key.asin.text) == ["B07X8Z63ZL", "B077QMJFG9"])
    }

    @Test(arguments: [
        ("", "line 1: "), ("{", "line 1: "), ("[\n\(raw),\n]", "line 3: "),
        ("[]", "there are no items"), ("{}", "there are no items"), ("7", "there are no items"),
        (#"{"variants": []}"#, "there are no items"),
        (#"{"exports": []}"#, "there are no items"),
        (#"{"exports": [{"variants": []}, 7]}"#, "there are no items"),
        (#"[\#(raw), {"asin": "nope"}]"#, #"entry 2: "nope" is no ASIN"#),
        ("[\(raw), 7]", "entry 2: this is no item"),
        (#"[{"amazon_asin": null}]"#, "entry 1: an item without an ASIN"),
        ("\(raw)\n\(raw.dropLast())\n", "line 2: "), ("\(raw)\n\n7", "line 3: this is no item"),
        ("\(raw)\n{\"asin\": \"x\"}", #"line 2: "x" is no ASIN"#),
        (
            #"{"metadata": {"marketplace_id": "A2EUQ1WTGCTBG2"}, "variants": []}"#,
            "it is about marketplace CA, not US"
        ),
        (
            #"{"metadata": {"marketplace_id": "X"}, "variants": []}"#,
            "it is about marketplace X, not US"
        ),
    ])
    func `that cannot be read says where and why`(text: String, start: String) {
        guard case .failure(let error) = read(text) else {
            Issue.record("read")
            return
        }
        #expect(error.description.hasPrefix(start), "\(error)")
    }

    @Test func `cut anywhere is an error and never a crash`() {
        let text = #"{"metadata": {"style": "MCA0032"}, "variants": [\#(record), \#(raw)]}"#
        for end in 0..<text.utf8.count {
            guard case .failure = read(String(decoding: text.utf8.prefix(end), as: UTF8.self))
            else {
                Issue.record("read \(end) bytes")
                return
            }
        }
    }
}

@Suite struct `A record of the scripts' export` {
    @Test func `gives an item`() throws {
        let json = try JSONValue(
            test: #"""
                {"amazon_asin": "B07X8Z63ZL", "amazon_parent_asin": "B077QMJFG9",
                 "amazon_sku": "MCA0032-105W", "upc": "012345678905", "ean": "0012345678905",
                 "title": "Title", "brand": "Brand", "model_number": "MCA0032",
                 "part_number": null, "size": "10.5", "color": null, "variation_theme": "SIZE",
                 "item_classification": "BASE_PRODUCT", "product_type": null,
                 "amazon_listing_status": null, "amazon_image_main": "https://m.example/I/a.jpg",
                 "amazon_image_variant_1": "https://m.example/I/b.jpg",
                 "amazon_image_swatch": null, "_raw_summary": {"manufacturer": "M"},
                 "_raw_attributes": {},
                 "_raw_images": {"MAIN": {"link": "https://m.example/I/a.jpg", "height": 1000},
                  "PT09": {"link": "https://m.example/I/c.jpg", "height": 10}}}
                """#)
        let item = try CatalogItem(exportRecord: json, marketplace: .us).item
        #expect(
            [item.title, item.brand, item.modelNumber, item.partNumber, item.manufacturer]
                == ["Title", "Brand", "MCA0032", "MCA0032-105W", "M"])
        #expect(item.parents.map(\.text) == ["B077QMJFG9"])
        #expect(item.identifiers("UPC") == ["012345678905"])
        #expect(item.identifiers("EAN") == ["0012345678905"])
        #expect(item.pictures.map(\.slot) == ["MAIN", "PT09", "PT01"])
        #expect(item.pictures.map(\.height) == [1000, 10, 0])
    }

    @Test func `of ours gives the same item back`() throws {
        let item = try CatalogItem(
            try JSONValue(
                test: #"""
                    {"asin": "B077QMJFG9",
                     "summaries": [{"marketplaceId": "ATVPDKIKX0DER", "itemName": "Title",
                       "manufacturer": "M", "itemClassification": "VARIATION_PARENT"}],
                     "identifiers": [{"marketplaceId": "ATVPDKIKX0DER", "identifiers": [
                       {"identifierType": "GTIN", "identifier": "00012345678905"},
                       {"identifierType": "UPC", "identifier": "012345678905"}]}],
                     "relationships": [{"marketplaceId": "ATVPDKIKX0DER", "relationships": [
                       {"type": "VARIATION", "childAsins": ["B07X8Z63ZL", "B07TBFZL3N"]}]}],
                     "images": [{"marketplaceId": "ATVPDKIKX0DER", "images": [
                       {"variant": "MAIN", "link": "https://m.example/I/a._SL75_.jpg",
                        "width": 75, "height": 50},
                       {"variant": "MAIN", "link": "https://m.example/I/a.jpg", "width": 1500,
                        "height": 1000},
                       {"variant": "SWCH", "link": "https://m.example/I/s.jpg", "width": 30,
                        "height": 30}]}]}
                    """#), marketplace: .us)
        let record = ExportRecord.json(of: item.item, raw: item.raw)
        let again = try CatalogItem(
            exportRecord: try JSONValue(parsing: record.bytes), marketplace: .us)
        #expect(again.item == item.item)
        #expect(again.itemHash == item.itemHash)
        #expect(record["amazon_image_main"] == "https://m.example/I/a.jpg")
        #expect(record["amazon_image_swatch"] == "https://m.example/I/s.jpg")
        #expect(record["_raw_images"]["MAIN"]["height"] == 1000)
        #expect(record["upc"] == "012345678905")
        #expect(record["amazon_listing_status"].isNull)
    }
}
