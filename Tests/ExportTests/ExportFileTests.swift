import AmazonAPI
import Catalog
import Export
import JSON
import SandboxWorld
import Testing
import TestSupport

private let canada = Marketplace.example("CA")

private func document(
    _ entries: [ExportFile.Entry], in marketplace: Marketplace = .us
) -> JSONValue {
    ExportFile.document(
        scope: Scope(source: .style("MCA0032"), marketplaces: [marketplace]), entries: entries,
        marketplace: marketplace, date: Instant(seconds: 1_772_352_000), isWhole: true,
        announced: nil)
}

private func entries(_ items: [CatalogItem]) -> [ExportFile.Entry] {
    items.map { ExportFile.Entry(item: $0.item, raw: $0.raw, isFetchedParent: false) }
}

/// As a file is: text on several lines.
private func read(_ file: JSONValue, _ marketplace: Marketplace = .us) throws -> [CatalogItem] {
    try ItemFile.read(Array(file.prettyText.utf8), marketplace: marketplace)
}

@Suite struct `An export file that is read back` {
    @Test(arguments: Seeds.first(50))
    func `gives every item as it was, whatever it holds`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let items = (0..<20).map { _ in AmazonItem.random(&random) }
        let kept = items.map { ExportFile.Entry(item: $0, raw: .null, isFetchedParent: false) }
        let again = try read(document(kept))
        #expect(again.map(\.item) == items)
        #expect(again.map(\.itemHash) == items.map(ItemFingerprint.digest))
    }

    @Test(arguments: Seeds.first(5))
    func `gives a catalogue of both marketplaces back, each from its own part`(
        seed: UInt64
    ) throws {
        var random = SplitMix64(seed: seed)
        let items = RandomCatalogue(styles: 10, &random).items
        let places = [Marketplace.us, .example("UK")]
        let file = ExportFile.document(
            of: places.map { place in
                let own = items.filter { $0.key.marketplace == place }
                return document(
                    own.map { .init(item: $0, raw: .null, isFetchedParent: false) }, in: place)
            })
        for place in places {
            let own = items.filter { $0.key.marketplace == place }
            #expect(!own.isEmpty)
            #expect(try read(file, place).map(\.item) == own)
        }
    }

    @Test func `gives the items that Amazon answered, and their own words`() throws {
        let items = try Amazon.items(of: .bundled)
        #expect(items.count == 20)
        let file = document(entries(items))
        let again = try read(file)
        #expect(again.map(\.item) == items.map(\.item))
        #expect(again.map(\.itemHash) == items.map(\.itemHash))
        for (item, record) in zip(items, file["variants"].elements) {
            #expect(record["_raw_summary"] == item.raw["summaries"][0])
            #expect(record["_raw_attributes"] == item.raw["attributes"])
        }
    }

    @Test func `is the same file when it is written again`() throws {
        let file = document(entries(try Amazon.items(of: .bundled)))
        #expect(document(entries(try read(file))) == file)
    }
}

@Suite struct `A record of an export file` {
    /// `todays-scripts.md` 1.1.
    private static let keys =
        [
            "amazon_asin", "amazon_parent_asin", "amazon_sku", "upc", "ean", "title", "brand",
            "model_number", "part_number", "size", "color", "variation_theme",
            "item_classification", "product_type", "amazon_listing_status", "amazon_image_main",
        ] + (1...8).map { "amazon_image_variant_\($0)" }
        + ["amazon_image_swatch", "_raw_summary", "_raw_attributes", "_raw_images"]

    @Test func `has all keys of the scripts' records, also of an item that says nothing`() {
        let item = AmazonItem(key: .us("B07X8Z63ZL"))
        let record = ExportRecord.json(of: item, raw: .null)
        #expect(Set(Self.keys).subtracting(record.object?.keys ?? []) == [])
    }

    @Test func `of the scripts leads to an item that is the same from then on`() throws {
        let items = try Amazon.items(of: .bundled)
        let record = document(entries(items))["variants"].elements.map { record in
            JSONValue.object(JSONObject(Self.keys.map { ($0, record[$0]) }))
        }
        let first = try read(["metadata": ["style": "MCA0032"], "variants": .array(record)])
        #expect(first.map(\.item.title) == items.map(\.item.title))
        #expect(first.map(\.item.manufacturer) == items.map(\.item.manufacturer))
        #expect(first.map { $0.item.parents } == items.map { $0.item.parents })
        let second = try read(document(entries(first)))
        #expect(second.map(\.itemHash) == first.map(\.itemHash))
    }
}
