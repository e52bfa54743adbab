import AmazonAPI
import Catalog
import Foundation
import Hashing
import JSON
import Testing

private let whole = #"""
    {"asin": "B07X8Z63ZL",
     "attributes": {"item_name": [{"value": "other", "marketplace_id": "A2EUQ1WTGCTBG2"}]},
     "summaries": [
      {"marketplaceId": "A2EUQ1WTGCTBG2", "itemName": "Titre", "brand": "Marque"},
      {"marketplaceId": "ATVPDKIKX0DER", "itemName": "Title", "brand": "Brand", "size": "10.5",
       "color": "Bomber", "modelNumber": "MCA0032", "partNumber": "MCA0032-W", "manufacturer": "M",
       "itemClassification": "BASE_PRODUCT"}],
     "identifiers": [{"marketplaceId": "ATVPDKIKX0DER", "identifiers": [
       {"identifierType": "EAN", "identifier": "0012345678905"},
       {"identifierType": "UPC", "identifier": "012345678905"}]}],
     "productTypes": [{"marketplaceId": "ATVPDKIKX0DER", "productType": "BOOT"}],
     "relationships": [{"marketplaceId": "ATVPDKIKX0DER", "relationships": [
       {"type": "PACKAGE_HIERARCHY", "parentAsins": ["B000000000"]},
       {"type": "VARIATION", "parentAsins": ["B077QMJFG9"],
        "variationTheme": {"attributes": ["color", "size"], "theme": "COLOR/SIZE"}}]}],
     "images": [{"marketplaceId": "ATVPDKIKX0DER", "images": [
       {"variant": "MAIN", "link": "https://m.example/I/71aB.jpg", "width": 1500, "height": 1000},
       {"variant": "PT09", "link": "https://m.example/I/81c+.jpg", "width": 500, "height": 400}]}],
     "salesRanks": [{"marketplaceId": "ATVPDKIKX0DER", "classificationRanks": []}]}
    """#

private func read(_ text: String, in marketplace: Marketplace = .us) throws -> CatalogItem {
    try CatalogItem(try JSONValue(test: text), marketplace: marketplace)
}

@Suite struct `An item of the catalogue` {
    private static func key() throws -> ItemKey {
        ItemKey(.us, try #require(ASIN("B07X8Z63ZL")))
    }

    @Test func `is read whole, from the marketplace asked for`() throws {
        let item = try read(whole).item
        let expected = AmazonItem(
            key: try Self.key(), title: "Title", brand: "Brand", modelNumber: "MCA0032",
            partNumber: "MCA0032-W", size: "10.5", color: "Bomber", manufacturer: "M",
            productType: "BOOT", classification: "BASE_PRODUCT",
            identifiers: [
                .init(type: "EAN", value: "0012345678905"),
                .init(type: "UPC", value: "012345678905"),
            ],
            parents: [try #require(ASIN("B077QMJFG9"))], variationTheme: "COLOR/SIZE",
            pictures: [
                ListedPicture(
                    slot: "MAIN", url: "https://m.example/I/71aB.jpg", width: 1500, height: 1000),
                ListedPicture(
                    slot: "PT09", url: "https://m.example/I/81c+.jpg", width: 500, height: 400),
            ])
        #expect(item == expected)
    }

    @Test func `of another marketplace shows that one's side`() throws {
        let canada = try #require(Marketplace("CA"))
        let item = try read(whole, in: canada).item
        #expect(item.title == "Titre")
        #expect(item.identifiers.isEmpty)
        #expect(item.pictures.isEmpty)
    }

    @Test func `takes what the summary lacks from the attributes`() throws {
        let item = try read(
            #"""
            {"asin": "B07X8Z63ZL", "summaries": [{"marketplaceId": "ATVPDKIKX0DER", "brand": "",
              "size": null}],
             "attributes": {
              "item_name": [{"value": "no", "marketplace_id": "A2EUQ1WTGCTBG2"},
                            {"value": "Title", "marketplace_id": "ATVPDKIKX0DER"}],
              "brand": [{"value": {"x": 1}}, {"value": "Brand"}], "size": [{"value": 9.5}],
              "model_number": [{"value": "M"}], "part_number": [{"value": "P"}],
              "color": "red", "manufacturer": null}}
            """#
        ).item
        #expect(
            [item.title, item.brand, item.size, item.modelNumber, item.partNumber, item.color]
                == ["Title", "Brand", "9.5", "M", "P", nil])
    }

    @Test(arguments: [
        #"{"asin": "B07X8Z63ZL"}"#,
        #"""
        {"asin": "B07X8Z63ZL", "summaries": null, "identifiers": null, "images": null,
         "relationships": null, "attributes": null, "productTypes": null}
        """#,
        #"""
        {"asin": "B07X8Z63ZL", "summaries": {}, "identifiers": 5, "images": "x",
         "relationships": true, "attributes": [], "productTypes": [[]]}
        """#,
        #"""
        {"asin": "B07X8Z63ZL", "summaries": [null, 1, [], {"marketplaceId": 7, "itemName": "x"}],
         "identifiers": [{"marketplaceId": "ATVPDKIKX0DER", "identifiers": [null, {}, 1,
           {"identifierType": "UPC"}, {"identifier": "1"}, {"identifierType": "UPC",
            "identifier": ""}]}],
         "images": [{"marketplaceId": "ATVPDKIKX0DER", "images": [null, {"variant": null,
           "link": "x"}, {"variant": "MAIN"}, {"variant": "MAIN", "link": null}]}],
         "relationships": [{"marketplaceId": "ATVPDKIKX0DER", "relationships": [null,
           {"type": "VARIATION", "parentAsins": [null, 5, "x", "B07X8Z63ZL"], "childAsins": "B0"},
           {"type": 5}]}]}
        """#,
    ])
    func `stands with whatever is missing or of a wrong type`(text: String) throws {
        #expect(try read(text).item == AmazonItem(key: Self.key()))
    }

    @Test func `keeps words that nobody knows, and odd sizes as none`() throws {
        let item = try read(
            #"""
            {"asin": "B07X8Z63ZL",
             "summaries": [{"marketplaceId": "ATVPDKIKX0DER", "itemClassification": "NEW_CLASS"}],
             "identifiers": [{"identifiers": [{"identifierType": "NEW", "identifier": 12}]}],
             "images": [{"marketplaceId": "ATVPDKIKX0DER", "images": [
              {"variant": "EEGL", "link": "http://x/a.jpg", "width": -5, "height": 1e99}]}]}
            """#
        ).item
        #expect(item.classification == "NEW_CLASS")
        #expect(item.identifiers == [.init(type: "NEW", value: "12")])
        #expect(
            item.pictures == [
                ListedPicture(slot: "EEGL", url: "http://x/a.jpg", width: 0, height: 0)
            ])
    }

    @Test func `lists a parent's children and each relative once`() throws {
        let item = try read(
            #"""
            {"asin": "B077QMJFG9", "relationships": [{"marketplaceId": "ATVPDKIKX0DER",
             "relationships": [{"type": "VARIATION", "childAsins": ["B07X8Z63ZL", "B07TBFZL3N"]},
              {"type": "VARIATION", "childAsins": ["B07X8Z63ZL"],
               "variationTheme": {"theme": "SIZE"}}]}]}
            """#
        ).item
        #expect(item.children.map(\.text) == ["B07X8Z63ZL", "B07TBFZL3N"])
        #expect(item.variationTheme == "SIZE")
        #expect(item.isVariationParent)
    }

    @Test func `keeps what came, without sales ranks, keys sorted`() throws {
        let item = try read(whole)
        #expect(item.raw["salesRanks"].isNull)
        #expect(item.raw["summaries"].elements.count == 2)
        #expect(item.raw == item.raw.canonical)
        let shuffled = try read(
            #"{"salesRanks": 5, "b": {"y": 1, "x": 2}, "asin": "B07X8Z63ZL"}"#)
        #expect(
            String(decoding: shuffled.rawBytes, as: UTF8.self)
                == #"{"asin":"B07X8Z63ZL","b":{"x":2,"y":1}}"#)
    }

    private static let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(
            path: "shared/reference/openapi/spapi-sample-getCatalogItem-B0F7YT4YW2.json")

    @Test(.enabled(if: FileManager.default.fileExists(atPath: sample.path)))
    func `that Amazon published as a sample is read`() throws {
        let bytes = [UInt8](try Data(contentsOf: Self.sample))
        let brazil = try #require(Marketplace("BR"))
        let item = try CatalogItem(try JSONValue(parsing: bytes), marketplace: brazil).item
        #expect(item.key.description == "BR/B0F7YT4YW2")
        #expect(item.title == "Blusão Moletom com Capuz Plus Size")
        #expect(item.brand == "Debex")
        #expect(item.color == "Marinho")
        #expect(item.pictures.map(\.slot) == ["MAIN", "MAIN", "PT01", "PT01"])
        #expect(
            Picture.shown(of: item.pictures, atMost: 20).map(\.id) == [
                "41j-L-teihL", "31Xp9r0oyoL",
            ])
    }
}

@Suite struct `The fingerprint of an item` {
    private static func hash(_ edit: (inout AmazonItem) -> Void) throws -> Digest {
        var item = try read(whole).item
        edit(&item)
        return ItemFingerprint.digest(of: item)
    }

    @Test func `does not see order, hosts and repetitions`() throws {
        let plain = try Self.hash { _ in }
        #expect(plain == (try read(whole).itemHash))
        #expect(try Self.hash { $0.identifiers.reverse() } == plain)
        #expect(try Self.hash { $0.pictures.reverse() } == plain)
        #expect(try Self.hash { $0.pictures.append($0.pictures[0]) } == plain)
        #expect(
            try Self.hash { item in
                item.pictures = item.pictures.map {
                    ListedPicture(
                        slot: $0.slot,
                        url: $0.url.replacing("m.example", with: "images-na.example"),
                        width: $0.width, height: $0.height)
                }
            } == plain)
    }

    @Test func `sees everything else`() throws {
        let parent = try #require(ASIN("B09FQ13BDF"))
        let edits: [(inout AmazonItem) -> Void] = [
            { _ in }, { $0.title = nil }, { $0.title = "" }, { $0.title = "title" },
            { $0.brand = nil }, { $0.modelNumber = nil }, { $0.partNumber = nil },
            { $0.size = nil }, { $0.color = nil }, { $0.manufacturer = nil },
            { $0.productType = nil }, { $0.classification = nil }, { $0.identifiers = [] },
            { $0.parents = [] }, { $0.children = [parent] }, { $0.parents.append(parent) },
            { $0.variationTheme = nil }, { $0.pictures = [] }, { $0.pictures.removeLast() },
            { item in
                item.pictures = item.pictures.map {
                    ListedPicture(
                        slot: $0.slot, url: $0.url, width: $0.width + 1, height: $0.height)
                }
            },
        ]
        let hashes = try edits.map { try Self.hash($0) }
        #expect(Set(hashes).count == edits.count)
    }

    @Test func `is the same in every version of the program`() throws {
        // A change here makes every stored item look changed: raise ItemFingerprint.version.
        #expect(ItemFingerprint.version == 1)
        #expect(
            try read(#"{"asin": "B07X8Z63ZL"}"#).itemHash
                == ContentHash.of(
                    #"{"version":1,"key":"US/B07X8Z63ZL","identifiers":[],"parents":[],"#
                        + #""children":[],"pictures":[]}"#))
    }
}
